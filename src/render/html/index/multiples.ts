import type { BatchIndex, GroupRow, ValueRow } from '../../../model/batch.ts';
import type { Label } from '../../../model/fields.ts';
import { groupBy } from '../../../values/group.ts';
import type { IndexOptions } from '../../batch/index-format.ts';
import type { Titles } from '../../batch/titles.ts';
import { formatNumber } from '../../layout/numbers.ts';
import { scaleOf, tenth } from '../../layout/scale.ts';
import { endsShown } from '../../layout/whole.ts';
import { severitySigns } from '../../signs.ts';
import type { PageWords } from '../../words/page-en.ts';
import { wordsIn } from '../../words/registry.ts';
import type { Lang } from '../../words/words.ts';
import { html, type Markup } from '../markup.ts';
import { linkTo } from './heat.ts';

/** Drawings of one page: of more targets the pages of the groups tell. */
const MOST_DRAWN = 3000;

interface GroupValue {
  readonly group: GroupRow;
  readonly value: ValueRow;
}

/** Each target over all groups: small drawings on one scale, in parts of the goal, one for each region or file. */
export function multiples(
  index: BatchIndex,
  titles: Titles,
  { lang, groupsAt }: IndexOptions,
  words: PageWords,
): Markup | null {
  const periods = [...new Set(index.groups.map(({ period }) => period ?? ''))].toSorted();
  const points = index.groups.flatMap(group => group.values.map(value => ({ group, value })));
  const ofTarget = groupBy(points, ({ value }) => value.target);
  const targets = index.targets.flatMap(({ id, title }): DrawnTarget[] => {
    const own = ofTarget.get(id);
    return own ? [{ id, title, series: [...groupBy(own, seriesOf).values()] }] : [];
  });
  if (targets.length === 0) return null;
  const longest = Math.max(...targets.map(({ series }) => series.length));
  const most = Math.max(1, Math.floor(MOST_DRAWN / longest));
  const shown = targets.slice(0, most);
  const best = shown.toSorted((a, b) => toldIn(b) - toldIn(a))[0];
  const left = targets.length - shown.length;
  const drawn = (points: readonly GroupValue[]) =>
    small(points, periods, group => linkTo(group, titles, groupsAt), lang);
  const heading = ({ id, title }: DrawnTarget) => html`<bdi>${title[lang]}</bdi> <code>${id}</code>`;
  const all =
    longest === 1
      ? html`<ul class="multiples">${shown.map(each => html`<li><b>${heading(each)}</b>${each.series.map(drawn)}</li>`)}</ul>`
      : shown.map(
          each =>
            html`<details${each === best ? html` open` : null}><summary><h3>${heading(each)}</h3></summary><ul class="multiples">${each.series.map(
              points => html`<li>${drawn(points)}</li>`,
            )}</ul></details>`,
        );
  return html`<section aria-labelledby="multiples"><h2 id="multiples">${words.multiples}</h2><p class="note">${words.multiplesAre}</p>${all}${
    left > 0 ? html`<p>${words.moreTargets(left)}</p>` : null
  }</section>`;
}

interface DrawnTarget {
  readonly id: string;
  readonly title: Label;
  /** The groups of each region or file. */
  readonly series: readonly (readonly GroupValue[])[];
}

/** Of how many groups something is known. */
const toldIn = ({ series }: DrawnTarget): number =>
  series.flat().filter(({ value: { low, high } }) => low !== null || high !== null).length;

const seriesOf = ({ group: { file, region } }: GroupValue): string => `${file ?? ''}\n${region}`;

const byPeriod = (a: GroupValue, b: GroupValue): number => ((a.group.period ?? '') < (b.group.period ?? '') ? -1 : 1);

/** The drawing, and its last point in words. */
function small(
  points: readonly GroupValue[],
  periods: readonly string[],
  link: (group: GroupRow) => Markup,
  lang: Lang,
): Markup {
  const ordered = points.toSorted(byPeriod);
  const last = ordered.at(-1);
  if (!last) return html``;
  const { value, group } = last;
  const { verdict } = wordsIn(lang);
  return html`${drawing(ordered, periods)} ${link(group)} <span class="${value.severity}">${severitySigns[value.severity]} ${verdict[value.verdict].name}</span> <small>${rangeText(value)}</small>`;
}

const rangeText = (value: ValueRow): string => {
  const { low, high } = endsShown(value, value.whole);
  if (low === null) return high === null ? '' : `≤ ${formatNumber(high)}`;
  if (high === null) return `≥ ${formatNumber(low)}`;
  return low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`;
};

const WIDTH = 96;
const HEIGHT = 32;
/** Twice the goal and more stands at the upper edge. */
const MOST = 2;

function drawing(points: readonly GroupValue[], periods: readonly string[]): Markup {
  const y = scaleOf({ low: 0, high: MOST }, HEIGHT - 2, 2);
  const x = scaleOf({ low: 0, high: Math.max(periods.length - 1, 1) }, 4, WIDTH - 4);
  const ranges = points.flatMap(({ group, value: { low, high, goal } }) => {
    if (!goal || (low === null && high === null)) return [];
    const ends = [low ?? high ?? 0, high ?? low ?? 0].map(end => y(end / goal));
    return [{ at: x(Math.max(periods.indexOf(group.period ?? ''), 0)), low: ends[0] ?? 0, high: ends[1] ?? 0 }];
  });
  const bars = ranges.map(({ at, low, high }) => `M${at} ${tenth(low + 1.5)}V${tenth(high - 1.5)}`).join('');
  const line = ranges.map(({ at, low, high }) => `${at} ${tenth((low + high) / 2)}`).join('L');
  return html`<svg class="small" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true"><path class="axis" d="M0 ${y(0)}H${WIDTH}"/><path class="goal" d="M0 ${y(1)}H${WIDTH}"/>${
    ranges.length > 0 ? html`<path class="line" d="M${line}"/><path class="point" d="${bars}"/>` : null
  }</svg>`;
}
