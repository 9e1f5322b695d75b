import { type Day, dayNumber } from '../../values/day.ts';
import { formatNumber } from '../layout/numbers.ts';
import { type Domain, scaleOf, tenth, ticks, years } from '../layout/scale.ts';
import { html, type Markup } from './markup.ts';

export const WIDTH = 320;
export const HEIGHT = 176;
export const TOP = 16;
export const BOTTOM = HEIGHT - 18;
const RIGHT = WIDTH - 8;
/** Of a digit at the size of the letters, and of what stands before and behind a number. */
const DIGIT = 5.6;

/** Where days and values stand on a chart. */
export interface ChartPlace {
  readonly x: (day: string) => number;
  readonly y: (value: number) => number;
  readonly top: number;
  readonly left: number;
}

/** Of few widths, so that charts with numbers of about the same length share their time axis. */
const MARGINS = [4, 7, 10, 13].map(digits => tenth(digits * DIGIT + 8));

export function placeIn(domain: Domain, days: readonly string[]): ChartPlace {
  const longest = Math.max(...ticks(domain, 4).map(tick => formatNumber(tick).length)) * DIGIT + 8;
  const left = MARGINS.find(margin => margin >= longest) ?? tenth(longest);
  const [from, to] = [number(days[0] ?? ''), number(days.at(-1) ?? '')];
  const room = Math.max((to - from) * 0.03, 20);
  const x = scaleOf({ low: from - room, high: to + room }, left, RIGHT);
  return { x: day => x(number(day)), y: scaleOf(domain, BOTTOM, TOP), top: domain.high, left };
}

const number = (day: string): number => dayNumber(day as Day);

/** Round numbers, each with its line. */
export function valueAxis(domain: Domain, { y, left }: ChartPlace): Markup {
  const values = ticks(domain, 4).map(value => ({ text: formatNumber(value), at: y(value) }));
  const grid = values.map(({ at }) => `M${left} ${at}H${RIGHT}`).join('');
  return html`<path class="grid" d="${grid}"/><text class="end">${values.map(
    ({ text, at }) => html`<tspan x="${left - 4}" y="${tenth(at + 3)}">${text}</tspan>`,
  )}</text>`;
}

/** The years, the day of the analysis and the deadline. */
export function timeAxis(days: readonly string[], { asOf, by }: ShownDays, { x, left }: ChartPlace): Markup {
  const marks = years(number(days[0] ?? ''), number(days.at(-1) ?? '') + 31, 7).map(({ year }) => ({
    year,
    at: x(`${year}-01-01`),
  }));
  const axis = `M${left} ${BOTTOM}H${RIGHT}${marks.map(({ at }) => `M${at} ${BOTTOM}v4`).join('')}`;
  const line = (kind: 'asof' | 'deadline', day: string) =>
    html`<path class="${kind}" d="M${x(day)} ${TOP}V${BOTTOM}"/>`;
  return html`<path class="axis" d="${axis}"/><text class="mid" y="${HEIGHT - 4}">${marks.map(
    ({ year, at }) => html`<tspan x="${at}">${year}</tspan>`,
  )}</text>${line('asof', asOf)}${line('deadline', by)}`;
}

interface ShownDays {
  readonly asOf: string;
  readonly by: string;
}
