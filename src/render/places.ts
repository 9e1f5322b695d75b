import type { Analysis, Assessment } from '../model/analysis.ts';
import type { UseReason } from '../model/reason.ts';
import type { Spot } from '../values/place.ts';

/** Where a person looks first: the reported figure, or the plan where there is none. Lines and columns count from 1. */
export interface SourcePlace extends Spot {
  readonly path: string;
  readonly line: number;
  readonly col: number;
}

/** The reasons of use, from the figure that answers to those that only narrow the value. */
const byStrength: readonly UseReason[] = [
  'answers',
  'conflict-side',
  'derived',
  'lower-bound',
  'upper-bound',
  'part-of-sum',
];

/** Finds the place of the strongest figure of an assessment, else the plan, which is the first of the inputs. */
export function placesOf({ inputs, plan }: Analysis): (assessment: Assessment) => SourcePlace {
  const places = new Map(
    inputs.flatMap(({ path, observations }) =>
      observations.map(({ id, sheet, line, col }) => [id, { path, sheet, line: line ?? 1, col: col ?? 1 }] as const),
    ),
  );
  const ofPlan = { path: inputs[0]?.path ?? plan.id, line: 1, col: 1 };
  return assessment => {
    const id = strongestFigure(assessment);
    return (id === undefined ? undefined : places.get(id)) ?? ofPlan;
  };
}

/** The newest among the figures with the strongest reason. */
function strongestFigure({ evidence }: Assessment): number | undefined {
  const ranked = evidence.used.toSorted(
    (a, b) =>
      byStrength.indexOf(a.reason) - byStrength.indexOf(b.reason) ||
      (a.observation.asOf < b.observation.asOf ? 1 : a.observation.asOf > b.observation.asOf ? -1 : 0),
  );
  return ranked[0]?.observation.id;
}
