import { answersOf } from '../../../src/assess/answers.ts';
import { type Analysis, type Assessment, check, type Explanation, explain, readReport } from '../../../src/index.ts';
import { targetsOf } from '../../../src/model/outline.ts';
import { fieldsIn, inLine, toldLine } from '../../support/told-lines.ts';
import { readUnlinted } from '../../support/unlinted.ts';
import type { World } from './world.ts';

/* All that is told of a world, in lines that a person can hold against docs/evidence.md: what is empty is not written. */

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
    ...toldLine('indicator', indicator),
    ...Object.entries(others).flatMap(([id, fields]) => toldLine(id, fields)),
    ...toldLine('target', target),
    ...toldLine('plan', plan),
    ...figures.map((figure, index) => `  ${index + 1}: ${fieldsIn(figure).join(', ')}`),
    ...toldLine('asked', settings),
    ...(await answerTo(world)),
  ];
}

/** Undefined where nothing is judged. */
export async function analysisOfWorld(world: World): Promise<Analysis | undefined> {
  const { plan } = await readUnlinted(fileOf('plan.json', planOf(world)));
  const observations = world.figures.map(figure => ({ indicator: 'i', ...figure }));
  const report = plan && (await readReport(fileOf('report.json', { observations }), plan)).report;
  return report && check({ plan, reports: [report], settings: world.settings }).analysis;
}

async function answerTo(world: World): Promise<string[]> {
  const read = await readUnlinted(fileOf('plan.json', planOf(world)));
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
    ...toldLine('counted', summary.range),
    ...checks.flatMap(each => toldLine('check', each)),
    ...told.flatMap(({ code, args }) => toldLine('problem', { code, ...args })),
    `  answers ${answersOf(read.plan.plan, region, targetsOf(read.plan.plan, region), report.observations)}`,
  ];
}

const problemLines = (what: string, problems: readonly { readonly code: string }[]): string[] =>
  problems.map(({ code }) => `  ${what}: ${code}`);

function assessmentLines(told: Assessment): string[] {
  const { verdict, possible, severity, early, derived, inForce, at, method, goal, course, evidence } = told;
  const { gap, planned, completion, elapsed, schedule, lead, monthsAhead, pace, neededPerYear, achievedPerYear } = told;
  const { comparator, value, low, high, unit, by, against, over, share } = goal;
  const head = fieldsIn({ early, derived, isPending: !inForce, at, method, missing: told.missingParts });
  return [
    `  → ${verdict}${verdict === 'undecided' ? ` ${inLine(possible)}` : ''}, ${severity}, ${head.join(', ')}`,
    ...toldLine('value', told.value),
    ...toldLine('goal', { comparator, value, low, high, unit, by, against, over, share }),
    ...toldLine('gap', gap),
    ...toldLine('pace', {
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
    ...told.reasons.flatMap(({ code, args }) => toldLine('reason', { code, ...args })),
    ...toldLine('deciding', told.deciding && { code: told.deciding.code, ...told.deciding.args }),
    ...toldLine('outlook', told.outlook),
    ...told.readings.flatMap(({ name, ...reading }) => toldLine(`reading ${name ?? ''}`, reading)),
    ...toldLine('course', course),
    ...evidenceLines(evidence),
  ];
}

const evidenceLines = ({ used, setAside }: Assessment['evidence']): string[] => [
  ...toldLine(
    'used',
    Object.fromEntries(
      used.map(({ observation, reason, claimIgnored }) => [
        observation.id,
        claimIgnored ? `${reason} without its claim` : reason,
      ]),
    ),
  ),
  ...toldLine('set aside', Object.fromEntries(setAside.map(({ observation, reason }) => [observation.id, reason]))),
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
    ...toldLine('identity', identity && untitled(identity)),
    ...toldLine('way', path),
    ...readings.flatMap(({ name, at, hasPassed, counts, sides }) => [
      ...toldLine(`so read ${name ?? ''}`, { at, hasPassed, counts }),
      ...sides.flatMap(({ steps, ...side }) => [
        ...toldLine('  side', side),
        ...steps.flatMap(step => toldLine('    step', step)),
      ]),
    ]),
    ...toldLine('next', nextVerdict),
    ...toldLine(
      'stands',
      Object.fromEntries(places.map(({ observation, line: at, col }) => [observation, `${at}:${col}`])),
    ),
  ];
}
