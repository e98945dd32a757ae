// Text with entities, as Telegram shows it. The text is a stranger's: it only ever becomes text.
import {html, nothing} from '/lit/lit-html.js';

const SAFE_LINK = /^(https?|tg|mailto|tel):/i;
const FOLDED_LINES = 3;
const FOLDED_LENGTH = 130;

/**
 * @param opened remembers which quotes and spoilers of this message are open; {has(key), toggle(key)}
 */
export function richText(text, entities, opened) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return pieces({text, opened}, sorted, 0, text.length);
}

function pieces(source, entities, from, to) {
  const shown = [];
  let at = from;
  for (let index = 0; index < entities.length;) {
    const entity = entities[index++];
    const end = Math.min(entity.offset + entity.length, to);
    const inside = [];
    while (index < entities.length && entities[index].offset < end) inside.push(entities[index++]);
    if (entity.offset < at || end <= entity.offset) continue;
    shown.push(source.text.slice(at, entity.offset));
    shown.push(piece(source, entity, pieces(source, inside, entity.offset, end), end));
    at = isBlock(entity) && source.text[end] === '\n' ? end + 1 : end;
  }
  shown.push(source.text.slice(at, to));
  return shown;
}

function isBlock({type}) {
  return type === 'pre' || type === 'blockquote' || type === 'expandable_blockquote';
}

function piece(source, entity, content, end) {
  const words = source.text.slice(entity.offset, end);
  switch (entity.type) {
    case 'bold': return html`<b>${content}</b>`;
    case 'italic': return html`<i>${content}</i>`;
    case 'underline': return html`<u>${content}</u>`;
    case 'strikethrough': return html`<s>${content}</s>`;
    case 'code': return html`<code dir="ltr">${words}</code>`;
    case 'pre': return pre(words, entity.language);
    case 'blockquote': return html`<blockquote>${content}</blockquote>`;
    case 'expandable_blockquote': return foldable(source.opened, entity, words, content);
    case 'spoiler': return spoiler(source.opened, entity, content);
    case 'text_link': return link(entity.url, content);
    case 'url': return link(/^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `https://${words}`, content);
    case 'email': return link(`mailto:${words}`, content);
    case 'mention': case 'text_mention': case 'hashtag': case 'cashtag': case 'bot_command':
      return html`<span class="mention">${content}</span>`;
    default: return content;
  }
}

export function link(url, content) {
  return SAFE_LINK.test(url ?? '')
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer nofollow" title=${url}>${content}</a>`
    : content;
}

export function pre(code, language) {
  const shown = language === 'diff' ? code.split('\n').map(diffLine) : code;
  return html`<div class="pre" dir="ltr">${language ? html`<span class="language">${language}</span>` : nothing}<pre><code>${shown}</code></pre></div>`;
}

function diffLine(line) {
  const kind = {'+': 'added', '-': 'removed', '@': 'place'}[line[0]] ?? 'same';
  return html`<span class="line ${kind}">${line || ' '}</span>`;
}

function foldable(opened, entity, words, content) {
  const isLong = words.length > FOLDED_LENGTH || words.split('\n').length > FOLDED_LINES;
  if (!isLong) return html`<blockquote>${content}</blockquote>`;
  const key = `quote ${entity.offset}`;
  const isOpen = opened.has(key);
  return html`<blockquote class="foldable ${isOpen ? 'open' : ''}"><div class="quoted">${content}</div><button class="fold" type="button" aria-expanded=${isOpen} @click=${() => opened.toggle(key)}>${isOpen ? 'Show less' : 'Show more'}</button></blockquote>`;
}

function spoiler(opened, entity, content) {
  const key = `spoiler ${entity.offset}`;
  return opened.has(key)
    ? html`<span class="spoiler open">${content}</span>`
    : html`<button class="spoiler" type="button" aria-label="Hidden text: show it" @click=${() => opened.toggle(key)}><span aria-hidden="true">${content}</span></button>`;
}
