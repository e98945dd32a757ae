// Which sessions somebody looks for, in the address and on the page.
import {html, nothing} from '/lit/lit-html.js';

const ONLY = [['all', 'All'], ['waiting', 'Waiting'], ['asking', 'Asking'], ['parked', 'Not shown'], ['ended', 'Ended']];
const LONGEST = 200;

/** What a page's address looks for. */
export function read(query) {
  const given = new URLSearchParams(query);
  return {find: given.get('find') ?? '', only: given.get('only') ?? 'all'};
}

/** The same as part of an address; empty when any session will do. */
export function write({find, only}) {
  const query = new URLSearchParams();
  if (find) query.set('find', find);
  if (only !== 'all') query.set('only', only);
  return query.toString();
}

/** Whether any session will do. */
export function isAny(search) {
  return !write(search);
}

export function searchBar({find, only}, want) {
  return html`
    <div class="search" role="search">
      <input type="search" aria-label="Find sessions by name, project, agent, host or id" placeholder="Name, project, agent, host or id"
        maxlength=${LONGEST} autocomplete="off" spellcheck="false" .value=${find} @input=${({target}) => want({find: target.value})}>
      <div class="chips" role="group" aria-label="Which sessions">
        ${ONLY.map(([key, words]) => html`<button type="button" class="chip" aria-pressed=${only === key} @click=${() => want({only: key})}>${words}</button>`)}
      </div>
    </div>
  `;
}

/** Says that the list goes on, and how to see the rest. */
export function andMore(more) {
  return more ? html`<p class="note and-more">${more.toLocaleString('en')} more: look for a part of the name, project or host to see them.</p>` : nothing;
}
