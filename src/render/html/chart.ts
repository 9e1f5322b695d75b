import type { Analysis, Assessment } from '../../model/analysis.ts';
import { goalEnds } from '../layout/marks.ts';
import { formatNumber, formatValue } from '../layout/numbers.ts';
import { domainOf, tenth } from '../layout/scale.ts';
import { goalText, unitIn, withUnit } from '../message.ts';
import type { PageWords } from '../words/page-en.ts';
import type { Lang } from '../words/words.ts';
import { BOTTOM, type ChartPlace, HEIGHT, placeIn, TOP, timeAxis, valueAxis, WIDTH } from './axes.ts';
import { type DrawnFigure, drawnFigures } from './figures.ts';
import { legend } from './legend.ts';
import { html, type Markup } from './markup.ts';
import type { Once } from './once.ts';

/** A figure further off than this many times the rest is drawn at the edge: a slip of a unit would flatten all others. */
const MOST_STRETCH = 1.6;

/** The target over time; null where nothing but the goal would be drawn. */
export function chart(
  assessment: Assessment,
  { asOf, plan }: Pick<Analysis, 'asOf' | 'plan'>,
  lang: Lang,
  words: PageWords,
  once: Once,
): Markup | null {
  const figures = figuresWithin(assessment, plan.period.from);
  const { course, value, goal, at, outlook, kind } = assessment;
  const hasEnd = value !== null && (value.low !== null || value.high !== null);
  if (kind === 'event' || (figures.length === 0 && !hasEnd)) return null;
  const core = coreValues(assessment, figures);
  const domain = domainOf([...core, ...figures.map(({ nominal }) => nominal).filter(each => isNear(each, core))]);
  const drawn = [goal.by, asOf, at, ...course.path.map(point => point.at), ...figures.map(({ day }) => day)];
  const days = drawn.toSorted();
  const place = placeIn(domain, days);
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${labelOf(assessment, lang, words)}">${valueAxis(domain, place)}${once.draw(timeAxis(days, { asOf, by: goal.by }, place))}<text x="0" y="9">${unitIn(lang, goal)}</text>${goalLines(goal, lang, place)}${pathLine(course.path, place)}${outlook && value?.nominal != null ? trend(outlook, { at, value: value.nominal }, goal.by, place) : null}${courseArea(assessment, place)}${hasEnd ? knownBar(value, at, place) : null}${figureMarks(figures, place)}</svg>`;
}

/** Those from long before the plan would squeeze all others. */
function figuresWithin(assessment: Assessment, from: string): DrawnFigure[] {
  const first = [
    from,
    assessment.baseline?.asOf ?? from,
    ...assessment.course.history.map(({ at }) => at),
  ].toSorted()[0];
  return drawnFigures(assessment).filter(({ day, use }) => use !== 'aside' || day >= (first ?? from));
}

/** What has to be seen whole. */
function coreValues({ course, value, goal, outlook, baseline }: Assessment, figures: readonly DrawnFigure[]): number[] {
  const used = figures.filter(({ use }) => use !== 'aside').map(({ nominal }) => nominal);
  const ends = [value?.low, value?.high, outlook?.value, baseline?.value].filter(each => each != null);
  return [...goalEnds(goal), ...course.path.map(point => point.value), ...ends, ...used];
}

function isNear(value: number, core: readonly number[]): boolean {
  const most = Math.max(...core.map(Math.abs)) || 1;
  return core.length === 0 || Math.abs(value) <= most * MOST_STRETCH;
}

function goalLines(goal: Assessment['goal'], lang: Lang, { y, left, x }: ChartPlace): Markup | null {
  const [low, high] = goalEnds(goal);
  if (low === undefined) return null;
  const to = x(goal.by);
  const band =
    high === undefined
      ? null
      : html`<rect class="band" x="${left}" y="${y(high)}" width="${tenth(to - left)}" height="${Math.max(tenth(y(low) - y(high)), 1)}"/>`;
  return html`${band}<path class="goal" d="M${left} ${y(low)}H${to}${high === undefined ? '' : `M${left} ${y(high)}H${to}`}"/><text x="${left + 4}" y="${tenth(Math.max(y(high ?? low) - 4, 9))}">${goalText(goal, lang)}</text>`;
}

function pathLine(path: Assessment['course']['path'], { x, y }: ChartPlace): Markup | null {
  if (path.length === 0) return null;
  const diamonds = path.slice(1, -1).map(point => `M${x(point.at)} ${tenth(y(point.value) - 4)}l4 4-4 4-4-4z`);
  return html`<path class="schedule" d="M${path.map(point => `${x(point.at)} ${y(point.value)}`).join('L')}"/>${
    diamonds.length > 0 ? html`<path class="milestone" d="${diamonds.join('')}"/>` : null
  }`;
}

