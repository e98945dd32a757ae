// The blocks of a rich message, as Telegram lays them out. All words are a stranger's: they only ever become text.
import {html, nothing} from '/lit/lit-html.js';
import {link, pre} from './entities.js';

const BETWEEN_BLOCKS = '\n';

export function richBlocks(blocks) {
  return (blocks ?? []).map(block);
}

/** The words of a rich message without their looks. */
export function plainWords(value) {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plainWords).join('');
  const {text, blocks, items, cells} = value ?? {};
  if (text !== undefined) return plainWords(text);
  return (blocks ?? items ?? cells?.flat() ?? []).map(plainWords).join(BETWEEN_BLOCKS);
}

function block(it) {
  switch (it.type) {
    case 'paragraph': return html`<p>${words(it.text)}</p>`;
    case 'heading': return html`<p class="heading size${it.size}" role="heading" aria-level=${it.size}>${words(it.text)}</p>`;
    case 'pre': return pre(plainWords(it.text), it.language);
    case 'divider': return html`<hr>`;
    case 'list': return html`<ul class="items">${it.items.map(item)}</ul>`;
    case 'blockquote': return html`<blockquote>${richBlocks(it.blocks)}</blockquote>`;
    case 'table': return table(it);
    default: return nothing;
  }
}

function item({label, has_checkbox: hasBox, is_checked: isTicked, blocks}) {
  const mark = hasBox ? html`<input type="checkbox" disabled ?checked=${isTicked} aria-label=${isTicked ? 'done' : 'to be done'}>` : label;
  return html`<li><span class="label">${mark}</span><div>${richBlocks(blocks)}</div></li>`;
}

function table({cells}) {
  return html`<div class="table" tabindex="0" role="region" aria-label="Table"><table>${cells.map((row) => html`<tr>${row.map(cell)}</tr>`)}</table></div>`;
}

function cell({text, is_header: isHeader, align}) {
  return isHeader
    ? html`<th class=${align}>${words(text ?? '')}</th>`
    : html`<td class=${align}>${words(text ?? '')}</td>`;
}

function words(value) {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(words);
  const inside = words(value.text);
  switch (value.type) {
    case 'bold': return html`<b>${inside}</b>`;
    case 'italic': return html`<i>${inside}</i>`;
    case 'underline': return html`<u>${inside}</u>`;
    case 'strikethrough': return html`<s>${inside}</s>`;
    case 'code': return html`<code dir="ltr">${inside}</code>`;
    case 'url': return link(value.url, inside);
    default: return inside;
  }
}
