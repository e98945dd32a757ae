// The list of topics.
import {html, nothing} from '/lit/lit-html.js';
import {repeat} from '/lit/directives/repeat.js';
import * as icons from './icons.js';
import {lastEntry, topicList, typingIn} from './model.js';
import {excerpt, nameOf, serviceWords, timeOrDay} from './words.js';

const COLOURS = new Map([
  [0x6fb9f0, 'blue'], [0xffd67e, 'yellow'], [0xcb86db, 'violet'],
  [0x8eee98, 'green'], [0xff93b2, 'rose'], [0xfb6f5f, 'red'],
]);

export function topicIcon(topic) {
  if (topic.general) return html`<span class="topic-icon general" aria-hidden="true">#</span>`;
  const first = [...topic.name].find((each) => /\p{L}|\p{N}|\p{Extended_Pictographic}/u.test(each)) ?? '•';
  return html`<span class="topic-icon ${COLOURS.get(topic.icon_color) ?? 'blue'}" aria-hidden="true">${first.toUpperCase()}</span>`;
}

export function topics({model, desk, now, connection}) {
  const {chatId, thread} = desk;
  const chat = model.chats.get(chatId);
  const chats = [...model.chats.values()];
  return html`
    <nav class="topics" aria-label="Topics">
      <header class="bar">
        <div class="titles">
          <h1 dir="auto">${chat?.chat.title ?? chat?.chat.first_name ?? 'No chat'}</h1>
          <p class="under">${under(chat, connection)}</p>
        </div>
      </header>
      ${chats.length > 1 ? html`<ul class="chats" aria-label="Chats">${chats.map((each) => chatLink(each, chatId))}</ul>` : nothing}
      ${chat ? list(model, chat, thread, now) : html`<p class="blank">There is no chat yet.</p>`}
    </nav>
  `;
}

function under(chat, connection) {
  if (connection !== 'live') return html`<span class="warning" role="status">no connection to the emulator…</span>`;
  const members = chat?.members?.filter(({status}) => status !== 'left' && status !== 'kicked').length ?? 0;
  return `${members} ${members === 1 ? 'member' : 'members'} · emulated`;
}

function chatLink({chat}, chatId) {
  return html`<li><a href="#/${chat.id}" aria-current=${chat.id === chatId ? 'true' : 'false'}>${chat.title ?? chat.first_name ?? chat.id}</a></li>`;
}

function list(model, chat, thread, now) {
  const all = topicList(chat);
  return all.length
    ? html`<ul class="topic-list">${repeat(all, (topic) => topic.thread_id, (topic) => item(model, chat, topic, thread, now))}</ul>`
    : html`<p class="blank">No topic yet. The first one appears here when an agent session begins.</p>`;
}

function item(model, chat, topic, thread, now) {
  const last = lastEntry(chat, topic.thread_id);
  return html`
    <li class=${topic.deleted ? 'deleted' : ''}>
      <a class="topic" href="#/${chat.chat.id}/${topic.thread_id}" aria-current=${topic.thread_id === thread ? 'page' : 'false'}>
        ${topicIcon(topic)}
        <span class="name"><span class="cut" dir="auto">${topic.name}</span>${topic.closed ? html`<span class="closed" role="img" aria-label="closed">${icons.lock()}</span>` : nothing}</span>
        <time class="when">${last ? timeOrDay(last.message.date * 1000) : ''}</time>
        <span class="last cut" dir="auto">${lastWords(model, chat, topic, last, now)}</span>
        ${topic.unread ? html`<span class="unread" role="img" aria-label="${topic.unread} unread">${topic.unread}</span>` : nothing}
      </a>
    </li>
  `;
}

function lastWords(model, chat, topic, last, now) {
  if (topic.deleted) return 'deleted';
  if (typingIn(chat, topic.thread_id, now).length) return html`<span class="typing">typing…</span>`;
  if (!last) return '';
  const {message} = last;
  const isPlain = serviceWords(message) || message.from?.is_bot;
  return isPlain ? excerpt(message) : html`<span class="who">${nameOf(message.from)}:</span> ${excerpt(message)}`;
}
