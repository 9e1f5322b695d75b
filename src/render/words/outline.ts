import type { IndicatorKind } from '../../model/kind.ts';
import type { Commitment, Relation, Target } from '../../model/plan.ts';

interface PlanCounts {
  readonly strategicTasks: number;
  readonly keyTasks: number;
  readonly measures: number;
  readonly targets: number;
}

/** The words of `plan list` and `plan show`. */
export interface OutlineWords {
  readonly columns: Readonly<Record<'target' | 'goal' | 'by' | 'start' | 'how', string>>;
  readonly period: (from: string, to: string) => string;
  readonly counts: (counts: PlanCounts) => string;
  readonly commitment: Readonly<Record<Commitment, string>>;
  readonly certainty: Readonly<Record<Target['certainty'], string>>;
  readonly inferred: (title: string) => string;
  readonly noBaseline: string;
  readonly each: string;
  readonly onlyRegional: string;
  readonly share: (percent: string) => string;
  readonly readings: (names: readonly string[]) => string;
  /** What reports write: ids, units and definitions. */
  readonly indicators: {
    readonly title: string;
    readonly columns: Readonly<Record<'indicator' | 'unit' | 'counts', string>>;
    readonly kind: Readonly<Record<IndicatorKind, string>>;
    readonly relation: Readonly<Record<Relation, string>>;
    /** Of an indicator with one definition, which a report need not name. */
    readonly one: string;
    /** By which other names a report may call it. */
    readonly also: (names: readonly string[]) => string;
  };
  readonly coverage: (row: {
    level: string;
    announced: number | null;
    named: number;
    inferred: number;
    /** Neither named by a source nor concluded: the plan file does not say. */
    unstated: number;
    quantified: number;
  }) => string;
}
