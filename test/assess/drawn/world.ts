import type { CheckSettings } from '../../../src/index.ts';
import { type Random, randomOf } from '../../fuzz/random.ts';

/* A small plan, what was reported, and what is asked: drawn by lot, in the words of the files. */

export type Fields = Readonly<Record<string, unknown>>;

export interface World {
  readonly indicator: Fields;
  readonly others?: Readonly<Record<string, Fields>>;
  readonly target: Fields;
  readonly figures: readonly Fields[];
  /** Beside these the plan says nothing but its names. */
  readonly plan?: Fields;
  readonly settings: CheckSettings;
}

/** The lot of one world. */
export interface Lot extends Random {
  /** Its figures are plain ones of year ends up to the day of the analysis, so that much is decided. */
  readonly isTidy: boolean;
  readonly settings: CheckSettings;
  readonly asOf: string;
}

/** Every other world is a tidy one. */
export function lotOf(seed: number): Lot {
  const random = randomOf(seed);
  const asOf = random.one(ASKED_ON);
  const settings = { as_of: asOf, ...(random.once(3) && random.one(ASKED)) };
  return { ...random, isTidy: seed % 2 === 0, asOf, settings };
}

/** All is on one grid, so that figures meet the goal, each other and the edges of bands. */
export const onGrid = ({ below }: Random, least = 1, most = 30): number => least + below(most - least + 1);

const FORMS = ['>#', '≥#', '<#', '≤#', '约#', '#左右', '#以上', '#.0', '#.4', '#.50', '#0', '#00', '#000', '-#'];

/** A number as it is printed: most are plain ones. */
export const printed = (random: Lot, number: number): string =>
  random.once(random.isTidy ? 12 : 4) ? random.one(FORMS).replace('#', String(number)) : String(number);

export const goalOf = (random: Random, number = onGrid(random, 4, 20)): Fields => {
  const more = number + random.below(4);
  return random.one([
    { at_least: number },
    { at_least: number },
    { above: number },
    { at_most: number },
    { at_most: number },
    { below: number },
    { about: { value: number, tolerance: random.below(3) } },
    { about: { value: number, tolerance: 1, wanted: 'up' } },
    { between: [number, more] },
    { exactly: number },
    { hold_at_least: number },
    { hold_at_most: number },
    { increase: true },
    { decrease: true },
  ]);
};

/** Each of some fields once in so many times. */
export const seldom = (random: Random, inTimes: number, choices: readonly Fields[]): Fields =>
  random.once(inTimes) ? random.one(choices) : {};

const ASKED: readonly CheckSettings[] = [
  { known_by: '2024-06-30' },
  { known_by: '2026-03-31' },
  { max_age: '3 months' },
  { compare: 'exact' },
  { derived: false },
  { method: 'schedule' },
  { method: 'projection' },
];

const ASKED_ON = ['2022-12-31', '2023-12-31', '2023-12-31', '2024-06-30', '2024-12-31', '2025-12-31', '2026-06-30'];

const ODD: readonly Fields[] = [
  { dated: 'at-latest' },
  { dated: 'inferred' },
  { status: 'provisional' },
  { status: 'estimated' },
  { status: 'planned' },
  { scope: { part: 'one operator' } },
  { new_series: 'counted anew' },
  { unusable: 'not to be used' },
  { against: 'another plan' },
  { says: 'basically done' },
  { rounded_to: 5 },
  { tolerance: 2 },
  { exact: true },
];

/** Some time after the day described, or nobody says when. */
const publishedAfter = (random: Random, day: string): Fields => {
  const year = Number(day.slice(0, 4)) + 1;
  return seldom(random, 2, [
    { published: `${year}-02-01` },
    { published: `${year}-03-01` },
    { published: `${year + 1}-02-01` },
  ]);
};

const BY: readonly Fields[] = ['Bureau', 'Bureau', 'Daily', 'Press'].map(publisher => ({ source: { publisher } }));

/** What stands beside the number of a figure: by whom it was published, and now and then something unusual. */
export const besides = (random: Lot, day: string): Fields => ({
  ...publishedAfter(random, day),
  ...seldom(random, 2, BY),
  ...seldom(random, random.isTidy ? 30 : 6, ODD),
});

/** The numbers of some days: those of a tidy world have a course, in the others each number stands alone. */
export function courseOf(random: Lot, most = 30): (day: string) => number {
  if (!random.isTidy) return () => onGrid(random, 1, most);
  const first = onGrid(random, 2, most / 2);
  const perYear = random.below(5) - 1;
  const beside = () => (random.once(6) ? random.below(3) - 1 : 0);
  return day => Math.max(1, first + perYear * (Number(day.slice(0, 4)) - 2021) + beside());
}

const YEAR_ENDS = [2021, 2022, 2023, 2024, 2025].map(year => `${year}-12-31`);

interface Told {
  readonly day: string;
  readonly of: string;
}

/**
 * Of what some figures are, and of which days: of a tidy world nearly all that might be told up to the day when it is asked,
 * the last days first of all; else what the lot says.
 */
export function toldOf(random: Lot, days: readonly string[], names: readonly string[], most: number): Told[] {
  const least = Math.min(most, 2);
  const count = least + random.below(most - least + 1);
  if (!random.isTidy) return Array.from({ length: count }, () => ({ day: random.one(days), of: random.one(names) }));
  const all = YEAR_ENDS.filter(day => day <= random.asOf).flatMap(day => names.map(of => ({ day, of })));
  return all.slice(-Math.max(count, names.length)).filter(() => !random.once(8));
}
