// What is around every page.
import {html, nothing} from '/lit/lit-html.js';
import {ago} from './words.js';

const PAGES = [['/', 'How it goes'], ['/questions', 'Questions']];

const CONNECTION = {
  connecting: 'connecting…',
  live: 'live',
  reconnecting: 'no connection, trying again…',
  paused: 'paused',
  'signed-out': 'signed out',
};

export function frame({snapshot, connection, now, told, body}) {
  return html`
    <header>
      <h1>Hookline</h1>
      <nav aria-label="Pages">${PAGES.map(([path, words]) => html`<a href=${path} aria-current=${path === location.pathname ? 'page' : 'false'}>${words}${path === '/questions' && snapshot?.asking ? html` <span class="count">${snapshot.asking}</span>` : nothing}</a>`)}</nav>
      <p class="connection ${connection}" role="status">${CONNECTION[connection]}</p>
    </header>
    <p class="told" aria-live="polite">${told}</p>
    ${connection === 'signed-out' ? signedOut() : nothing}
    ${snapshot && connection === 'reconnecting' ? html`<p class="note">What follows was seen ${ago(snapshot.asOf, now)}. If Hookline was stopped, start it again with <code>./hookline serve</code>.</p>` : nothing}
    ${snapshot ? html`<main class=${connection === 'live' || connection === 'connecting' ? '' : 'stale'}>${body}</main>` : nothing}
  `;
}

function signedOut() {
  return html`<p class="note">This browser is no longer signed in. Open the address that <code>./hookline serve</code> prints.</p>`;
}
