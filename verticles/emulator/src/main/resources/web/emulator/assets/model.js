// What is known of the emulator. Changed only by what the emulator tells.

const MOST_CALLS = 300;
const GENERAL = 1;

export const threadOf = (entry) => entry.thread_id || GENERAL;

/** Everything known, from the emulator's state and the messages of each chat. */
export function begin(state, messagesByChat) {
  const model = {
    bots: state.bots,
    users: state.users,
    chats: new Map(),
    calls: [],
    meters: null,
  };
  for (const chat of state.chats) {
    model.chats.set(chat.chat.id, {
      ...chat,
      topics: new Map(topicsOf(chat).map((topic) => [topic.thread_id, {...topic, unread: 0}])),
      typing: chat.typing ?? [],
      entries: new Map((messagesByChat.get(chat.chat.id) ?? []).map((entry) => [entry.message.message_id, entry])),
    });
  }
  return model;
}

// A chat without topics is shown as if it had one.
function topicsOf({chat, topics, last_message_at: at}) {
  if (topics?.length) return topics;
  const name = chat.title ?? chat.first_name ?? `Chat ${chat.id}`;
  return [{thread_id: GENERAL, name, general: true, last_message_at: at ?? 0, messages: 0}];
}

/** Takes in an event; answers whether the page should read everything anew. */
export function take(model, kind, data, isSeen) {
  const chat = model.chats.get(data.chat_id);
  switch (kind) {
    case 'reset':
      return true;
    case 'call':
      takeCall(model, data);
      return false;
    case 'chat':
      if (!chat) return true;
      Object.assign(chat, {...data.chat, topics: chat.topics, typing: chat.typing, entries: chat.entries});
      return false;
    case 'topic':
      if (!chat) return true;
      chat.topics.set(data.topic.thread_id, {unread: 0, ...chat.topics.get(data.topic.thread_id), ...data.topic});
      return false;
    case 'typing':
      chat?.typing.push(data);
      return false;
    default:
      if (!chat) return true;
      takeEntry(chat, kind, data.entry, isSeen(data.chat_id, threadOf(data.entry)));
      return false;
  }
}

function takeEntry(chat, kind, entry, seen) {
  const isNew = kind === 'message' && !chat.entries.has(entry.message.message_id);
  chat.entries.set(entry.message.message_id, entry);
  const topic = chat.topics.get(threadOf(entry)) ?? chat.topics.get(GENERAL);
  if (!isNew || !topic) return;
  topic.last_message_at = Math.max(topic.last_message_at ?? 0, entry.message.date * 1000);
  if (!seen) topic.unread++;
  chat.typing = chat.typing.filter((each) => each.user_id !== entry.message.from?.id);
}

/** Takes in a call's record; one that is told again is completed by it. */
export function takeCall(model, record) {
  const at = model.calls.findIndex(({seq}) => seq <= record.seq);
  if (at >= 0 && model.calls[at].seq === record.seq) model.calls[at] = record;
  else model.calls.splice(at < 0 ? model.calls.length : at, 0, record);
  model.calls.length = Math.min(model.calls.length, MOST_CALLS);
}

/** The messages of a topic, oldest first. */
export function entriesOf(chat, thread) {
  return [...chat.entries.values()]
    .filter((entry) => threadOf(entry) === thread && !entry.deleted)
    .sort((a, b) => a.message.message_id - b.message.message_id);
}

/** A chat's topics as Telegram lists them: the latest word first, deleted ones last. */
export function topicList(chat) {
  return [...chat.topics.values()]
    .filter((topic) => !topic.hidden)
    .sort((a, b) => !!a.deleted - !!b.deleted || (b.last_message_at ?? 0) - (a.last_message_at ?? 0) || b.thread_id - a.thread_id);
}

export function lastEntry(chat, thread) {
  let last = null;
  for (const entry of chat.entries.values()) {
    const newer = !last || entry.message.message_id > last.message.message_id;
    if (newer && !entry.deleted && threadOf(entry) === thread) last = entry;
  }
  return last;
}

/** Who writes in a topic at the moment. */
export function typingIn(chat, thread, now) {
  const typing = chat.typing.filter((each) => (each.thread_id || GENERAL) === thread && each.until > now);
  return [...new Set(typing.map((each) => each.user_id))];
}
