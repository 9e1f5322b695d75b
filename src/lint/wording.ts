import type { DocumentPath } from '../input/document/document.ts';
import type { Goal } from '../model/goal.ts';
import type { Target } from '../model/plan.ts';
import { parseQuantity } from '../values/quantity.ts';
import { type LintedTarget, type LintRule, type Note, note, perReading } from './context.ts';

/** What the fields of a target can say of a vague word: then it was read, and nothing is left open. */
type Settling = (target: Target) => boolean;

const never: Settling = () => false;
const isAspirational: Settling = ({ commitment }) => commitment === 'aspirational';
const isAbout: Settling = ({ goal }) => goal?.comparator === 'about' || goal?.comparator === 'between';
const hasReadings: Settling = ({ readings }) => readings.length > 1;

/** Words that leave open what is meant, with the field that would settle them. */
const VAGUE: readonly (readonly [word: RegExp, answer: Settling])[] = [
  [/力争|争取|努力|\bstrive\b|\baim to\b|\bendeavou?r\b/i, isAspirational],
  [/左右|上下|大约|(?<![节条合])约\s*\d|\babout\b|\baround\b|\bapproximately\b|\bcirca\b/i, isAbout],
  [/推动|推进|促进|加快|\bpromote\b|\baccelerate\b|\bspeed up\b/i, hasReadings],
  [/基本|\bbasically\b|\bessentially\b|\blargely\b/i, never],
  [/显著|明显|大幅|较大|\bsignificant(?:ly)?\b|\bsubstantial(?:ly)?\b|\bmarkedly\b/i, never],
  [/进一步|不断|持续|稳步|\bfurther\b|\bcontinuously\b|\bsteadily\b/i, never],
  [/一批|若干|多个|\ba number of\b|\bseveral\b|\bmany\b/i, never],
  [/等\s*$|\betc\.?\s*$/i, never],
];

/** An upper bound that may or may not include its own number. */
const AMBIGUOUS = /以下|以内|(?<!not )\b(?:below|under)\b|\bwithin\b|(?<!no |not )\bless than\b/i;

const FLOOR =
  /以上|不低于|不少于|至少|(?<!不)超过|突破|\bat least\b|\b(?:no|not) less than\b|(?<!no |not )\b(?:more than|over|above)\b/i;
const CEILING =
  /以下|以内|不超过|不高于|至多|控制在|\bat most\b|\b(?:no|not) more than\b|(?<!not )\b(?:below|under)\b|\bwithin\b/i;

const floors = new Set(['at_least', 'above', 'hold_at_least', 'increase']);
const ceilings = new Set(['at_most', 'below', 'hold_at_most', 'decrease']);

function wordingNotes({ item, path }: LintedTarget): Note[] {
  const regional = item.regions === 'each' ? [] : Object.entries(item.regions);
  return [
    ...(item.wording === undefined
      ? item.certainty === 'stated' || item.certainty === 'unstated'
        ? [note('target-without-wording', [...path, 'id'], {})]
        : []
      : worded(item.wording, item, item.goal, [...path, 'wording'])),
    ...regional.flatMap(
      ([
        region,
        {
          wording,
          readings: [first],
        },
      ]) =>
        wording === undefined
          ? []
          : worded(wording, item, first?.goal ?? null, [...path, 'regions', region, 'wording']),
    ),
  ];
}

function worded(wording: string, item: Target, goal: Target['goal'], at: DocumentPath): Note[] {
  const vague = VAGUE.flatMap(([pattern, isAnswered]) => {
    const word = pattern.exec(wording)?.[0];
    return word === undefined || isAnswered({ ...item, goal }) ? [] : [note('vague-wording', at, { word })];
  });
  if (goal === null) return vague;
  const { comparator } = goal;
  const ambiguous = AMBIGUOUS.exec(wording)?.[0];
  const isOpen = ambiguous !== undefined && item.readings.length < 2 && ceilings.has(comparator);
  const [own, opposite] = floors.has(comparator) ? [FLOOR, CEILING] : ceilings.has(comparator) ? [CEILING, FLOOR] : [];
  // A sentence with both kinds of words speaks of more than this target.
  const wrong = own?.test(wording) ? undefined : opposite?.exec(wording)?.[0];
  return [
    ...vague,
    ...(isOpen ? [note('ambiguous-bound', at, { word: ambiguous, comparator })] : []),
    ...(wrong === undefined ? [] : [note('wording-against-comparator', at, { word: wrong, comparator })]),
  ];
}

const alike: LintRule = ({ targets }) =>
  targets.flatMap(({ item, path }) => {
    const keys = item.readings.map(({ goal, by, counts, baseline, path: way }) =>
      JSON.stringify([goal, by, counts, baseline, way]),
    );
    const firstOf = new Map(item.readings.map(({ name }, index) => [keys[index], name] as const).toReversed());
    return item.readings.flatMap(({ name }, index) => {
      const first = firstOf.get(keys[index]);
      return name === null || first === name
        ? []
        : [note('readings-alike', [...path, 'readings', name], { name, other: first ?? '' }, 'key')];
    });
  });

/** The goal that every table prints is one of those that a figure is held against. */
const unread: LintRule = ({ targets }) =>
  targets.flatMap(({ item: { goal, readings }, path }) => {
    if (goal === null || readings.some(reading => ends(reading.goal) === ends(goal))) return [];
    return [note('goal-in-no-reading', [...path, goal.comparator], { comparator: goal.comparator }, 'key')];
  });

const ends = ({ comparator, value, low, high, against }: Goal): string =>
  JSON.stringify([comparator, value, low, high, against]);

/** A number with a Chinese or English word that multiplies it, as plans print large ones: 12万, 1.5 million. */
const ROUND = /\d[\d,.]*\s*(?:[十百千]?万|亿|千|million\b|billion\b)/gi;

/** A goal that ends in zeros which the plan does not print is more precise than the plan. */
const finer = perReading(({ target: { item }, reading: { goal }, pathOf }, { rawAt }) => {
  const path = pathOf(goal.comparator);
  const written = rawAt(path);
  if (item.wording === undefined || goal.value === null || typeof written !== 'string') return [];
  const printed = item.wording.match(ROUND)?.find(text => {
    const read = parseQuantity(text);
    return read.ok && read.value.nominal === goal.value && read.value.step > goal.step;
  });
  return printed === undefined ? [] : [note('goal-finer-than-wording', path, { text: written, wording: printed })];
});

/** What the quoted words of the plan leave open, and where its fields say something else. */
export const wordingRules: readonly LintRule[] = [({ targets }) => targets.flatMap(wordingNotes), alike, unread, finer];
