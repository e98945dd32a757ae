// The page that says how it goes, with the sessions that somebody looks for.
import {showAgain} from './again.js';
import {asker} from './ask.js';
import {isAny, read, write} from './search.js';
import {facts} from './view.js';

const TYPING_MILLIS = 150;

export function front(draw) {
  const ask = asker();
  const state = {search: read(location.search), found: null, problem: '', asked: [], told: '', want, again};
  let typing = 0;

  // What the search finds now; all that is known without one is in the snapshot.
  async function look() {
    if (isAny(state.search)) return;
    const answer = await ask(`/api/sessions?${write(state.search)}`);
    if (!answer || isAny(state.search)) return;
    state.found = answer.said ?? state.found;
    state.problem = answer.problem ?? '';
    draw();
  }

  // Kept in the address, so that a reload and a link find the same.
  function want(change) {
    state.search = {...state.search, ...change};
    const query = write(state.search);
    history.replaceState(null, '', query ? `/?${query}` : '/');
    if (isAny(state.search)) state.found = null; // else what was found stays until there is more
    state.problem = '';
    draw();
    clearTimeout(typing);
    typing = setTimeout(look, 'find' in change ? TYPING_MILLIS : 0);
  }

  // Shows entries again that were given up, and says what came of it.
  async function again(entries) {
    state.asked = [...state.asked, ...entries];
    state.told = '';
    draw();
    state.told = await showAgain(entries);
    state.asked = state.asked.filter((each) => !entries.includes(each));
    draw();
  }

  return {
    look,
    told: () => state.told,
    title: (snapshot) => snapshot?.health.words,
    body: (snapshot, now) => facts(snapshot, now, state),
  };
}
