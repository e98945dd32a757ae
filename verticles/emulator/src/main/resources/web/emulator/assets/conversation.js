// The open topic: its head, its messages and the place to write.
import {html, nothing} from '/lit/lit-html.js';
import {live} from '/lit/directives/live.js';
import * as icons from './icons.js';
import {entriesOf, typingIn} from './model.js';
import {stream} from './stream.js';
import {topicIcon} from './topics.js';
import {excerpt, nameOf} from './words.js';

export function conversation({model, desk, now, actions}) {
  const {chatId, thread} = desk;
  const chat = model.chats.get(chatId);
  const topic = chat?.topics.get(thread);
  if (!topic) {
    return html`<main class="conversation none"><p class="blank">Choose a topic to see what happens in it.</p></main>`;
  }
  const all = entriesOf(chat, thread);
  const shown = all.slice(-desk.most);
  return html`
    <main class="conversation">
      <header class="bar">
        <a class="round back" href="#/${chatId}" aria-label="Back to the topics">${icons.back()}</a>
        ${topicIcon(topic)}
        <div class="titles">
          <h2 class="cut" dir="auto">${topic.name}</h2>
          <p class="under" role="status">${under(model, chat, topic, all.length, now)}</p>
        </div>
        ${topic.general || topic.deleted ? nothing : html`<button class="word" type="button" @click=${() => actions.changeTopic(topic.closed ? 'reopen' : 'close')}>${topic.closed ? 'Reopen' : 'Close'}</button>`}
        <button class="round panel-button" type="button" aria-label="API calls and limits" aria-pressed=${desk.panel} title="API calls and limits" @click=${actions.togglePanel}>${icons.panel()}</button>
      </header>
      <div class="scroll" role="log" aria-label="Messages" tabindex="0" @scroll=${actions.scrolled}>
        ${all.length > shown.length ? html`<p class="earlier"><button class="word" type="button" @click=${actions.showEarlier}>Earlier messages</button></p>` : nothing}
        ${stream(shown, {...actions, me: desk.me})}
        ${all.length ? nothing : html`<p class="note"><span>Nothing here yet.</span></p>`}
      </div>
      ${desk.atEnd ? nothing : html`<button class="round to-end" type="button" aria-label="To the latest message" @click=${actions.toEnd}>${icons.down()}</button>`}
      ${topic.deleted ? html`<p class="composer gone">This topic was deleted.</p>` : composer(topic, desk, actions)}
    </main>
  `;
}

function under(model, chat, topic, messages, now) {
  const typing = typingIn(chat, topic.thread_id, now)
    .map((id) => [...model.users, ...model.bots.map(({user}) => user)].find((user) => user.id === id))
    .map(nameOf);
  if (typing.length) return html`<span class="typing">${typing.join(', ')} ${typing.length === 1 ? 'is' : 'are'} typing…</span>`;
  const count = `${messages} ${messages === 1 ? 'message' : 'messages'}`;
  return topic.closed ? `closed · ${count}` : count;
}

function composer(topic, desk, actions) {
  return html`
    <form class="composer" @submit=${actions.submit}>
      ${desk.replyTo ? html`
        <div class="answering">
          <span class="cut"><b>${nameOf(desk.replyTo.from)}</b> <span dir="auto">${excerpt(desk.replyTo, 80)}</span></span>
          <button class="round" type="button" aria-label="Do not reply" @click=${() => actions.reply(null)}>${icons.close()}</button>
        </div>` : nothing}
      <textarea name="text" rows="1" dir="auto" aria-label="Message" autocomplete="off"
        placeholder=${topic.closed ? 'Closed: only admins can write' : `Message as ${nameOf(desk.me)}`}
        .value=${live(desk.draft)} @input=${actions.typed} @keydown=${actions.keyed}></textarea>
      <button class="round send" type="submit" aria-label="Send" ?disabled=${!desk.draft.trim() || desk.sending}>${icons.send()}</button>
    </form>
  `;
}
