import type { IndicatorKind } from '../../model/kind.ts';
import type { Commitment, Relation, Target } from '../../model/plan.ts';
import { plural } from './plural.ts';

interface PlanCounts {
  readonly strategicTasks: number;
  readonly keyTasks: number;
  readonly measures: number;
  readonly targets: number;
}

/** The words of `plan list` and `plan show`. */
export type OutlineWords = typeof outlineEn;

export const outlineEn = {
  columns: { target: 'Target', goal: 'Goal', by: 'By', start: 'Start', how: 'Commitment\nCertainty' },
  period: (from: string, to: string) => `${from} to ${to}`,
  counts: ({ strategicTasks, keyTasks, measures, targets }: PlanCounts) =>
    [
      plural(strategicTasks, 'strategic task'),
      plural(keyTasks, 'key task'),
      plural(measures, 'measure'),
      plural(targets, 'target'),
    ].join(', '),
  commitment: {
    binding: 'binding',
    anticipatory: 'expected',
    aspirational: 'aspiration',
    unstated: 'not stated',
  } satisfies Readonly<Record<Commitment, string>>,
  certainty: {
    stated: 'stated',
    paraphrased: 'paraphrased',
    inferred: 'inferred',
    unstated: 'unstated',
  } satisfies Readonly<Record<Target['certainty'], string>>,
  inferred: (title: string) => `${title} (inferred)`,
  noBaseline: 'no start',
  each: 'for each region by itself',
  onlyRegional: 'by region',
  share: (percent: string) => `share of ${percent} %`,
  readings: (names: readonly string[]) => `read as ${names.join(' or ')}`,
  /** What reports write: ids, units and definitions. */
  indicators: {
    title: 'Indicators, as a report names them',
    columns: { indicator: 'Indicator', unit: 'Unit\nKind', counts: 'What a figure may count (counts:)' },
    kind: {
      stock: 'stock',
      flow: 'flow',
      level: 'level',
      share: 'share',
      growth: 'growth',
      event: 'event',
    } satisfies Readonly<Record<IndicatorKind, string>>,
    relation: {
      same: 'what is meant',
      part: 'a part of it, a lower bound',
      whole: 'more than it, an upper bound',
      other: 'something else, answers nothing',
    } satisfies Readonly<Record<Relation, string>>,
    /** Of an indicator with one definition, which a report need not name. */
    one: 'one thing, need not be named',
    /** By which other names a report may call it. */
    also: (names: readonly string[]) => `also: ${names.join(', ')}`,
  },
  coverage: ({
    level,
    announced,
    named,
    inferred,
    unstated,
    quantified,
  }: {
    level: string;
    announced: number | null;
    named: number;
    inferred: number;
    /** Neither named by a source nor concluded: the plan file does not say. */
    unstated: number;
    quantified: number;
  }) =>
    `${level}: ${announced ?? '?'} announced, ${named} named by a source, ${inferred} inferred, ${unstated > 0 ? `${unstated} without a source, ` : ''}${quantified} with a number`,
};
