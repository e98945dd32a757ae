// Shows the sessions of a node, and the latest event of each. SockJS's plain WebSocket needs no library.
const [form, list, state] = ["form", "ul", "output"].map((name) => document.querySelector(name));

form.addEventListener("submit", (submitted) => {
  submitted.preventDefault();
  list.replaceChildren();
  const socket = new WebSocket(form.url.value);
  const send = (frame) => socket.send(JSON.stringify(frame));
  const pings = setInterval(() => socket.readyState === WebSocket.OPEN && send({ type: "ping" }), 20_000);

  socket.onopen = () => send({ type: "send", address: "hookline.auth", replyAddress: "hello", body: { token: form.token.value } });
  socket.onclose = () => (clearInterval(pings), (state.value ||= "The connection has ended."));
  socket.onmessage = ({ data }) => {
    const { type, address, body, message } = JSON.parse(data);
    if (type === "err") state.value = message;
    else if (address === "hello") send({ type: "register", address: "hookline.sessions" });
    else if (address === "hookline.sessions") show(body, send);
    else row(body.sessionId).lastChild.textContent = `${body.arrival} · ${body.type} · ${body.content.slice(0, 200)}`;
  };
});

function show(session, send) {
  const known = document.getElementById(session.sessionId);
  row(session.sessionId).firstChild.textContent = `${session.sessionId} (${session.agent || "?"}, ${session.topic}, ${session.arrived} events)`;
  const after = String(Math.max(0, session.arrived - 1));
  if (!known) send({ type: "register", address: `hookline.events.${session.sessionId}`, headers: { after } });
}

function row(id) {
  let item = document.getElementById(id);
  if (!item) {
    item = Object.assign(document.createElement("li"), { id });
    item.append(document.createElement("b"), document.createElement("p"));
    list.prepend(item);
  }
  return item;
}
