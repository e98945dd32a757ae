// How it goes, as a function of what is known.
import {html, nothing} from '/lit/lit-html.js';
import {andMore, searchBar} from './search.js';
import {sessionFacts, sessionLink, topicTag} from './session.js';
import {ago, several} from './words.js';

export function facts({health, sessions, moreSessions, chats, troubles: all, parked, node}, now, state) {
  const troubles = all?.filter(({what}) => what !== 'PARKED');
  return html`
    <section class="health ${health.level.toLowerCase()}">
      <p class="words">${health.words}</p>
      ${health.more.length ? html`<p class="more">${health.more.join(' · ')}</p>` : nothing}
    </section>
    ${parked?.length ? givenUp(parked, now, state) : nothing}
    ${troubles?.length ? section('Last errors', troubles, (each) => trouble(each, now)) : nothing}
    ${sessions ? allSessions(sessions, moreSessions, now, state) : nothing}
    ${chats ? section('Chats', chats, chat, noChats) : nothing}
    ${troubles && !troubles.length ? section('Last errors', [], trouble, noTroubles) : nothing}
    ${node?.cluster?.length ? section('Nodes', node.cluster, (each) => member(each, chats)) : nothing}
    ${node?.verticles.length ? section('Verticles', node.verticles, (each) => verticle(each, now)) : nothing}
    ${node?.settings ? settings(node.settings, now) : nothing}
  `;
}

function section(title, items, item, empty) {
  return html`
    <section>
      <h2>${title}${items.length ? html` <span class="number">${items.length}</span>` : nothing}</h2>
      ${items.length ? html`<ul>${items.map((each) => html`<li>${item(each)}</li>`)}</ul>` : empty()}
    </section>
  `;
}

// Those that are found, or without a search what waits and what was active last.
function allSessions(latest, moreSessions, now, {search, found, problem, want}) {
  if (!latest.length) return section('Sessions', [], session, noSessions);
  const {sessions, more} = problem ? {sessions: [], more: 0} : found ?? {sessions: latest, more: moreSessions};
  return html`
    <section>
      <h2>Sessions <span class="number">${(sessions.length + more).toLocaleString('en')}</span></h2>
      ${searchBar(search, want)}
      <div aria-live="polite">
        ${sessions.length ? nothing : html`<p class="empty">${problem || 'No session is like that.'}</p>`}
        ${andMore(more)}
      </div>
      <ul>${sessions.map((each) => html`<li>${session(each, now)}</li>`)}</ul>
    </section>
  `;
}

function givenUp(parked, now, {asked, again}) {
  const isAsked = (each) => asked.some(({session, position}) => session === each.session && position === each.position);
  return html`
    <section>
      <div class="row">
        <h2>Could not be shown <span class="number">${parked.length}</span></h2>
        ${parked.length > 1 ? html`<button type="button" ?disabled=${parked.every(isAsked)} @click=${() => again(parked)}>Show all of it again</button>` : nothing}
      </div>
      <ul>${parked.map((each) => html`<li>${parkedEntry(each, now, isAsked(each), again)}</li>`)}</ul>
    </section>
  `;
}

function parkedEntry(each, now, isAsked, again) {
  return html`
    <div class="row">
      ${sessionLink(each.session, each.name)}
      <p class="facts">${ago(each.since, now)}</p>
    </div>
    <p class="facts">entry ${each.position} · ${each.what}</p>
    <p class="why">${each.reason}</p>
    <p><button type="button" ?disabled=${isAsked} aria-label=${`Show again: ${each.name}, entry ${each.position}`} @click=${() => again([each])}>Show again</button></p>
  `;
}

function session(each, now) {
  return html`
    <div class="row">${sessionLink(each.id, each.name)}${topicTag(each)}</div>
    ${sessionFacts(each, now)}
  `;
}

function chat(each) {
  return html`
    <div class="row">
      <p class="name">Chat ${each.chat}</p>
      <p class="tag state-${each.state.toLowerCase()}">${each.left} of ${each.allowed} calls left</p>
    </div>
    <meter min="0" max=${each.allowed} value=${each.left} low=${each.allowed / 4} optimum=${each.allowed} title="Calls left in this minute"></meter>
    <p class=${each.state === 'OPEN' ? 'facts' : 'why'}>${each.words}</p>
    ${each.next ? html`<p class="next">${each.next}</p>` : nothing}
    <p class="facts">${each.waiting ? `${several(each.waiting, 'message')} to send` : 'nothing to send'} · served by ${each.servedBy}, term ${each.term}</p>
  `;
}

function trouble(each, now) {
  return html`
    <div class="row">
      <p class="name">${each.words}</p>
      <p class="facts">${ago(each.since, now)}</p>
    </div>
    <p class="facts">${sessionLink(each.session, each.name)}${each.position ? ` · entry ${each.position}` : ''}</p>
    ${each.reason ? html`<p class="why">${each.reason}</p>` : nothing}
    <p class="next">${each.next}</p>
  `;
}

function member({node, address, own}, chats) {
  const served = chats?.filter(({servedBy}) => servedBy === node).length;
  return html`
    <div class="row">
      <p class="name">${node || address}</p>
      <p class="tag">${served ? `serves ${several(served, 'chat')}` : 'stands by'}</p>
    </div>
    <p class="facts">${address}${own ? ' · the one that tells you' : ''}</p>
  `;
}

function verticle(each, now) {
  return html`
    <div class="row">
      <p class="name">${each.name}</p>
      <p class="tag">${each.instances ? several(each.instances, 'instance') : 'not running'}</p>
    </div>
    <p class=${each.failed ? 'why' : 'facts'}>${each.result}, ${ago(each.since, now)}</p>
  `;
}

function settings({inForce, words, readAt}, now) {
  return html`
    <section>
      <h2>Settings</h2>
      <p class=${inForce ? 'facts' : 'why'}>${inForce ? 'In force' : 'Not in force; what ran before runs on'}, read ${ago(readAt, now)}.</p>
      ${words.map((line) => html`<p class="facts">${line}</p>`)}
    </section>
  `;
}

function noSessions() {
  return html`<p class="empty">No session yet. Point your agent’s hooks at this node, as README.md shows, and start it: the session appears here with its first event.</p>`;
}

function noChats() {
  return html`<p class="empty">No chat is served yet. It appears once Telegram has accepted the bot; if it does not, the log of the node says why.</p>`;
}

function noTroubles() {
  return html`<p class="empty">None: nothing needs you.</p>`;
}
