import type { Relation } from '../../model/plan.ts';
import { plural } from './plural.ts';

/** The words of the page: what a reader sees there and in no other format. */
export type PageWords = typeof pageEn;

export const pageEn = {
  /** The language, as HTML names it. */
  code: 'en',
  skip: 'To the targets',
  glance: 'At a glance',
  allDecided: 'The figures decide all of them.',
  byTask: 'By strategic task',
  targets: 'Every target',
  worstFirst: 'Every target, worst first',
  moreInTask: (count: number) => `${count} more, from the worse to the better`,
  show: 'Which targets are shown',
  all: 'all',
  columns: { chart: 'Value against goal', reported: 'Reported', goal: 'Goal', fact: 'What it comes to' },
  legend: {
    value: 'what is reported',
    allowed: 'what the evidence allows beyond',
    schedule: 'schedule',
    goal: 'goal',
    start: 'start',
  },
  by: (day: string) => `by ${day}`,
  asOf: (day: string) => `on ${day}`,
  /** What a drawing shows, for who does not see it. */
  drawn: {
    value: (text: string) => `reported ${text}`,
    schedule: (text: string) => `schedule ${text}`,
    goal: (text: string) => `goal ${text}`,
    start: (text: string) => `start ${text}`,
    scaleFrom: (text: string) => `the scale begins at ${text}`,
  },
  noValue: 'nothing usable reported',
  details: 'Target by target',
  overTime: (title: string) => `${title} over time`,
  timeLegend: {
    used: 'figure used',
    contested: 'side of a contradiction',
    aside: 'figure set aside',
    part: 'counts a part only',
    whole: 'counts more than is meant',
    other: 'counts something else',
    beyond: 'far beyond the scale',
    course: 'what is known, day by day',
    path: 'way that the plan sets',
    trend: 'if the trend goes on',
    judged: 'day of the analysis',
    deadline: 'deadline',
  } satisfies Readonly<
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
  >,
  between: (worst: string, best: string) => `anything from “${worst}” to “${best}”`,
  side: (range: string, verdicts: string) => `${range}: ${verdicts}`,
  evidence: (count: number) =>
    count === 1 ? 'The one figure reported' : `All ${count} figures reported, those used first`,
  evidenceColumns: {
    day: 'Describes',
    figure: 'Figure',
    what: 'Of what',
    source: 'Published by, on, read in',
    use: 'Used as',
  },
  waiver: 'Waiver',
  waived: (from: string, until: string, verdicts: string) => `${from} to ${until}, for ${verdicts}`,
  method: 'How it was judged',
  /** The heading of an index of groups of several plans. */
  severalPlans: 'Several plans',
  /** From the page of one group to that of all. */
  toIndex: '← All groups',
  exitCode: 'exit code',
  statements: 'What was said of measures without a number',
  unused: (count: number) => `${plural(count, 'figure')} that ${count === 1 ? 'belongs' : 'belong'} to no target`,
  inputs: (count: number) => `${plural(count, 'file')} read`,
  heat: 'Groups by strategic task, worst first',
  multiples: 'Each target in all groups',
  multiplesAre: 'All drawings of a target have one scale, in parts of the goal of each group; the line is the goal.',
  moreTargets: (count: number) => `${plural(count, 'target')} more stand on the pages of the groups`,
  madeBy: (tool: string, version: string) =>
    `Made by ${tool} ${version} from the plan and the reports alone. Undecided is never in order.`,
};
