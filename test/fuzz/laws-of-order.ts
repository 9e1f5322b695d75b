import { type Analysis, type CheckInputs, check } from '../../src/index.ts';
import type { Observation } from '../../src/model/observation.ts';
import { holds } from './broken-law.ts';
import { randomOf, shuffled } from './random.ts';

/** Figures that it is worth to judge once more. */
const MOST_FIGURES = 300;

/**
 * The verdicts hang on the figures alone: not on their order, nor on how many files they stand in. And a figure that says
 * no more than one that is there makes nothing green.
 */
export function holdOrder(analysis: Analysis, inputs: CheckInputs): void {
  const [report] = inputs.reports;
  const observations = report?.observations ?? [];
  if (!report || observations.length === 0 || observations.length > MOST_FIGURES) return;
  const again = (...files: readonly (readonly Observation[])[]) =>
    check({
      ...inputs,
      reports: files.map((own, index) => ({ ...report, path: `${index}-${report.path}`, observations: own })),
    }).analysis;
  const random = randomOf(observations.length);
  const mixed = shuffled(observations, random);
  const half = Math.ceil(mixed.length / 2);
  const before = verdictsOf(analysis);
  holds(verdictsOf(again(mixed)) === before, 'the order of figures changes no verdict', before);
  holds(
    verdictsOf(again(mixed.slice(half), mixed.slice(0, half))) === before,
    'figures in two files give the same verdicts',
    before,
  );
  holdNothingTurnsGreen(analysis, again(observations, [widened(random.one(observations))]));
}

const verdictsOf = (analysis: Analysis | undefined): string =>
  JSON.stringify(
    analysis?.assessments.map(({ target, verdict, possible, severity, value }) => [
      target,
      verdict,
      possible,
      severity,
      value,
    ]),
  );

/** The same figure, told less exactly. */
function widened(observation: Observation): Observation {
  const { quantity } = observation;
  if (!quantity) return observation;
  const by = Math.abs(quantity.nominal) / 100;
  const wider = { ...quantity, isPlain: false, low: quantity.low - by, high: quantity.high + by };
  return { ...observation, quantity: wider };
}

function holdNothingTurnsGreen(before: Analysis, after: Analysis | undefined): void {
  const green = new Set(after?.assessments.flatMap(({ target, severity }) => (severity === 'ok' ? [target] : [])));
  for (const assessment of before.assessments) {
    const { target, severity, verdict } = assessment;
    if (severity === 'ok' || !green.has(target) || isDoubted(assessment)) continue;
    const [now] = after?.assessments.filter(each => each.target === target) ?? [];
    holds(false, 'what says no more makes nothing green', target, verdict, now?.verdict, assessment.value, now?.value);
  }
}

/** A second figure that says the same may settle what was in doubt. */
const isDoubted = ({ reasons, evidence }: Analysis['assessments'][number]): boolean =>
  reasons.some(({ code }) => ['conflict', 'doubtful-figure', 'too-contradictory'].includes(code)) ||
  evidence.setAside.some(({ reason }) =>
    ['unit-slip', 'implausible', 'repeated', 'outranked', 'too-contradictory'].includes(reason),
  );
