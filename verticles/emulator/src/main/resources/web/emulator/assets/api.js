// Asks the control port. Every function fails with an Error whose message can be shown.

const PAGE_SIZE = 1000;

async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? {} : {'Content-Type': 'application/json'},
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.detail || said.title || `The emulator answered ${answer.status}.`);
  return said;
}

const get = (path) => ask('GET', path);

export const state = () => get('/emu/state');
export const flood = () => get('/emu/flood');
export const journal = (since) => get(`/emu/journal?since=${since}&limit=${PAGE_SIZE}`);
export const fileUrl = (id) => `/emu/files/${encodeURIComponent(id)}`;

/** All messages of a chat, oldest first. */
export async function messages(chat) {
  const all = [];
  for (let after = 0, more = true; more;) {
    const page = await get(`/emu/chats/${chat}/messages?after=${after}&limit=${PAGE_SIZE}`);
    all.push(...page.messages);
    more = page.more && page.messages.length > 0;
    after = all.at(-1)?.message.message_id ?? 0;
  }
  return all;
}

const act = (chat, what, body) => ask('POST', `/emu/chats/${chat}/${what}`, body);

export const send = (chat, thread, text, replyTo) =>
  act(chat, 'send', {thread, text, ...(replyTo ? {reply_to: replyTo} : {})});
export const tap = (chat, messageId, row, column, waitMillis) =>
  act(chat, 'tap', {message_id: messageId, row, column, wait_millis: waitMillis});
export const react = (chat, messageId, emoji) => act(chat, 'react', {message_id: messageId, emoji});
export const changeTopic = (chat, thread, change) => act(chat, `topic/${change}`, {thread});
