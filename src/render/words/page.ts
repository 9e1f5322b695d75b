import type { Relation } from '../../model/plan.ts';

/** The words of the page: what a reader sees there and in no other format. */
export interface PageWords {
  /** The language, as HTML names it. */
  readonly code: string;
  readonly skip: string;
  readonly glance: string;
  readonly allDecided: string;
  readonly byTask: string;
  readonly targets: string;
  readonly worstFirst: string;
  readonly moreInTask: (count: number) => string;
  readonly show: string;
  readonly all: string;
  readonly columns: Readonly<Record<'chart' | 'reported' | 'goal' | 'fact', string>>;
  readonly legend: Readonly<Record<'value' | 'allowed' | 'schedule' | 'goal' | 'start', string>>;
  readonly by: (day: string) => string;
  readonly asOf: (day: string) => string;
  /** What a drawing shows, for who does not see it. */
  readonly drawn: Readonly<Record<'value' | 'schedule' | 'goal' | 'start' | 'scaleFrom', (text: string) => string>>;
  readonly noValue: string;
  readonly details: string;
  readonly overTime: (title: string) => string;
  readonly timeLegend: Readonly<
    Record<
      | 'used'
      | 'contested'
      | 'aside'
      | Exclude<Relation, 'same'>
      | 'beyond'
      | 'course'
      | 'path'
      | 'trend'
      | 'judged'
      | 'deadline',
      string
    >
  >;
  readonly between: (worst: string, best: string) => string;
  readonly side: (range: string, verdicts: string) => string;
  readonly evidence: (count: number) => string;
  readonly evidenceColumns: Readonly<Record<'day' | 'figure' | 'what' | 'source' | 'use', string>>;
  readonly waiver: string;
  readonly waived: (from: string, until: string, verdicts: string) => string;
  readonly method: string;
  /** The heading of an index of groups of several plans. */
  readonly severalPlans: string;
  /** From the page of one group to that of all. */
  readonly toIndex: string;
  readonly exitCode: string;
  readonly statements: string;
  readonly unused: (count: number) => string;
  readonly inputs: (count: number) => string;
  readonly heat: string;
  readonly multiples: string;
  readonly multiplesAre: string;
  readonly moreTargets: (count: number) => string;
  readonly madeBy: (tool: string, version: string) => string;
}
