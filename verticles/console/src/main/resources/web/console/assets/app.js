// Holds what is known and draws it. Every fact comes from the server, in words; this page only adds
// how long ago something was.
import {render} from '/lit/lit-html.js';
import {showAgain} from './again.js';
import {connect} from './bridge.js';
import {page} from './view.js';

const TICK_MILLIS = 1000;

const root = document.getElementById('app');
const known = {snapshot: null, receivedAt: 0, connection: 'connecting', asked: [], told: ''};

function draw() {
  render(page({...known, now: serverNow(), again}), root);
  document.title = known.snapshot ? `${known.snapshot.health.words} · Hookline` : 'Hookline';
}

// Shows entries again that were given up, and says what came of it.
async function again(entries) {
  known.asked = [...known.asked, ...entries];
  known.told = '';
  draw();
  known.told = await showAgain(entries);
  known.asked = known.asked.filter((each) => !entries.includes(each));
  draw();
}

// The server's clock, carried on by ours: the two may differ.
function serverNow() {
  return known.snapshot ? known.snapshot.asOf + (Date.now() - known.receivedAt) : Date.now();
}

function take(snapshot) {
  // One that could not read the store has no lists: what was last known stays in sight.
  known.snapshot = {...known.snapshot, ...snapshot};
  known.receivedAt = Date.now();
  draw();
}

root.replaceChildren();
draw();
setInterval(draw, TICK_MILLIS);
connect({
  onSnapshot: take,
  onState(state) {
    known.connection = state;
    draw();
  },
});
