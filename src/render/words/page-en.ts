import type { PageWords } from './page.ts';

const span = ({ min, max }: { min: number; max: number }): string => (min === max ? String(min) : `${min} to ${max}`);
const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const pageEn: PageWords = {
  code: 'en',
  skip: 'To the targets',
  glance: 'At a glance',
  whatever: (failing, inOrder) =>
    `Whatever the missing figures turn out to be: ${span(failing)} failing, ${span(inOrder)} in order.`,
  allDecided: 'The figures decide all of them.',
  known: ({ announced, named, quantified, evidenced }) =>
    `${announced === null ? 'How many measures the plan announces is not known' : `The plan announces ${plural(announced, 'measure')}`}: ${named} named by a source, ${quantified} with a number, ${evidenced} with usable figures.`,
  byTask: 'By strategic task',
  targets: 'Every target',
  worstFirst: 'Every target, worst first',
  noNumber: titles => `Without a number in the plan: ${titles.join(', ')}`,
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
  by: day => `by ${day}`,
  asOf: day => `on ${day}`,
  drawn: {
    value: text => `reported ${text}`,
    schedule: text => `schedule ${text}`,
    goal: text => `goal ${text}`,
    start: text => `start ${text}`,
    scaleFrom: text => `the scale begins at ${text}`,
  },
  noValue: 'nothing usable reported',
  details: 'Target by target',
  overTime: title => `${title} over time`,
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
  },
  between: (worst, best) => `anything from “${worst}” to “${best}”`,
  side: (range, verdicts) => `${range}: ${verdicts}`,
  evidence: count => (count === 1 ? 'The one figure reported' : `All ${count} figures reported, those used first`),
  evidenceColumns: {
    day: 'Describes',
    figure: 'Figure',
    what: 'Of what',
    source: 'Published by, on, read in',
    use: 'Used as',
  },
  waiver: 'Waiver',
  waived: (from, until, verdicts) => `${from} to ${until}, for ${verdicts}`,
  method: 'How it was judged',
  exitCode: 'exit code',
  statements: 'What was said of measures without a number',
  unused: count => `${plural(count, 'figure')} that ${count === 1 ? 'belongs' : 'belong'} to no target`,
  inputs: count => `${plural(count, 'file')} read`,
  madeBy: (tool, version) =>
    `Made by ${tool} ${version} from the plan and the reports alone. Undecided is never in order.`,
};
