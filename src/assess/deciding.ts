import { judge } from '../methods/judge.ts';
import { methods } from '../methods/registry.ts';
import type { Indicator, Plan } from '../model/plan.ts';
import type { Deciding, Reason, RefusalReason } from '../model/reason.ts';
import { sameDefinitions } from '../model/relation.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Day } from '../values/day.ts';
import { notSummed, periodsWanted } from './span-facts.ts';
import type { Understanding } from './understand.ts';

/** Why the worlds disagree: the readings among themselves, and what each of them lacks. */
export function reasonsOf(
  understandings: readonly Understanding[],
  verdict: Verdict,
  indicator: Indicator,
  plan: Plan,
): Reason[] {
  const summed = notSummed(understandings, verdict, indicator, plan);
  if (verdict !== 'undecided') return [...onTheLine(understandings), ...assumed(understandings), ...summed];
  const lacking = understandings.filter(({ possible }) => possible.length > 1);
  const lacks = lacking.map(lackOf);
  return [
    ...(doReadingsDisagree(understandings)
      ? [{ code: 'ambiguous-reading', args: { readings: readingNames(understandings) } } as const]
      : []),
    ...lacks.filter(({ code }, index) => lacks.findIndex(other => other.code === code) === index),
    ...summed,
  ];
}

/** A decided verdict that counts a figure as it is printed says what the exact value may be. */
function onTheLine(understandings: readonly Understanding[]): Reason[] {
  const open = understandings.find(each => each.onTheLine)?.onTheLine;
  return open ? [{ code: 'on-the-line', args: { low: open.low, high: open.high } }] : [];
}

/** A decided verdict names each tolerance that nobody declared, of the goal and of the figures that it rests on. */
function assumed(understandings: readonly Understanding[]): Reason[] {
  const goals = understandings.map(({ reading: { goal } }) => ({
    text: `≈ ${goal.value}`,
    width: goal.assumedTolerance,
  }));
  const figures = understandings.flatMap(({ evidence }) =>
    evidence.used.map(({ observation: { quantity } }) => ({
      text: quantity?.text ?? '',
      width: quantity?.assumedTolerance,
    })),
  );
  const found = new Map([...goals, ...figures].flatMap(({ text, width }) => (width ? [[text, width] as const] : [])));
  return [...found].map(([text, tolerance]) => ({ code: 'default-tolerance', args: { text, tolerance } }));
}

const doReadingsDisagree = (understandings: readonly Understanding[]): boolean =>
  new Set(understandings.map(({ possible }) => possible.join())).size > 1;

const readingNames = (understandings: readonly Understanding[]): string =>
  understandings.flatMap(({ reading }) => reading.name ?? []).join(', ');

function lackOf(understanding: Understanding): Reason {
  const { evidence } = understanding;
  if (isInConflict(understanding)) return { code: evidence.isContested ? 'conflict' : 'doubtful-figure', args: {} };
  if (evidence.lack) return { code: evidence.lack, args: {} };
  const why = refusalOf(understanding, evidence.figure?.nominal);
  return why ? { code: 'method-refuses', args: { why } } : { code: 'imprecise', args: {} };
}

/** Sides of a contradiction end in different verdicts. */
const isInConflict = ({ worlds }: Understanding): boolean =>
  new Set(worlds.map(({ possible }) => possible.join())).size > 1;

/** Why the method has no answer to a number, where it has none. */
export function refusalOf(
  { printed, method }: Pick<Understanding, 'printed' | 'method'>,
  value: number | undefined,
): RefusalReason | null {
  if (value === undefined || judge(methods[method], printed, value).length === 1) return null;
  return methods[method].refuses(printed, value);
}

/**
 * The one thing that would settle the verdict. Readings come first: where each reading is decided by itself, no further
 * figure helps. Then contradictions, then precision, then the figure itself.
 */
export function decidingFact(
  indicator: Indicator,
  understandings: readonly Understanding[],
  asOf: Day,
): Deciding | null {
  const open = understandings.find(({ possible }) => possible.length > 1);
  if (!open) return { code: 'reading', args: { readings: readingNames(understandings) } };
  const day = asOf >= open.reading.by ? open.reading.by : asOf;
  const lack = lackOf(open);
  switch (lack.code) {
    case 'conflict':
      return { code: 'conflict', args: { figures: figuresInConflict(open), start: startInConflict(open) } };
    case 'doubtful-figure':
      return { code: 'doubt', args: { figures: figuresInConflict(open) } };
    case 'imprecise':
      return { code: 'precision', args: { day: open.evidence.at } };
    case 'method-refuses':
      return lack.args.why === 'too-few-points'
        ? { code: 'history', args: { day: open.evidence.at } }
        : figureWanted(open, indicator, day);
    case 'nothing-comparable':
    case 'only-a-bound':
      return (
        definitionWanted(open, indicator, day) ?? periodsWanted(open, indicator) ?? figureWanted(open, indicator, day)
      );
    default:
      return periodsWanted(open, indicator) ?? figureWanted(open, indicator, day);
  }
}

/** Figures named at most: a sum may have hundreds of parts. */
const MOST_NAMED = 6;

/** Figures of the thing itself first, so that those of its parts and of other indicators do not hide them. */
function figuresInConflict({ evidence: { used } }: Understanding): string {
  const rank = ({ reason }: (typeof used)[number]) => (reason === 'part-of-sum' ? 2 : reason === 'derived' ? 1 : 0);
  const inOrder = used.toSorted((a, b) => rank(a) - rank(b));
  const named = inOrder.slice(0, MOST_NAMED).map(({ observation, reason }) => {
    const { quantity, source, asOf, region, indicator } = observation;
    const of = reason === 'part-of-sum' ? [region] : reason === 'derived' ? [indicator] : [];
    return `${quantity?.text} (${[source.publisher ?? '?', ...of, asOf].join(', ')})`;
  });
  return [...named, ...(inOrder.length > MOST_NAMED ? ['…'] : [])].join(' / ');
}

/** Empty where the start that the plan names is no side of the contradiction. */
function startInConflict({ evidence, reading: { baseline } }: Understanding): string {
  return evidence.isStartContested && baseline ? `${baseline.value.text} (${baseline.asOf})` : '';
}

/** The count that the plan means, where other counts were reported. */
function definitionWanted({ reading, evidence }: Understanding, { counts }: Indicator, day: Day): Deciding | null {
  const isOther = evidence.setAside.some(({ reason }) =>
    ['not-comparable', 'definition-unstated', 'part-scope'].includes(reason),
  );
  const isBound = evidence.used.some(({ reason }) => reason === 'lower-bound' || reason === 'upper-bound');
  const meant = sameDefinitions(reading.counts ?? counts);
  return (isOther || isBound) && meant.length > 0
    ? { code: 'definition', args: { counts: meant.join(' / '), day } }
    : null;
}

function figureWanted({ reading, indicatorId }: Understanding, { unit }: Indicator, day: Day): Deciding {
  const { against } = reading.goal;
  if (against !== undefined) return { code: 'lead', args: { indicator: indicatorId, other: against, day } };
  const { comparator, value, low, high } = reading.goal;
  return { code: 'figure', args: { comparator, value, low, high, unit, day } };
}
