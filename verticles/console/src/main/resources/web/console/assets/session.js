// What is said of a session wherever it is listed.
import {html, nothing} from '/lit/lit-html.js';
import {ago, several} from './words.js';

const TOPIC = {NEEDED: 'no topic yet', BOUND: 'topic', CLOSED: 'topic closed', DOUBTED: 'topic in doubt', MUTED: 'muted'};

/** Where its events are told one by one. */
export function sessionLink(id, name) {
  return html`<a class="name" href=${`/session?${new URLSearchParams({id})}`} title=${id}>${name}</a>`;
}

export function topicTag({topic, topicWords, generation}) {
  const words = topic === 'BOUND' && generation > 1 ? `${TOPIC.BOUND} no. ${generation}` : TOPIC[topic];
  return html`<p class="tag topic-${topic.toLowerCase()}" title=${topicWords}>${words}</p>`;
}

export function sessionFacts(each, now) {
  const where = [each.agent, each.host, each.project].filter(Boolean).join(' · ');
  return html`
    <p class="facts">${several(each.accepted, 'event')}, last ${ago(each.lastEventAt, now)}${where ? ` · ${where}` : ''}</p>
    ${each.waiting
      ? html`<p class="why"><b>${each.waiting} waiting.</b> ${each.why}</p>`
      : each.topic === 'BOUND' || each.topic === 'CLOSED' ? nothing : html`<p class="facts">${each.topicWords}</p>`}
  `;
}
