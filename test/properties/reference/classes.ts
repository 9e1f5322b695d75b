/*
 * What the project says of a case, and how that stands to what the documents allow.
 *
 * FALSE-GREEN: surely ok, though a failing world exists · FALSE-RED: surely failing, though a world exists that is ok ·
 * PASSES-GATE: not ok, but decided without failing, though a failing world exists · narrower: a verdict that some world
 * has is not listed · wider: a verdict is listed that no world has · needless-undecided: all worlds have one verdict ·
 * green-withheld, red-withheld: all worlds have one severity, and it is not given · day-differs: another day is judged
 * than the one that is clear · unreadable: the project refuses the documents.
 */
import { Document, visit } from 'yaml';
import { assess } from '../../../src/assess/assess.ts';
import { readPlan } from '../../../src/input/plan/read-plan.ts';
import { readReport } from '../../../src/input/report/read-report.ts';
import type { Assessment } from '../../../src/model/analysis.ts';
import type { Observation } from '../../../src/model/observation.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { type DecidedVerdict, decidedVerdicts, worstToBest } from '../../../src/model/verdict.ts';
import type { Facts } from './documents.ts';
import type { Case, PlanFields, ReportFields } from './fields.ts';
import type { Figures } from './figures.ts';
import type { Point } from './linear.ts';
import { possibleIn } from './possible.ts';

export const classes = [
  'FALSE-GREEN',
  'FALSE-RED',
  'PASSES-GATE',
  'narrower',
  'day-differs',
  'unreadable',
  'needless-undecided',
  'green-withheld',
  'red-withheld',
  'wider',
] as const;
export type Class = (typeof classes)[number];

export interface Finding {
  readonly classes: readonly Class[];
  readonly isContested: boolean;
  readonly wanted: readonly DecidedVerdict[];
  readonly told: readonly DecidedVerdict[];
  readonly worlds: ReadonlyMap<DecidedVerdict, Point>;
  readonly assessment: Assessment | undefined;
}

interface Read {
  readonly plan: Plan;
  readonly observations: readonly Observation[];
}

const fileOf = (path: string, fields: unknown) => ({ path, bytes: new TextEncoder().encode(JSON.stringify(fields)) });

async function read({ plan: planFields, report: reportFields }: Case): Promise<Read | undefined> {
  const { plan } = await readPlan(fileOf('plan.json', planFields));
  if (!plan) return undefined;
  const { report } = await readReport(fileOf('report.json', reportFields), plan);
  return report && { plan, observations: report.observations };
}

/** The one assessment of a case; the figures that count as known may be named, one by one. */
function assessed({ plan, observations }: Read, { asOf, knownBy }: Pick<Case, 'asOf' | 'knownBy'>): Assessment {
  const day = asOf as NonNullable<Parameters<typeof assess>[2]>['asOf'] & string;
  const [assessment] = assess(plan, observations, {
    asOf: day,
    ...(knownBy ? { knownBy: knownBy as typeof day } : {}),
  }).assessments;
  if (!assessment) throw new Error('a plan of these cases has one target');
  return assessment;
}

export async function find(given: Case): Promise<Finding> {
  const project = await read(given);
  const assessment = project && assessed(project, given);
  const judgedDay = (known: Figures, facts: Facts): string => {
    if (!project || !assessment) return facts.asOf;
    if (!given.knownBy) return assessment.at;
    // Each set of figures that may have been known is judged as if there were no others.
    const observations = project.observations.filter((_, at) => known.includes(facts.figures[at] as Figures[number]));
    return assessed({ plan: project.plan, observations }, { asOf: given.asOf }).at;
  };
  const possible = possibleIn(given, judgedDay);
  const wanted = worstToBest.filter(verdict => possible.verdicts.has(verdict));
  const told = assessment?.possible ?? [];
  return {
    classes: assessment ? classesOf(wanted, assessment, possible.clearDay) : ['unreadable'],
    isContested: possible.isContested,
    wanted,
    told,
    worlds: possible.verdicts,
    assessment,
  };
}

const severityOf = (verdict: DecidedVerdict) => decidedVerdicts[verdict].severity;

function classesOf(
  wanted: readonly DecidedVerdict[],
  { possible: told, severity, at, evidence }: Assessment,
  clearDay: string | undefined,
): Class[] {
  const all = (list: readonly DecidedVerdict[], which: string) =>
    list.length > 0 && list.every(each => severityOf(each) === which);
  const some = (list: readonly DecidedVerdict[], which: string) => list.some(each => severityOf(each) === which);
  const lacks = wanted.some(each => !told.includes(each));
  // Where no figure says anything, a plan alone decides nothing, not even what its own start already fulfils.
  const isBare = evidence.used.length === 0;
  const hasMore = !isBare && told.some(each => !wanted.includes(each));
  const isGreen = severity === 'ok';
  const isDecided = severity !== 'undecided' && severity !== 'fail';
  const found: Readonly<Record<Exclude<Class, 'unreadable'>, boolean>> = {
    'FALSE-GREEN': isGreen && some(wanted, 'fail'),
    'FALSE-RED': severity === 'fail' && some(wanted, 'ok'),
    'PASSES-GATE': !isGreen && isDecided && some(wanted, 'fail'),
    narrower: lacks,
    'day-differs': clearDay !== undefined && clearDay !== at,
    'needless-undecided': hasMore && wanted.length === 1,
    'green-withheld': all(wanted, 'ok') && !isGreen && !isBare,
    'red-withheld': all(wanted, 'fail') && severity !== 'fail' && !isBare,
    wider: hasMore,
  };
  return classes.filter(each => each !== 'unreadable' && found[each]);
}

/** A case for a person: the documents as files, what is allowed and what was told, and a world for what differs. */
export function inWords({ plan, report, asOf, knownBy }: Case, { wanted, told, worlds, assessment }: Finding): string {
  const differing = [...worlds].filter(([verdict]) => !told.includes(verdict));
  return [
    '# plan.yaml',
    inYaml(plan),
    '# report.yaml',
    inYaml(report),
    `# as of ${asOf}${knownBy ? `, known by ${knownBy}` : ''}, judged on ${assessment?.at}`,
    `# allowed: ${wanted.join(', ')} · told: ${told.join(', ')}`,
    ...differing.map(([verdict, world]) => `# ${verdict} in the world ${inNumbers(world)}`),
  ].join('\n');
}

const inNumbers = (world: Point): string =>
  [...world]
    .map(([name, value]) => `${name} = ${Number(value.toPrecision(6))}`)
    .toSorted()
    .join('; ');

/** One line for an indicator, a target, a figure. */
function inYaml(fields: PlanFields | ReportFields): string {
  const document = new Document(fields, { aliasDuplicateObjects: false });
  visit(document, {
    Map: (_, node, path) => {
      if (path.length > 4) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 }).trimEnd();
}
