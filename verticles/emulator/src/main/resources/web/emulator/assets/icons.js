// The page's own small drawings.
import {svg, html} from '/lit/lit-html.js';

const icon = (drawing, box = 24) =>
  html`<svg class="icon" viewBox="0 0 ${box} ${box}" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawing}</svg>`;

export const back = () => icon(svg`<path d="M15 5l-7 7 7 7"/>`);
export const lock = () => icon(svg`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`);
export const send = () => icon(svg`<path d="M4 12l16-8-5 16-3.5-6.5z"/>`);
export const reply = () => icon(svg`<path d="M10 6l-6 5 6 5"/><path d="M4 11h9a7 7 0 0 1 7 7"/>`);
export const close = () => icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`);
export const file = () => icon(svg`<path d="M12 4v12m-5-5l5 5 5-5M5 20h14"/>`);
export const down = () => icon(svg`<path d="M6 10l6 6 6-6"/>`);
export const panel = () => icon(svg`<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M15 5v14"/>`);
export const open = () => icon(svg`<path d="M9 6h9v9M18 6L7 17"/>`);
