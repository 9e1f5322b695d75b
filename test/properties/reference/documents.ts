/* What the reference takes from a plan and a report. */
import type { BaselineFields, Case, FigureFields, GoalFields, RegionFields } from './fields.ts';
import { type Reading, readingsOf, type Start } from './goals.ts';
import { EVERYTHING, type Printed, printed, type Range } from './printed.ts';

export interface Figure {
  readonly region: string;
  readonly day: string;
  readonly printed: Printed;
  readonly relation: string;
  /** What makes two figures tell of the same thing: definition and named scope. */
  readonly definition: string;
  readonly isScoped: boolean;
  readonly isLatest: boolean;
  readonly status: string;
  readonly published: string | null;
  readonly publisher: string | null;
}

export interface Facts {
  readonly isCount: boolean;
  readonly isSigned: boolean;
  readonly isMonotone: boolean;
  readonly isAdditive: boolean;
  readonly isShare: boolean;
  readonly tree: RegionFields;
  readonly freshMonths: number;
  readonly method: string | undefined;
  readonly isBinding: boolean;
  readonly isAsPrinted: boolean;
  readonly authorities: readonly string[];
  readonly by: string;
  readonly readings: readonly Reading[];
  readonly start: Start | null;
  readonly figures: readonly Figure[];
  readonly asOf: string;
  readonly knownBy: string | null;
}

export function factsOf({ plan, report, asOf, knownBy }: Case): Facts {
  const target = plan.measures[0]?.targets[0];
  const indicator = target && plan.indicators[target.indicator];
  if (!target || !indicator) throw new Error('the plan of a case has one target');
  const home = plan.region ?? 'whole';
  const nature = { kind: indicator.kind, isCount: ['stock', 'flow', 'event'].includes(indicator.kind) };
  const relationOf = (counts: string | undefined) =>
    counts === undefined ? 'same' : (indicator.counts?.[counts] ?? 'other');
  const start = target.baseline ? startOf(target.baseline, nature, relationOf(target.baseline.counts)) : null;
  const isAsPrinted = (target.compare ?? plan.compare ?? 'as_printed') === 'as_printed';
  const { readings = {}, ...own } = target;
  // A reading with a goal of its own takes the place of the target's goal, and of its path only where it names one.
  const stated = Object.values(readings).map(fields => ({
    ...(statesGoal(fields) ? { path: own.path ?? [] } : own),
    ...fields,
  }));
  return {
    ...nature,
    isSigned: indicator.kind === 'level' || indicator.kind === 'growth',
    isMonotone: indicator.monotone === 'true',
    isAdditive:
      indicator.additive === undefined ? ['stock', 'flow'].includes(indicator.kind) : indicator.additive === 'true',
    isShare: indicator.kind === 'share',
    tree: plan.regions?.find(({ id }) => id === home) ?? { id: home, title: home },
    freshMonths: Number.parseInt(indicator.fresh_for ?? '12', 10),
    method: target.method,
    isBinding: target.commitment === 'binding',
    isAsPrinted,
    authorities: plan.authorities ?? [],
    by: target.by,
    readings: (stated.length > 0 ? stated : [own]).flatMap(fields => readingsOf(fields, start, isAsPrinted)),
    start,
    figures: report.observations.map(figure => figureOf(figure, home, nature, relationOf(figure.counts))),
    asOf,
    knownBy: knownBy ?? null,
  };
}

const statesGoal = (fields: GoalFields): boolean => Object.keys(fields).some(key => key !== 'path');

type Nature = Parameters<typeof printed>[1];

/** A start of another definition bounds the start as a figure of it would; of one that says nothing it is unknown. */
function startOf({ value, as_of }: BaselineFields, nature: Nature, relation: string): Start {
  const own = printed(value, nature);
  const named = relation === 'same' ? own.number : null;
  return { day: as_of, range: seenFrom(relation, own), number: own.isByDigits ? named : null, named };
}

function seenFrom(relation: string, range: Range): Range {
  if (relation === 'same') return range;
  if (relation === 'part') return { ...range, high: Infinity, isHighOpen: false };
  if (relation === 'whole') return { ...range, low: -Infinity, isLowOpen: false };
  return EVERYTHING;
}

function figureOf(fields: FigureFields, home: string, nature: Nature, relation: string): Figure {
  const own = printed(fields.value, nature, fields);
  const part = typeof fields.scope === 'object' ? fields.scope.part : null;
  return {
    region: fields.region ?? home,
    day: fields.as_of,
    printed: own,
    relation,
    definition: `${fields.counts ?? ''}/${part?.normalize('NFKC').toLowerCase() ?? ''}`,
    isScoped: part !== null,
    isLatest: fields.dated === 'at-latest',
    status: fields.status ?? 'final',
    published: fields.published ?? null,
    publisher: fields.source?.publisher ?? null,
  };
}