/** What is known of each day up to the judged one: a line where it is one number, else the room between its ends. */
function courseArea({ course, value, at }: Assessment, { x, y }: ChartPlace): Markup | null {
  const known = [...course.history, ...(value ? [{ at, low: value.low, high: value.high }] : [])];
  const closed = known.flatMap(({ at: day, low, high }) =>
    low === null || high === null ? [] : [{ low: `${x(day)} ${y(low)}`, high: `${x(day)} ${y(high)}` }],
  );
  if (closed.length < 2) return null;
  const around = [...closed.map(({ low }) => low), ...closed.toReversed().map(({ high }) => high)];
  return html`<path class="course" d="M${around.filter((point, index) => point !== around[index - 1]).join('L')}z"/>`;
}

/** Where the trend leads, from the least to the most that the figures allow. */
function trend(
  { value, low, high }: NonNullable<Assessment['outlook']>,
  from: { readonly at: string; readonly value: number },
  by: string,
  { x, y }: ChartPlace,
): Markup {
  const start = `M${x(from.at)} ${y(from.value)}L${x(by)}`;
  const wedge = low === null || high === null || low === high ? null : `${start} ${y(low)}V${y(high)}z`;
  return html`${wedge === null ? null : html`<path class="allowed" d="${wedge}"/>`}<path class="trend" d="${start} ${y(value)}"/>`;
}

/** What is known of the value on the judged day; an end that is not known is an arrow. */
function knownBar({ low, high }: NonNullable<Assessment['value']>, at: string, { x, y }: ChartPlace): Markup | null {
  if (low !== null && low === high) return null;
  const middle = x(at);
  const [upper, lower] = [high === null ? TOP + 8 : y(high), low === null ? BOTTOM - 8 : y(low)];
  return html`<rect class="allowed" x="${tenth(middle - 4)}" y="${Math.min(upper, lower)}" width="8" height="${Math.max(tenth(lower - upper), 1)}"/>${
    high === null ? html`<path class="open" d="M${middle} ${TOP}l-5 8h10z"/>` : null
  }${low === null ? html`<path class="open" d="M${middle} ${BOTTOM}l-5-8h10z"/>` : null}`;
}

/** Figures of one use in one go; those that count by themselves say what they are. */
function figureMarks(figures: readonly DrawnFigure[], place: ChartPlace): Markup[] {
  const aside = figures.filter(({ use }) => use === 'aside').map(figure => shapeOf(figure, place));
  return [
    ...(aside.length > 0 ? [html`<path class="aside" d="${[...new Set(aside)].join('')}"/>`] : []),
    ...figures
      .filter(({ use }) => use !== 'aside')
      .map(
        figure =>
          html`<path class="${figure.use}" d="${shapeOf(figure, place)}"><title>${figure.day} · ${figure.text}</title></path>`,
      ),
  ];
}

function shapeOf({ day, low, high, nominal, relation }: DrawnFigure, { x, y, top }: ChartPlace): string {
  const [at, middle] = [x(day), y(nominal)];
  if (nominal > top) return `M${at} ${TOP - 8}l4 7h-8zm0 7v7`;
  const ends = low !== null && high !== null && y(low) - y(high) > 2 ? `M${at} ${y(low)}V${y(high)}` : '';
  return ends + shapes[relation](at, middle);
}

/** A figure of what is meant is round; a part points up to it, a whole down, and what is something else is a cross. */
const shapes: Readonly<Record<DrawnFigure['relation'], (x: number, y: number) => string>> = {
  same: (x, y) => `M${tenth(x - 3)} ${y}a3 3 0 1 1 0 .1z`,
  part: (x, y) => `M${x} ${tenth(y - 4)}l4 7h-8z`,
  whole: (x, y) => `M${x} ${tenth(y + 4)}l4-7h-8z`,
  other: (x, y) => `M${tenth(x - 3)} ${tenth(y - 3)}l6 6m0-6l-6 6`,
};

/** What the marks of all charts mean. */
export const chartLegend = ({ timeLegend: texts, legend: shared }: PageWords): Markup =>
  legend([
    ...(['used', 'contested', 'aside', 'part', 'whole', 'other', 'beyond'] as const).map(
      id => [id, texts[id]] as const,
    ),
    ['allowed', shared.allowed],
    ...(['course', 'path', 'trend'] as const).map(id => [id, texts[id]] as const),
    ['goal', shared.goal],
    ['judged', texts.judged],
    ['deadline', texts.deadline],
  ]);

function labelOf(assessment: Assessment, lang: Lang, words: PageWords): string {
  const { goal, baseline, at } = assessment;
  const value = formatValue(assessment);
  return [
    words.overTime(assessment.title[lang]),
    ...(baseline ? [words.drawn.start(`${formatNumber(baseline.value)} (${baseline.asOf})`)] : []),
    value === null ? words.noValue : `${words.drawn.value(withUnit(value, goal, lang))} (${at})`,
    `${words.drawn.goal(goalText(goal, lang))} (${goal.by})`,
  ].join(' · ');
}
