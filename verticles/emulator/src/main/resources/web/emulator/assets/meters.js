// The flood model's meters in the words of the page.

const LABELS = {
  group: 'Messages in this group', edit: 'Edits in this group', chat: 'Messages at once', bot: 'All chats of the bot',
  admin: 'Upkeep of topics', typing: 'Typing', typing_long: 'Typing, longer',
};
const FIRST = ['group', 'edit', 'chat', 'bot'];

/** What concerns a chat: {windows: [{label, used, limit, period}], closedUntil}. */
export function readMeters({windows, closed}, chatId) {
  const concerns = ({chat_id: chat}) => chat === null || chat === undefined || chat === chatId;
  const rank = ({window}) => (FIRST.indexOf(window) + FIRST.length + 1) % (FIRST.length + 1);
  return {
    windows: windows
      .filter(concerns)
      .sort((a, b) => rank(a) - rank(b))
      .map(({window, used, limit, period_seconds: period}) => ({label: LABELS[window] ?? window, used, limit, period})),
    closedUntil: Math.max(0, ...closed.filter(concerns).map(({until}) => until)),
  };
}
