// Names, numbers and times as people say them.
import {plainWords} from './blocks.js';

const TIME = new Intl.DateTimeFormat(undefined, {hour: '2-digit', minute: '2-digit'});
const EXACT = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'medium'});
const DAY = new Intl.DateTimeFormat(undefined, {day: 'numeric', month: 'long'});
const SHORT_DAY = new Intl.DateTimeFormat(undefined, {day: 'numeric', month: 'short'});
const SIZES = ['B', 'KB', 'MB', 'GB'];

export const time = (millis) => TIME.format(millis);
export const exactTime = (millis) => EXACT.format(millis);
export const day = (millis) => (sameDay(millis, Date.now()) ? 'Today' : DAY.format(millis));
export const timeOrDay = (millis) => (sameDay(millis, Date.now()) ? TIME.format(millis) : SHORT_DAY.format(millis));

export function sameDay(a, b) {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

export function size(bytes) {
  let unit = 0;
  let left = bytes ?? 0;
  while (left >= 1024 && unit < SIZES.length - 1) {
    left /= 1024;
    unit++;
  }
  return `${unit && left < 10 ? left.toFixed(1) : Math.round(left)} ${SIZES[unit]}`;
}

export function nameOf(user) {
  return [user?.first_name, user?.last_name].filter(Boolean).join(' ') || user?.username || 'Somebody';
}

/** What happened, for a message that is no more than a note of it; null for all others. */
export function serviceWords(message) {
  const who = nameOf(message.from);
  if (message.forum_topic_created) return `${who} created the topic “${message.forum_topic_created.name}”`;
  if (message.forum_topic_edited) {
    const {name} = message.forum_topic_edited;
    return name ? `${who} renamed the topic to “${name}”` : `${who} changed the topic's icon`;
  }
  if (message.forum_topic_closed) return `${who} closed the topic`;
  if (message.forum_topic_reopened) return `${who} reopened the topic`;
  if (message.general_forum_topic_hidden) return `${who} hid the General topic`;
  if (message.general_forum_topic_unhidden) return `${who} showed the General topic`;
  if (message.pinned_message) return `${who} pinned “${excerpt(message.pinned_message, 40)}”`;
  if (message.new_chat_members) return `${message.new_chat_members.map(nameOf).join(', ')} joined`;
  if (message.left_chat_member) return `${nameOf(message.left_chat_member)} left`;
  if (message.new_chat_title) return `${who} changed the title to “${message.new_chat_title}”`;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return 'The group became a supergroup';
  const created = message.group_chat_created || message.supergroup_chat_created;
  return created ? `${who} created the group` : null;
}

/** The beginning of a message, on one line. */
export function excerpt(message, length = 120) {
  const service = serviceWords(message);
  if (service) return service;
  const file = message.document ? `📎 ${message.document.file_name ?? 'File'}` : message.photo ? '🖼 Photo' : '';
  const words = message.text ?? message.caption ?? plainWords(message.rich_message ?? '');
  const line = `${file} ${words.slice(0, 4 * length)}`.replace(/\s+/g, ' ').trim();
  const points = [...line];
  return points.length > length ? `${points.slice(0, length).join('')}…` : line;
}
