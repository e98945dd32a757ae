// What the reader is doing at the moment: where, with what begun, opened and awaited.

export const PAGE = 150;

export const desk = {
  chatId: 0,
  thread: 0,
  me: null,
  draft: '',
  sending: false,
  replyTo: null,
  most: PAGE,
  atEnd: true,
  panel: matchMedia('(min-width: 1120px)').matches,
  polls: false,
  openCalls: new Set(),
  waiting: new Set(),
  toast: '',
  alert: '',
};

const drafts = new Map(); // topic → what was begun to write there
const opened = new Map(); // message id → keys of its open quotes and spoilers

const topicKey = () => `${desk.chatId}/${desk.thread}`;

/** Goes to a topic; what was begun in another one stays there. */
export function goTo(chatId, thread) {
  if (chatId === desk.chatId && thread === desk.thread) return;
  Object.assign(desk, {chatId, thread, replyTo: null, most: PAGE, atEnd: true});
  desk.draft = drafts.get(topicKey()) ?? '';
}

export function setDraft(text) {
  desk.draft = text;
  drafts.set(topicKey(), text);
}

/** The keys of what is open in a message. */
export function openIn(messageId) {
  if (!opened.has(messageId)) opened.set(messageId, new Set());
  return opened.get(messageId);
}

export function flip(set, key) {
  if (!set.delete(key)) set.add(key);
}
