// Holds what is known of the emulator, follows the address, and draws.
import {html, nothing, render} from '/lit/lit-html.js';
import {makeActions} from './actions.js';
import * as api from './api.js';
import {conversation} from './conversation.js';
import {desk, goTo} from './desk.js';
import {listen} from './events.js';
import {readMeters} from './meters.js';
import {begin, take, takeCall, topicList} from './model.js';
import {panel} from './panel.js';
import {topics} from './topics.js';

const TICK_MILLIS = 1000;
const RETRY_MILLIS = 2000;
const CALLS = 300;
const WIDE = matchMedia('(min-width: 720px)');

const root = document.getElementById('app');
const actions = makeActions(draw);

let model = null;
let connection = 'connecting';
let clock = {server: Date.now(), here: Date.now()};
let hangUp = () => {};
let drawing = false;

// The emulator's clock, carried on by ours.
const now = () => clock.server + Date.now() - clock.here;

function draw() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    render(page(), root);
    const scroll = root.querySelector('.scroll');
    if (scroll && desk.atEnd) scroll.scrollTop = scroll.scrollHeight;
    root.querySelector('.alert button')?.focus();
    document.title = title();
  });
}

function page() {
  if (!model) {
    return html`<p class="blank" role="status">${connection === 'connecting' ? 'Looking…' : 'The emulator does not answer. Trying again…'}</p>`;
  }
  const seen = {model, desk, actions, connection, now: now()};
  return html`
    <div class="chat ${desk.thread ? 'in-topic' : ''} ${desk.panel ? 'with-panel' : ''}">
      ${topics(seen)} ${conversation(seen)} ${desk.panel ? panel(seen) : nothing}
    </div>
    <p class="toast ${desk.toast ? 'shown' : ''}" role="status">${desk.toast}</p>
    ${desk.alert ? alert() : nothing}
  `;
}

function alert() {
  const keyed = ({key}) => key === 'Escape' && actions.closeAlert();
  return html`<div class="veil" @keydown=${keyed}><div class="alert" role="alertdialog" aria-modal="true" aria-label="The bot answers"><p dir="auto">${desk.alert}</p><button class="word" type="button" @click=${actions.closeAlert}>OK</button></div></div>`;
}

function title() {
  const all = [...(model?.chats.values() ?? [])].flatMap(({topics: each}) => [...each.values()]);
  const unread = all.reduce((sum, topic) => sum + topic.unread, 0);
  const topic = model?.chats.get(desk.chatId)?.topics.get(desk.thread);
  return `${unread ? `(${unread}) ` : ''}${topic?.name ?? 'Chat'} · Hookline emulator`;
}

// The address says which topic is open: #/chat/thread.
function follow() {
  const [, chat, thread] = location.hash.match(/^#\/(-?\d+)(?:\/(\d+))?$/) ?? [];
  const chatId = model.chats.has(Number(chat)) ? Number(chat) : (model.chats.keys().next().value ?? 0);
  goTo(chatId, Number(thread ?? 0));
  const members = model.chats.get(chatId)?.members ?? [];
  desk.me = members.map(({user}) => user).find((user) => !user.is_bot) ?? null;
  settle();
}

/** With room for both, the latest topic is open from the start; what is open is read. */
function settle() {
  const chat = model?.chats.get(desk.chatId);
  if (!chat) return draw();
  const latest = topicList(chat).find((topic) => !topic.deleted);
  if (!desk.thread && WIDE.matches && latest) {
    history.replaceState(null, '', `#/${desk.chatId}/${latest.thread_id}`);
    goTo(desk.chatId, latest.thread_id);
  }
  const topic = chat.topics.get(desk.thread);
  if (topic && !document.hidden) topic.unread = 0;
  draw();
}

async function load() {
  hangUp();
  try {
    const state = await api.state();
    const chats = state.chats.map(({chat}) => chat.id);
    const lists = await Promise.all(chats.map(api.messages));
    const {records} = await api.journal(Math.max(0, state.last_seq - CALLS));
    model = begin(state, new Map(chats.map((id, index) => [id, lists[index]])));
    records.forEach((record) => takeCall(model, record));
    clock = {server: state.now, here: Date.now()};
    hangUp = listen(state.last_event, {onEvent, onState});
    follow();
  } catch (problem) {
    console.warn(problem.message);
    onState('ended');
  }
}

const isSeen = (chatId, thread) => chatId === desk.chatId && thread === desk.thread && !document.hidden;

function onEvent(kind, data) {
  if (take(model, kind, data, isSeen)) load();
  else settle();
}

function onState(state) {
  connection = state;
  if (state === 'ended') setTimeout(load, RETRY_MILLIS);
  else if (state === 'live') refreshMeters();
  draw();
}

async function refreshMeters() {
  if (!model || !desk.panel || document.hidden || connection !== 'live') return;
  try {
    model.meters = readMeters(await api.flood(), desk.chatId);
    draw();
  } catch {
    model.meters = null; // the line is down, which the stream of events tells
  }
}

addEventListener('hashchange', () => model && follow());
document.addEventListener('visibilitychange', settle);
WIDE.addEventListener('change', settle);
setInterval(() => {
  refreshMeters();
  draw(); // whoever was typing may have stopped
}, TICK_MILLIS);
draw();
load();
