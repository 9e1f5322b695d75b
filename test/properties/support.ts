import { assess, concernedBy, figuresIn } from '../../src/assess/assess.ts';
import { inOrder } from '../../src/assess/order.ts';
import type { Understanding } from '../../src/assess/understand.ts';
import { understandingsOf } from '../../src/assess/understand.ts';
import type { Evidence } from '../../src/evidence/evidence.ts';
import type { Assessment } from '../../src/model/analysis.ts';
import { DEFAULT_BANDS } from '../../src/model/bands.ts';
import { planIn, targetsOf } from '../../src/model/outline.ts';
import type { Reading } from '../../src/model/plan.ts';
import type { SetAsideReason } from '../../src/model/reason.ts';
import { ownRegion } from '../../src/model/regions.ts';
import { plausibleRange } from '../../src/model/summable.ts';
import { type DecidedVerdict, worstToBest } from '../../src/model/verdict.ts';
import { overlaps } from '../../src/values/interval.ts';
import type { Quantity } from '../../src/values/quantity.ts';
import { INDICATOR, type Scenario } from './arbitraries.ts';

/** The assessment of the one target that a generated plan has. */
export function assessTarget({ plan, observations, request }: Scenario): Assessment {
  const [assessment] = assess(plan, observations, request).assessments;
  if (!assessment) throw new Error('a generated plan has one target');
  return assessment;
}

/** What counts as it is printed on the edge of a goal is no law of intervals: here their ends decide. */
export function exactly(scenario: Scenario): Scenario {
  const unprinted = withBaselines(scenario, value => ({ ...value, isPlain: false }));
  return { ...unprinted, request: { ...scenario.request, compare: 'exact' } };
}

/** The baseline of every reading told otherwise; undefined leaves it as it is. */
export function withBaselines({ plan, ...rest }: Scenario, told: (value: Quantity) => Quantity | undefined): Scenario {
  const readingOf = (reading: Reading): Reading => {
    const value = reading.baseline && told(reading.baseline.value);
    return reading.baseline && value ? { ...reading, baseline: { ...reading.baseline, value } } : reading;
  };
  const measures = plan.measures.map(measure => ({
    ...measure,
    targets: measure.targets.map(target => ({ ...target, readings: target.readings.map(readingOf) })),
  }));
  return { ...rest, plan: { ...plan, measures } };
}

/** What each reading knows: needed to say of two analyses that the same day decides in both, and that figures agree. */
function understandingsIn({ plan, observations, request }: Scenario): Understanding[] {
  const region = request.region ?? ownRegion(plan);
  const local = planIn(plan, region);
  const [placed] = targetsOf(local);
  if (!placed) throw new Error('a generated plan has one target');
  const options = {
    asOf: request.asOf,
    knownBy: request.knownBy,
    region,
    method: request.method,
    readings: request.readings ?? {},
    bands: request.bands ?? DEFAULT_BANDS,
    direct: request.direct ?? false,
    compare: request.compare,
    maxAgeMonths: request.maxAgeMonths,
  };
  const concerned = concernedBy(plan, placed.target, inOrder(observations));
  return understandingsOf(local, placed.target, mainOf(local), figuresIn(concerned), options);
}

export const evidencesOf = (scenario: Scenario): Evidence[] =>
  understandingsIn(scenario).map(({ evidence }) => evidence);

/** All figures agree, with each other and with what is plausible: there is one side, and it is a plausible one. */
export const doAgree = ({ plan }: Scenario, evidences: readonly Evidence[]): boolean => {
  const indicator = mainOf(plan);
  return evidences.every(({ sides, known }) => sides.length === 1 && overlaps(known, plausibleRange(indicator)));
};

export function mainOf(plan: Scenario['plan']) {
  const [placed] = targetsOf(plan);
  const indicator = placed && plan.indicators[placed.target.indicator];
  if (!indicator) throw new Error('a generated plan has one target');
  return indicator;
}

export const daysOf = (evidences: readonly Evidence[]): string => evidences.map(({ at }) => at).join();

/** What compares figures with each other and takes some out: whether it does so must not differ between two runs. */
const SUSPICIONS: readonly SetAsideReason[] = ['repeated', 'unit-slip', 'implausible', 'across-break'];

export const suspectsOf = (evidences: readonly Evidence[]): string =>
  evidences
    .map(({ setAside }) =>
      setAside
        .filter(({ reason }) => SUSPICIONS.includes(reason))
        .map(({ observation }) => observation.place.span?.line)
        .toSorted()
        .join(),
    )
    .join(' / ');

/**
 * No two numbers of the target's indicator are so far apart that a unit may have slipped between them, so that every figure
 * is read in one way.
 */
export function areOfOneSize({ plan, observations }: Scenario): boolean {
  const starts = plan.measures
    .flatMap(({ targets }) => targets)
    .flatMap(({ readings }) => readings.flatMap(({ baseline }) => baseline?.value.nominal ?? []));
  const own = observations.flatMap(({ indicator, quantity }) =>
    indicator === INDICATOR ? (quantity?.nominal ?? []) : [],
  );
  const sizes = [...starts, ...own].filter(each => each !== 0).map(Math.abs);
  return sizes.length === 0 || Math.max(...sizes) < 6 * Math.min(...sizes);
}

const rank = (verdict: DecidedVerdict): number => worstToBest.indexOf(verdict);

export const worst = ({ possible }: Pick<Assessment, 'possible'>): number => Math.min(...possible.map(rank));
export const best = ({ possible }: Pick<Assessment, 'possible'>): number => Math.max(...possible.map(rank));

export const isWithin = (part: readonly DecidedVerdict[], whole: readonly DecidedVerdict[]): boolean =>
  part.every(verdict => whole.includes(verdict));

export const subsetsOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, index) => (mask >> index) % 2 === 1));
