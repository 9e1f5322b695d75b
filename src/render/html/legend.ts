import { html, type Markup } from './markup.ts';

/** What a mark of a drawing looks like by itself; drawn once a page and named wherever a legend explains it. */
const signs = {
  value: html`<rect class="value" x="1" y="4" width="26" height="8"/>`,
  allowed: html`<rect class="allowed" x="1" y="4" width="26" height="8"/>`,
  schedule: html`<path class="schedule" d="M14 0v16"/>`,
  goal: html`<path class="goal" d="M14 0v16"/>`,
  start: html`<circle class="start" cx="14" cy="8" r="2.5"/>`,
  used: html`<path class="used" d="M11 8a3 3 0 1 1 0 .1z"/>`,
  contested: html`<path class="contested" d="M11 8a3 3 0 1 1 0 .1z"/>`,
  aside: html`<path class="aside" d="M11 8a3 3 0 1 1 0 .1z"/>`,
  part: html`<path class="aside" d="M14 4l4 7h-8z"/>`,
  whole: html`<path class="aside" d="M14 12l4-7h-8z"/>`,
  other: html`<path class="aside" d="M11 5l6 6m0-6l-6 6"/>`,
  beyond: html`<path class="aside" d="M14 1l4 7h-8zm0 7v7"/>`,
  course: html`<path class="course" d="M2 10L14 7L26 3V7L14 9z"/>`,
  path: html`<path class="schedule" d="M2 8H26"/>`,
  trend: html`<path class="trend" d="M2 8H26"/>`,
  judged: html`<path class="asof" d="M14 0v16"/>`,
  deadline: html`<path class="deadline" d="M14 0v16"/>`,
} as const satisfies Readonly<Record<string, Markup>>;

type SignId = keyof typeof signs;

/** Hatched lines, which stand for what is possible, the signs of the legends, and what drawings have in common. */
export const drawings = (others: Markup): Markup =>
  html`<svg class="unseen" aria-hidden="true"><defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M1 0v4"/></pattern>${Object.entries(
    signs,
  ).map(([id, sign]) => html`<symbol id="l-${id}">${sign}</symbol>`)}${others}</defs></svg>`;

export const legend = (entries: readonly (readonly [SignId, string])[]): Markup =>
  html`<ul class="legend">${entries.map(
    ([id, text]) => html`<li><svg aria-hidden="true"><use href="#l-${id}"/></svg> ${text}</li>`,
  )}</ul>`;
