// The page of what agents ask, and what became of it.
import {html, nothing} from '/lit/lit-html.js';
import {asker} from './ask.js';
import {sessionLink} from './session.js';
import {named} from './timeline.js';
import {ago, span} from './words.js';

export function questions(draw) {
  const ask = asker();
  let told = null;
  let problem = '';

  async function look() {
    const answer = await ask('/api/questions');
    if (!answer) return;
    told = answer.said ?? told;
    problem = answer.problem ?? '';
    draw();
  }

  return {
    look,
    told: () => '',
    title: () => told ? `${told.open.length || 'No'} open question${told.open.length === 1 ? '' : 's'}` : 'Questions',
    body: (snapshot, now) => problem ? html`<p class="note why">${problem}</p>` : told ? view(told, now) : html`<p class="empty">Looking…</p>`,
  };
}

function view({open, more, settled}, now) {
  return html`
    <section>
      <h2>Waiting for an answer <span class="number">${open.length}${more ? ' and more' : ''}</span></h2>
      <p class="facts">They are answered in the chat, by those who may, or where the agent runs.</p>
      ${open.length ? html`<ul>${open.map((each) => html`<li>${question(each, now, waits(each, now))}</li>`)}</ul>` : html`<p class="empty">No agent waits for an answer.</p>`}
    </section>
    <section>
      <h2>Settled lately</h2>
      ${settled.length ? html`<ul>${settled.map((each) => html`<li>${question(each, now, became(each, now))}</li>`)}</ul>` : html`<p class="empty">None.</p>`}
    </section>
  `;
}

function question({session, name, tool, what, seq, messages}, now, state) {
  return html`
    <div class="row">${sessionLink(session, name)}${tool ? html`<p class="tag tool">${tool}</p>` : nothing}</div>
    ${what ? html`<p class="asked">${what}</p>` : html`<p class="facts">Not shown in the chat yet${seq ? '' : ', and its event is not stored yet'}.</p>`}
    ${state}
    ${messages.length ? html`<p class="facts">${named(messages)}</p>` : nothing}
  `;
}

function waits({askedAt, expiresAt}, now) {
  const left = expiresAt > now ? `${span(expiresAt - now)} left` : 'its time is over';
  return html`<p class="why">Asked ${ago(askedAt, now)}, ${left}.</p>`;
}

function became({words, by, settledAt, askedAt}, now) {
  return html`<p>${words}${by ? html` · <b>${by}</b>` : nothing}</p><p class="facts">${ago(settledAt, now)}, ${span(settledAt - askedAt)} after it was asked</p>`;
}
