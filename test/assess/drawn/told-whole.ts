import { answersOf } from '../../../src/assess/answers.ts';
import { type Assessment, check, type Explanation, explain, readPlan, readReport } from '../../../src/index.ts';
import { targetsOf } from '../../../src/model/outline.ts';
import type { World } from './world.ts';

/* All that is told of a world, in lines that a person can hold against docs/evidence.md: what is empty is not written. */

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** As YAML has it in one line, without marks around words. A number has no more digits than all machines agree about. */
function inLine(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(9)));
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  return `{${fieldsOf(value).join(', ')}}`;
}

const fieldsOf = (fields: object): string[] =>
  Object.entries(fields).flatMap(([key, value]) => (isEmpty(value) ? [] : `${key}: ${inLine(value)}`));

const line = (name: string, fields: object | null): string[] =>
  fields === null || fieldsOf(fields).length === 0 ? [] : [`  ${name} ${fieldsOf(fields).join(', ')}`];

const fileOf = (path: string, data: unknown) => ({ path, text: JSON.stringify(data) });

const planOf = ({ indicator, others = {}, target, plan = {} }: World) => ({
  plan: 'p',
  title: 'P',
  period: { from: '2021-01-01', to: '2025-12-31' },
  region: 'whole',
  regions: [{ id: 'whole', title: 'Whole' }],
  ...plan,
  indicators: Object.fromEntries(
    Object.entries({ i: indicator, ...others }).map(([id, fields]) => [id, { title: id, unit: 'unit', ...fields }]),
  ),
  measures: [
    {
      id: 'm',
      title: 'M',
      targets: [{ id: 't', indicator: 'i', ...('over' in target ? {} : { by: '2025-12-31' }), ...target }],
    },
  ],
});

/** What is given, and below it what is told of it. */
export async function toldWhole(world: World): Promise<string[]> {
  const { indicator, others = {}, target, figures, plan = {}, settings } = world;
  return [
    ...line('indicator', indicator),
    ...Object.entries(others).flatMap(([id, fields]) => line(id, fields)),
    ...line('target', target),
    ...line('plan', plan),
    ...figures.map((figure, index) => `  ${index + 1}: ${fieldsOf(figure).join(', ')}`),
    ...line('asked', settings),
    ...(await answerTo(world)),
  ];
}

async function answerTo(world: World): Promise<string[]> {
  const read = await readPlan(fileOf('plan.json', planOf(world)));
  if (!read.plan) return problemLines('plan refused', read.problems);
  const observations = world.figures.map(figure => ({ indicator: 'i', ...figure }));
  const { report, problems } = await readReport(fileOf('report.json', { observations }), read.plan);
  if (!report) return problemLines('report refused', problems);
  const request = { plan: read.plan, reports: [report], settings: world.settings };
  const { analysis, problems: mistakes } = check(request);
  const [assessment] = analysis?.assessments ?? [];
  if (!analysis || !assessment) return problemLines('not judged', mistakes);
  const { explanation } = explain(request, 't');
  const { region, problems: told, checks, summary } = analysis;
  return [
    ...assessmentLines(assessment),
    ...explanationLines(explanation),
    ...line('counted', summary.range),
    ...checks.flatMap(each => line('check', each)),
    ...told.flatMap(({ code, args }) => line('problem', { code, ...args })),
    `  answers ${answersOf(read.plan.plan, region, targetsOf(read.plan.plan, region), report.observations)}`,
  ];
}

const problemLines = (what: string, problems: readonly { readonly code: string }[]): string[] =>
  problems.map(({ code }) => `  ${what}: ${code}`);

function assessmentLines(told: Assessment): string[] {
  const { verdict, possible, severity, early, derived, inForce, at, method, goal, course, evidence } = told;
  const { gap, planned, completion, elapsed, schedule, lead, monthsAhead, pace, neededPerYear, achievedPerYear } = told;
  const { comparator, value, low, high, unit, by, against, over, share } = goal;
  const head = fieldsOf({ early, derived, isPending: !inForce, at, method, missing: told.missingParts });
  return [
    `  → ${verdict}${verdict === 'undecided' ? ` ${inLine(possible)}` : ''}, ${severity}, ${head.join(', ')}`,
    ...line('value', told.value),
    ...line('goal', { comparator, value, low, high, unit, by, against, over, share }),
    ...line('gap', gap),
    ...line('pace', {
      planned,
      completion,
      elapsed,
      schedule,
      lead,
      monthsAhead,
      pace,
      neededPerYear,
      achievedPerYear,
    }),
    ...told.reasons.flatMap(({ code, args }) => line('reason', { code, ...args })),
    ...line('deciding', told.deciding && { code: told.deciding.code, ...told.deciding.args }),
    ...line('outlook', told.outlook),
    ...told.readings.flatMap(({ name, ...reading }) => line(`reading ${name ?? ''}`, reading)),
    ...line('course', course),
    ...evidenceLines(evidence),
  ];
}

const evidenceLines = ({ used, setAside }: Assessment['evidence']): string[] => [
  ...line(
    'used',
    Object.fromEntries(
      used.map(({ observation, reason, claimIgnored }) => [
        observation.id,
        claimIgnored ? `${reason} without its claim` : reason,
      ]),
    ),
  ),
  ...line('set aside', Object.fromEntries(setAside.map(({ observation, reason }) => [observation.id, reason]))),
];

/** Titles are those of the plan. */
const untitled = ({ factors, steps, assumptions }: NonNullable<Explanation['identity']>) => ({
  factors: factors.map(({ title: _, ...rest }) => rest),
  steps: steps.map(({ title: _, ...rest }) => rest),
  assumptions,
});

function explanationLines(explanation: Explanation | undefined): string[] {
  if (!explanation) return ['  not explained'];
  const { identity, path, readings, nextVerdict, places } = explanation;
  return [
    ...line('identity', identity && untitled(identity)),
    ...line('way', path),
    ...readings.flatMap(({ name, at, hasPassed, counts, sides }) => [
      ...line(`so read ${name ?? ''}`, { at, hasPassed, counts }),
      ...sides.flatMap(({ steps, ...side }) => [
        ...line('  side', side),
        ...steps.flatMap(step => line('    step', step)),
      ]),
    ]),
    ...line('next', nextVerdict),
    ...line(
      'stands',
      Object.fromEntries(places.map(({ observation, line: at, col }) => [observation, `${at}:${col}`])),
    ),
  ];
}
