import type { Assessment } from '../../model/analysis.ts';
import { goalEnds, markedDomain, plannedMark } from '../layout/marks.ts';
import { formatNumber } from '../layout/numbers.ts';
import { type Scale, scaleOf, tenth } from '../layout/scale.ts';
import type { PageWords } from '../words/page-en.ts';
import { legend } from './legend.ts';
import { html, type Markup, raw } from './markup.ts';

const WIDTH = 160;
const MIDDLE = 12;
/** Room for the arrow of an end that is not known. */
const EDGE = 10;

/** Value against goal on one line: what is known as a bar, what the evidence allows hatched, and the marks to hold it against. */
export function bullet(assessment: Assessment, words: PageWords): Markup {
  const { value, baseline, goal } = assessment;
  const planned = plannedMark(assessment);
  const start = baseline?.value ?? null;
  const domain = markedDomain(assessment);
  const at = scaleOf(domain, EDGE, WIDTH - EDGE);
  const isFromZero = domain.low <= 0;
  const spoken = labelOf(assessment, isFromZero ? null : domain.low, words);
  return html`<svg class="bullet" viewBox="0 0 ${WIDTH} 24" ${spoken === '' ? raw('aria-hidden="true"') : html`role="img" aria-label="${spoken}"`}><path class="track" d="M${EDGE} ${MIDDLE}H${WIDTH - EDGE}"/>${isFromZero ? null : BROKEN}${valueBar(value, isFromZero ? 0 : start, at)}${goalMark(goal, at)}${mark('schedule', planned, at)}${startMark(start, at)}</svg>`;
}

/** A scale that does not begin at zero says so. */
const BROKEN = html`<path class="broken" d="M4 12l2-4 3 8 2-4"/>`;

/** @param from where the bar begins; null where there is nothing to begin at, so that only the end is drawn. */
function valueBar(value: Assessment['value'], from: number | null, at: Scale): Markup | null {
  if (!value || (value.low === null && value.high === null)) return null;
  const { low, high } = value;
  const solid = low === null ? null : from === null ? dot(at(low)) : bar('value', at(from), at(low));
  if (low !== null && low === high) return solid;
  return html`${solid}${bar('allowed', low === null ? EDGE : at(low), high === null ? WIDTH - EDGE : at(high))}${
    low === null ? html`<path class="open" d="M${EDGE} 6v12l-8-6z"/>` : null
  }${high === null ? html`<path class="open" d="M${WIDTH - EDGE} 6v12l8-6z"/>` : null}`;
}

const dot = (x: number): Markup => html`<circle class="value" cx="${x}" cy="${MIDDLE}" r="4"/>`;

/** Never so narrow that it is not seen. */
function bar(kind: 'value' | 'allowed', from: number, to: number): Markup {
  const left = Math.min(from, to);
  return html`<rect class="${kind}" x="${left}" y="8" width="${Math.max(tenth(Math.abs(to - from)), 1)}" height="8"/>`;
}

const mark = (kind: 'schedule' | 'goal', value: number | null, at: Scale): Markup | null =>
  value === null ? null : html`<path class="${kind}" d="M${at(value)} 2v20"/>`;

const startMark = (start: number | null, at: Scale): Markup | null =>
  start === null ? null : html`<circle class="start" cx="${at(start)}" cy="${MIDDLE}" r="2.5"/>`;

/** One end is a cross mark, a band is a bracket. */
function goalMark(goal: Assessment['goal'], at: Scale): Markup | null {
  const [low, high] = goalEnds(goal);
  if (low === undefined) return null;
  if (high === undefined) return mark('goal', low, at);
  return html`<rect class="band" x="${at(low)}" y="3" width="${Math.max(tenth(at(high) - at(low)), 2)}" height="18"/>`;
}

/** What the row does not say in words already. */
function labelOf({ baseline, planned }: Assessment, scaleFrom: number | null, { drawn }: PageWords): string {
  const text = (value: number, digits: number) => formatNumber(Number(value.toPrecision(digits)));
  return [
    ...(planned === null ? [] : [drawn.schedule(text(planned, 6))]),
    ...(baseline === null ? [] : [drawn.start(formatNumber(baseline.value))]),
    ...(scaleFrom === null ? [] : [drawn.scaleFrom(text(scaleFrom, 3))]),
  ].join(', ');
}

/** What the marks mean. */
export const bulletLegend = ({ legend: texts }: PageWords): Markup =>
  legend((['value', 'allowed', 'schedule', 'goal', 'start'] as const).map(id => [id, texts[id]]));
