// Holds what is known and draws it. Every fact comes from the server, in words; this page only adds
// how long ago something was.
import {render} from '/lit/lit-html.js';
import {connect} from './bridge.js';
import {frame} from './frame.js';
import {front} from './front.js';
import {questions} from './questions.js';
import {timeline} from './timeline.js';

const TICK_MILLIS = 1000;
const PAGES = {'/session': timeline, '/questions': questions};

const root = document.getElementById('app');
const known = {snapshot: null, receivedAt: 0, connection: 'connecting'};
const page = (PAGES[location.pathname] ?? front)(draw);

function draw() {
  const now = serverNow();
  const body = known.snapshot && page.body(known.snapshot, now);
  render(frame({...known, now, told: page.told(), body}), root);
  const title = page.title(known.snapshot);
  document.title = title ? `${title} · Hookline` : 'Hookline';
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
  page.look(); // a snapshot comes when something may have changed
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
