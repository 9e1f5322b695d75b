import type { Observation } from '../../model/observation.ts';
import type { Plan } from '../../model/plan.ts';
import { asMeasured } from '../../model/width.ts';
import type { Quantity } from '../../values/quantity.ts';
import { indicatorOf } from '../shape/names.ts';

/**
 * The columns of a table that a program wrote, each of one indicator, publisher and definition, and one unit of the fewest
 * decimals that a figure in it has. Programs write no decimals that are zero: 98 beside 97.2 was 98.0. Plain data: the
 * parts of a large table are read by several threads, and a column is known once all of them are.
 */
export type ColumnSteps = Readonly<Record<string, number>>;

/** The name of a column in its file. */
export const columnName = (
  sheet: string | undefined,
  indicator: string | null,
  publisher: string | null,
  counts: string | null,
): string => `${sheet ?? ''}\n${indicator ?? ''}\n${publisher ?? ''}\n${counts ?? ''}`;

/** What is known of the column of a figure; figures that follow each other in one get the same, made once. */
function perColumn<T>(make: (name: string) => T): (figure: Observation) => T {
  const latest = new Map<string | null, { readonly of: Observation; readonly known: T }>();
  return of => {
    const { indicator, counts, source, place } = of;
    const last = latest.get(indicator);
    if (last && isOneColumn(last.of, of)) return last.known;
    const known = make(columnName(place.sheet, indicator, source.publisher, counts));
    latest.set(indicator, { of, known });
    return known;
  };
}

const isOneColumn = (a: Observation, b: Observation): boolean =>
  a.counts === b.counts && a.source.publisher === b.source.publisher && a.place.sheet === b.place.sheet;

/** One unit of the last decimal of a number that has any. */
export const stepOfDecimals = ({ isPlain, step }: Quantity): number | undefined =>
  isPlain && step > 0 && step < 1 ? step : undefined;

/** The columns of one table, whose figures are seen one by one as they are read. */
export function columnsSeen() {
  const steps: Record<string, number> = {};
  const columnOf = perColumn(name => ({ name, step: 0 }));
  return {
    steps: steps as ColumnSteps,
    see: (figure: Observation): void => {
      const step = figure.quantity && stepOfDecimals(figure.quantity);
      const column = step ? columnOf(figure) : undefined;
      if (!step || !column || step <= column.step) return;
      column.step = step;
      addStep(steps, column.name, step);
    },
  };
}

function addStep(steps: Record<string, number>, column: string, step: number): void {
  if (step > (steps[column] ?? 0)) steps[column] = step;
}

export function joinSteps(all: readonly ColumnSteps[]): ColumnSteps {
  const joined: Record<string, number> = {};
  for (const steps of all) for (const column of Object.keys(steps)) addStep(joined, column, steps[column] ?? 0);
  return joined;
}

/** Figures of a table, their whole numbers as wide as the decimals of their columns make them. */
export function withColumnSteps(
  observations: readonly Observation[],
  steps: ColumnSteps,
  plan: Plan,
): readonly Observation[] {
  if (Object.keys(steps).length === 0) return observations;
  const stepOf = perColumn(name => steps[name]);
  return observations.map(observation => {
    const { quantity, indicator } = observation;
    if (quantity?.step !== 1) return observation;
    const step = stepOf(observation);
    const measured = step === undefined ? undefined : indicatorOf(plan, indicator ?? undefined);
    if (!measured || step === undefined) return observation;
    const wide = asMeasured(quantity, measured, step);
    return wide === quantity ? observation : { ...observation, quantity: wide };
  });
}
