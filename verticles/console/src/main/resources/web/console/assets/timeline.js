// A session's page: what became of each of its events, from hook to message.
import {html, nothing} from '/lit/lit-html.js';
import {asker} from './ask.js';
import {sessionFacts, topicTag} from './session.js';
import {clock, span} from './words.js';

const FEW = 3; // messages that are named one by one

export function timeline(draw) {
  const given = new URLSearchParams(location.search);
  const id = given.get('id') ?? '';
  const page = new URLSearchParams([...given].filter(([key]) => key === 'before' || key === 'after'));
  const ask = asker();
  let told = null;
  let problem = '';

  async function look() {
    const answer = await ask(`/api/sessions/${encodeURIComponent(id)}/timeline?${page}`);
    if (!answer) return;
    told = answer.said ?? told;
    problem = answer.problem ?? '';
    draw();
  }

  return {
    look,
    told: () => '',
    title: () => told?.session.name ?? 'Session',
    body: (snapshot, now) => problem ? html`<p class="note why">${problem}</p>` : told ? view(told, now, id) : html`<p class="empty">Looking…</p>`,
  };
}

function view({session, events, earlier, later}, now, id) {
  return html`
    <section>
      <div class="row">
        <h2 class="name">${session.name}</h2>
        ${topicTag(session)}
      </div>
      <p class="facts">${id}</p>
      ${sessionFacts(session, now)}
      ${session.link ? html`<p><a href=${session.link} target="_blank" rel="noreferrer">Open its topic</a></p>` : nothing}
    </section>
    <section>
      <h2>From hook to message</h2>
      ${turns('above', events, earlier, later, id)}
      ${events.length ? html`<ol class="timeline">${events.map(event)}</ol>` : html`<p class="empty">No event is stored there.</p>`}
      ${events.length > 10 ? turns('below', events, earlier, later, id) : nothing}
    </section>
  `;
}

// Links to what is before and behind; with the number of an event, so that they stay right while others arrive.
function turns(where, events, earlier, later, id) {
  if (!earlier && !later) return nothing;
  const to = (more) => `/session?${new URLSearchParams({id, ...more})}`;
  return html`
    <nav class="turns" aria-label=${`Pages of events, ${where}`}>
      ${earlier ? html`<a href=${to({after: 0})}>First</a>` : nothing}
      ${earlier && events.length ? html`<a href=${to({before: events[0].seq})}>Earlier</a>` : nothing}
      ${later && events.length ? html`<a href=${to({after: events.at(-1).seq})}>Later</a>` : nothing}
      ${later ? html`<a href=${to({})}>Latest</a>` : nothing}
    </nav>
  `;
}

function event({seq, what, tool, state, words, late, acceptedAt, shownAt, messages}) {
  return html`
    <li class="event is-${state}">
      <p class="seq">${seq}</p>
      <p class="kind"><span class="what">${what}</span>${tool ? html` <b>${tool}</b>` : nothing}</p>
      <p class="when">${clock(acceptedAt)}</p>
      <p class="how"><span class="state">${words}${shownAt === null ? '' : ` after ${span(shownAt - acceptedAt)}`}</span>${late ? html` <span class="tag">late</span>` : nothing}${messages.length ? html`&nbsp;· ${named(messages)}` : nothing}</p>
    </li>
  `;
}

/** The messages that show something, or the first and the last of many. */
export function named(messages) {
  if (messages.length <= FEW) return messages.map((each, i) => html`${i ? ', ' : ''}${message(each)}`);
  return html`${message(messages[0])} <span class="facts">to</span> ${message(messages.at(-1))} <span class="facts">(${messages.length})</span>`;
}

// A message's number, and the way to it.
function message({id, link}) {
  return link ? html`<a href=${link} target="_blank" rel="noreferrer">message ${id}</a>` : html`<span class="facts">message ${id}</span>`;
}
