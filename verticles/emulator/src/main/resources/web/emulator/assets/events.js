// Listens to what happens in the emulator, from the moment of a known event on.

const KINDS = [
  'message', 'edit', 'delete', 'topic', 'chat', 'reaction', 'pin', 'typing', 'call', 'reset',
];

/**
 * Calls onEvent with kind and data of each event, and onState with 'live' or 'lost'. The browser
 * itself connects again and asks for what it missed.
 *
 * @returns a function that ends it
 */
export function listen(since, {onEvent, onState}) {
  const source = new EventSource(`/emu/events?since=${since}`);
  source.onopen = () => onState('live');
  source.onerror = () => onState(source.readyState === EventSource.CLOSED ? 'ended' : 'lost');
  for (const kind of KINDS) {
    source.addEventListener(kind, ({data}) => onEvent(kind, JSON.parse(data)));
  }
  return () => source.close();
}
