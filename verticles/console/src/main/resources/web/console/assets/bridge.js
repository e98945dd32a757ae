// The browser's end of the event-bus bridge: listens on one address, and comes back when the
// connection is lost. While the page is hidden nobody looks, so there is no connection.

const ADDRESS = 'hookline.console.snapshot';
const PING_MILLIS = 4000; // the server hangs up after 10 s without one
const SILENCE_MILLIS = 15000; // each ping is answered, so this is a dead line
const FIRST_PAUSE_MILLIS = 500;
const LAST_PAUSE_MILLIS = 10000;

/**
 * Calls onSnapshot with each snapshot, and onState with 'connecting', 'live', 'reconnecting',
 * 'paused' or 'signed-out'.
 */
export function connect({onSnapshot, onState}) {
  let socket = null;
  let pause = FIRST_PAUSE_MILLIS;
  let retry = 0;
  let round = 0; // tells what belongs to an earlier connection

  async function open() {
    const mine = ++round;
    clearTimeout(retry);
    try {
      // The snapshot first: it says at once what is known, and whether we are signed in at all,
      // which a refused socket does not tell.
      const answer = await fetch('/api/snapshot', {cache: 'no-store'});
      if (mine !== round) return;
      if (answer.status === 401) return onState('signed-out');
      onSnapshot(await answer.json());
      if (mine === round) listen(mine);
    } catch {
      if (mine === round) later();
    }
  }

  function listen(mine) {
    socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/eventbus/websocket`);
    socket.binaryType = 'arraybuffer'; // the bridge sends its JSON in binary frames
    let heard = Date.now();
    const ping = setInterval(() => {
      if (Date.now() - heard > SILENCE_MILLIS) return lost();
      if (socket?.readyState === WebSocket.OPEN) send({type: 'ping'});
    }, PING_MILLIS);
    const lost = () => {
      clearInterval(ping);
      if (mine !== round) return;
      hangUp();
      later();
    };
    socket.onopen = () => {
      send({type: 'register', address: ADDRESS, headers: {}});
      pause = FIRST_PAUSE_MILLIS;
      onState('live');
    };
    socket.onmessage = ({data}) => {
      heard = Date.now();
      const message = JSON.parse(new TextDecoder().decode(data));
      if (mine === round && message.type === 'rec' && message.address === ADDRESS) {
        onSnapshot(message.body);
      }
    };
    socket.onclose = lost;
    socket.onerror = () => {}; // a close follows

    function send(message) {
      socket.send(JSON.stringify(message));
    }
  }

  function later() {
    onState('reconnecting');
    retry = setTimeout(open, pause);
    pause = Math.min(LAST_PAUSE_MILLIS, pause * 2);
  }

  function hangUp() {
    round++;
    clearTimeout(retry);
    socket?.close();
    socket = null;
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      hangUp();
      onState('paused');
    } else {
      pause = FIRST_PAUSE_MILLIS;
      open();
    }
  });
  open();
}
