// What the reader can do.
import * as api from './api.js';
import {desk, flip, openIn, PAGE, setDraft} from './desk.js';

const ANSWER_MILLIS = 5000;
const TOAST_MILLIS = 4000;
const NEAR_END = 60;

/** @param draw shows what has changed */
export function makeActions(draw) {
  let toastTimer = 0;

  const change = (what) => (argument) => {
    what(argument);
    draw();
  };

  const toast = change((words) => {
    desk.toast = words;
    clearTimeout(toastTimer);
    toastTimer = setTimeout(change(() => { desk.toast = ''; }), TOAST_MILLIS);
  });

  /** Does it, or says why it cannot be done; answers null then. */
  async function attempt(action) {
    try {
      return await action();
    } catch (problem) {
      toast(problem.message);
      return null;
    }
  }

  async function submit(event) {
    event.preventDefault();
    const text = desk.draft.trim();
    if (!text || desk.sending) return;
    desk.sending = true;
    draw();
    const sent = await attempt(() => api.send(desk.chatId, desk.thread, text, desk.replyTo?.message_id));
    desk.sending = false;
    if (sent) {
      setDraft('');
      Object.assign(desk, {replyTo: null, atEnd: true});
    }
    draw();
  }

  async function tap(message, row, column) {
    const key = `${message.message_id} ${row} ${column}`;
    desk.waiting.add(key);
    draw();
    const said = await attempt(() => api.tap(desk.chatId, message.message_id, row, column, ANSWER_MILLIS));
    desk.waiting.delete(key);
    if (said) show(said.answer);
    draw();
  }

  function show(answer) {
    if (!answer) toast('The bot has not answered.');
    else if (answer.show_alert && answer.text) desk.alert = answer.text;
    else if (answer.text) toast(answer.text);
  }

  return {
    submit,
    tap,
    react: (message, emoji) => attempt(() => api.react(desk.chatId, message.message_id, emoji)),
    changeTopic: (what) => attempt(() => api.changeTopic(desk.chatId, desk.thread, what)),
    pressed: (messageId, row, column) => desk.waiting.has(`${messageId} ${row} ${column}`),
    opened: (messageId) => ({
      has: (key) => openIn(messageId).has(key),
      toggle: change((key) => {
        flip(openIn(messageId), key);
        desk.atEnd = false; // what was opened stays in sight
      }),
    }),
    reply: change((message) => {
      desk.replyTo = message;
      document.querySelector('.composer textarea')?.focus();
    }),
    typed: change(({target}) => setDraft(target.value)),
    keyed(event) {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
      if (event.key === 'Escape') change(() => { desk.replyTo = null; })();
    },
    scrolled({target}) {
      const atEnd = target.scrollHeight - target.scrollTop - target.clientHeight < NEAR_END;
      if (atEnd !== desk.atEnd) change(() => { desk.atEnd = atEnd; })();
    },
    showEarlier: change(() => Object.assign(desk, {most: desk.most + PAGE, atEnd: false})),
    toEnd: change(() => { desk.atEnd = true; }),
    togglePanel: change(() => { desk.panel = !desk.panel; }),
    togglePolls: change(({target}) => { desk.polls = target.checked; }),
    toggleCall: change((seq) => flip(desk.openCalls, seq)),
    closeAlert: change(() => { desk.alert = ''; }),
  };
}
