// Numbers and times as people say them.

const UNITS = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];

/** '12 s ago'; times are milliseconds of one clock. */
export function ago(then, now) {
  const seconds = Math.max(0, Math.round((now - then) / 1000));
  if (seconds < 2) return 'just now';
  const [size, unit] = UNITS.find(([size]) => seconds >= size);
  return `${Math.floor(seconds / size)} ${unit} ago`;
}

/** '1 event', '2 events'. */
export function several(number, what) {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
}

/** '0.4 s', '12 s', '3 min': how long something took. */
export function span(millis) {
  const seconds = Math.max(0, millis) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const [size, unit] = UNITS.find(([size]) => seconds >= 2 * size) ?? UNITS.at(-1);
  return `${Math.round(seconds / size)} ${unit}`;
}

const DAY = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short'});
const TIME = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', second: '2-digit'});

/** '25 Nov 10:00:00', where the browser is. */
export function clock(millis) {
  return `${DAY.format(millis)} ${TIME.format(millis)}`;
}
