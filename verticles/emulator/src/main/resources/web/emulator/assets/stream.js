// The messages of a topic.
import {html, nothing} from '/lit/lit-html.js';
import {repeat} from '/lit/directives/repeat.js';
import {fileUrl} from './api.js';
import {richBlocks} from './blocks.js';
import {richText} from './entities.js';
import * as icons from './icons.js';
import {day, exactTime, excerpt, nameOf, sameDay, serviceWords, size, time} from './words.js';

const GROUP_SECONDS = 300;
const PHOTO_WIDTH = 480;

/** @param actions {reply, tap, react, opened} and who I am: me */
export function stream(entries, actions) {
  return html`<ol class="messages">${repeat(entries, (entry) => entry.message.message_id, (entry, index) => item(entry, entries[index - 1], actions))}</ol>`;
}

function item(entry, before, actions) {
  const {message} = entry;
  const isNewDay = !before || !sameDay(before.message.date * 1000, message.date * 1000);
  const service = serviceWords(message);
  return html`
    ${isNewDay ? html`<li class="note day"><span>${day(message.date * 1000)}</span></li>` : nothing}
    ${service ? html`<li class="note" id="m${message.message_id}"><span dir="auto">${service}</span></li>` : bubble(entry, before, actions)}
  `;
}

function bubble(entry, before, actions) {
  const {message} = entry;
  const isMine = message.from?.id === actions.me?.id;
  const follows = before && !serviceWords(before.message)
    && before.message.from?.id === message.from?.id
    && message.date - before.message.date < GROUP_SECONDS;
  return html`
    <li class="message ${isMine ? 'mine' : 'theirs'} ${follows ? 'follows' : ''}" id="m${message.message_id}">
      <article class="bubble" aria-label="${nameOf(message.from)}, ${time(message.date * 1000)}">
        ${isMine || follows ? nothing : html`<p class="from">${nameOf(message.from)}${message.from?.is_bot ? html` <span class="bot">bot</span>` : nothing}</p>`}
        ${replied(message)}
        ${attached(message)}
        ${body(message, actions)}
        ${edits(entry, actions)}
        <p class="foot">
          <button class="quiet" type="button" aria-label="Reply to this message" title="Reply" @click=${() => actions.reply(message)}>${icons.reply()}</button>
          ${reactions(entry, actions)}
          ${entry.pinned ? html`<span title="pinned">📌</span>` : nothing}
          <time title=${exactTime(message.date * 1000)}>${time(message.date * 1000)}</time>
        </p>
      </article>
      ${buttons(message, actions)}
    </li>
  `;
}

function body(message, actions) {
  if (message.rich_message) return html`<div class="text rich" dir="auto">${richBlocks(message.rich_message.blocks)}</div>`;
  const text = message.text ?? message.caption;
  if (!text) return nothing;
  const entities = message.text === undefined ? message.caption_entities : message.entities;
  return html`<div class="text" dir="auto">${richText(text, entities, actions.opened(message.message_id))}</div>`;
}

// A message in a topic answers the topic's first one, which is no reply that anybody made.
function replied({reply_to_message: to}) {
  if (!to || to.forum_topic_created) return nothing;
  return html`<a class="replied" href="#m${to.message_id}" @click=${(event) => jump(event, to.message_id)}><b>${nameOf(to.from)}</b><span class="cut" dir="auto">${excerpt(to, 80)}</span></a>`;
}

function jump(event, id) {
  event.preventDefault();
  const there = document.getElementById(`m${id}`);
  there?.scrollIntoView({block: 'center', behavior: 'smooth'});
  there?.classList.add('found');
  setTimeout(() => there?.classList.remove('found'), 1500);
}

function attached({document, photo}) {
  if (document) {
    const name = document.file_name ?? 'File';
    return html`<a class="file" href=${fileUrl(document.file_id)} download=${name}><span class="file-icon">${icons.file()}</span><span class="file-name cut">${name}</span><span class="file-size">${size(document.file_size)}</span></a>`;
  }
  const best = photo?.filter(({width}) => width <= PHOTO_WIDTH * 2).at(-1) ?? photo?.at(-1);
  return best ? html`<img class="photo" src=${fileUrl(best.file_id)} alt="Photo" loading="lazy">` : nothing;
}

function edits(entry, actions) {
  if (!entry.message.edit_date) return nothing;
  const looks = entry.edits ?? [];
  const opened = actions.opened(entry.message.message_id);
  const isOpen = opened.has('edits');
  return html`
    <div class="edits">
      <button class="edited" type="button" aria-expanded=${isOpen} title=${exactTime(entry.message.edit_date * 1000)} @click=${() => opened.toggle('edits')}>edited</button>
      ${isOpen ? html`<ol>${looks.map((look) => html`<li><time>${exactTime(look.at)}</time><span dir="auto">${look.text ?? look.caption ?? ''}</span></li>`)}</ol>` : nothing}
    </div>`;
}

function reactions({message, reactions: made}, actions) {
  const counts = new Map();
  for (const {emoji} of made ?? []) counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  return [...counts].map(([emoji, count]) => {
    const isMine = made.some((each) => each.emoji === emoji && each.user_id === actions.me?.id);
    return html`<button class="reaction ${isMine ? 'on' : ''}" type="button" aria-pressed=${isMine} @click=${() => actions.react(message, isMine ? null : emoji)}>${emoji} ${count}</button>`;
  });
}

function buttons(message, actions) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return nothing;
  return html`<div class="keyboard">${rows.map((row, at) => html`<div class="keys">${row.map((button, column) => key(message, button, at, column, actions))}</div>`)}</div>`;
}

function key(message, button, row, column, actions) {
  if (button.url) {
    const isSafe = /^(https?|tg):/i.test(button.url);
    return html`<a class="key" href=${isSafe ? button.url : '#'} target="_blank" rel="noopener noreferrer">${button.text} ${icons.open()}</a>`;
  }
  const isWaiting = actions.pressed(message.message_id, row, column);
  return html`<button class="key ${button.style ?? ''} ${isWaiting ? 'waiting' : ''}" type="button" aria-busy=${isWaiting} ?disabled=${isWaiting || button.disabled} @click=${() => actions.tap(message, row, column)}>${button.text}</button>`;
}
