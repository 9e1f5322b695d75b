import type { Analysis, AnalysisObservation, Assessment } from '../model/analysis.ts';
import { type Flaw, flawAt, flawsAt } from '../model/flaw.ts';
import { groupBy } from '../values/group.ts';
import { repeated } from '../values/repeated.ts';

interface ListedFigure {
  readonly path: Flaw['path'];
  readonly observation: AnalysisObservation;
}

/**
 * Where the figures that an analysis lists are not those of its inputs: each has one number there and says the same
 * wherever it is listed, and every target lists all figures of its indicator, each once.
 */
export function figureFlaws(analysis: Analysis): Flaw[] {
  const { inputs, assessments, measures, forNoTarget, checks } = analysis;
  const ofTargets = assessments.map((assessment, index) => listedFor(assessment, ['assessments', index, 'evidence']));
  const elsewhere = [
    ...measures.flatMap(({ statements }, index) =>
      statements.map((observation, at) => ({ path: ['measures', index, 'statements', at], observation })),
    ),
    ...forNoTarget.map(({ observation }, at) => ({ path: ['forNoTarget', at, 'observation'], observation })),
  ];
  const all = [...ofTargets.flat(), ...elsewhere];
  const firsts = new Map<number, AnalysisObservation>();
  for (const { observation } of all) if (!firsts.has(observation.id)) firsts.set(observation.id, observation);
  const ids = new Set<number>();
  const ofIndicators = groupBy([...firsts.values()], ({ indicator }) => indicator);
  return [
    ...inputs.flatMap(({ observations }, index) =>
      observations.flatMap(({ id }, at) =>
        ids.size < ids.add(id).size && firsts.has(id) ? [] : [flawAt(['inputs', index, 'observations', at, 'id'], id)],
      ),
    ),
    ...all.flatMap(({ path, observation: { value } }) =>
      value === null || isWithin(value.nominal, value) ? [] : [flawAt([...path, 'value', 'nominal'], value.nominal)],
    ),
    ...all.flatMap(({ path, observation }) =>
      ids.has(observation.id)
        ? flawsAt(path, observation, firsts.get(observation.id))
        : [flawAt([...path, 'id'], observation.id)],
    ),
    ...checks.flatMap(({ observations }, index) =>
      observations.flatMap((id, at) => (ids.has(id) ? [] : [flawAt(['checks', index, 'observations', at], id)])),
    ),
    ...assessments.flatMap((assessment, index) =>
      listingFlaws(assessment, ['assessments', index], ofTargets[index] ?? [], ofIndicators),
    ),
  ];
}

const isWithin = (number: number, { low, high }: NonNullable<AnalysisObservation['value']>): boolean =>
  (low === null || number >= low) && (high === null || number <= high);

const listedFor = ({ evidence: { used, setAside } }: Assessment, at: Flaw['path']): ListedFigure[] => [
  ...used.map(({ observation }, index) => ({ path: [...at, 'used', index, 'observation'], observation })),
  ...setAside.map(({ observation }, index) => ({ path: [...at, 'setAside', index, 'observation'], observation })),
];

function listingFlaws(
  assessment: Assessment,
  at: Flaw['path'],
  listed: readonly ListedFigure[],
  ofIndicators: ReadonlyMap<string | null, readonly AnalysisObservation[]>,
): Flaw[] {
  const seen = new Set(listed.map(({ observation: { id } }) => id));
  const twice = repeated(listed, ({ observation: { id } }) => id);
  const missing = (ofIndicators.get(assessment.indicator) ?? []).filter(({ id }) => !seen.has(id));
  return [
    ...twice.map(({ path, observation: { id } }) => flawAt([...path, 'id'], id)),
    ...missing.map(({ id }) => ({ path: [...at, 'evidence'], found: undefined, follows: id })),
    ...againstFlaws(assessment, [...at, 'goal', 'against']),
  ];
}

/** Where a value is known, figures of the other indicator are used, and of no other. */
function againstFlaws({ goal: { against }, value, evidence }: Assessment, path: Flaw['path']): Flaw[] {
  const isUsed = evidence.used.some(({ reason }) => reason === 'held-against');
  return isUsed === (against !== null) || value === null ? [] : [flawAt(path, against)];
}
