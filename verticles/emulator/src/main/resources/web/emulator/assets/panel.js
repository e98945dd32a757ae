// What the bot asks of the Bot API, and how much of its allowance is left.
import {html, nothing} from '/lit/lit-html.js';
import {repeat} from '/lit/directives/repeat.js';
import {exactTime, time} from './words.js';

const VERDICTS = {
  ok: 'ok', pending: 'in flight', refused: 'refused', flood: 'too many', not_emulated: 'not emulated',
  fault: 'fault', unanswered: 'no answer', webhook: 'webhook',
};

export function panel({model, desk, actions, now}) {
  const calls = desk.polls ? model.calls : model.calls.filter(({method}) => !/^getupdates$/i.test(method ?? ''));
  return html`
    <aside class="panel" aria-label="API calls and limits">
      <header class="bar"><h2>Bot API</h2></header>
      ${meters(model.meters, now)}
      <div class="panel-head">
        <h3>Calls</h3>
        <label><input type="checkbox" .checked=${desk.polls} @change=${actions.togglePolls}> with polls</label>
      </div>
      ${calls.length
        ? html`<ol class="calls">${repeat(calls, ({seq}) => seq, (record) => call(record, desk, actions))}</ol>`
        : html`<p class="blank">No call yet.</p>`}
    </aside>
  `;
}

function meters(known, now) {
  if (!known?.windows.length) return nothing;
  const wait = Math.ceil((known.closedUntil - now) / 1000);
  return html`
    <h3>Limits</h3>
    ${wait > 0 ? html`<p class="warning closed-for">Too many calls: closed for ${wait} s</p>` : nothing}
    <ul class="meters">${known.windows.map(meter)}</ul>`;
}

function meter({label, used, limit, period}) {
  const time = period === 1 ? 'a second' : period === 60 ? 'a minute' : `${period} s`;
  return html`
    <li>
      <span>${label}</span><span class="used">${used} of ${limit} in ${time}</span>
      <meter min="0" max=${limit} high=${limit * 0.75} low=${limit * 0.5} optimum="0" value=${used} aria-label=${label}></meter>
    </li>`;
}

function call(record, desk, actions) {
  const isOpen = desk.openCalls.has(record.seq);
  const took = record.answered_at ? `${record.answered_at - record.received_at} ms` : '';
  return html`
    <li class="call ${record.verdict}">
      <button type="button" aria-expanded=${isOpen} @click=${() => actions.toggleCall(record.seq)}>
        <span class="dot" aria-hidden="true"></span>
        <span class="method cut">${record.method}</span>
        <span class="facts">${record.verdict === 'ok' ? took : VERDICTS[record.verdict] ?? record.verdict}</span>
        <time title=${exactTime(record.received_at)}>${time(record.received_at)}</time>
      </button>
      ${isOpen ? details(record, took) : nothing}
    </li>`;
}

function details(record, took) {
  return html`
    <div class="details">
      <p>No. ${record.seq} · ${VERDICTS[record.verdict] ?? record.verdict}${record.status ? ` · ${record.status}` : ''}${took ? ` · ${took}` : ''}</p>
      ${record.description ? html`<p class="warning">${record.description}</p>` : nothing}
      ${record.fault ? html`<p class="warning">fault: ${record.fault.action}${record.committed ? ', took effect' : ', no effect'}</p>` : nothing}
      ${record.violations?.length ? html`<p class="warning">${record.violations.join('; ')}</p>` : nothing}
      <p>asked</p><pre tabindex="0">${pretty(record.args)}</pre>
      ${record.response === undefined || record.response === null ? nothing : html`<p>answered</p><pre tabindex="0">${pretty(record.response)}</pre>`}
    </div>`;
}

const pretty = (value) => JSON.stringify(value, null, 2);
