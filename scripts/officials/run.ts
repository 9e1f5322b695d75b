import { readdir, readFile } from 'node:fs/promises';
import { type Assessment, check, type PlanFile, type ReportFile, readPlan, readReport } from '../../src/index.ts';
import { type Agreement, agreementOf } from './meaning.ts';
import { readStatements, type Statement, type Statements } from './statement.ts';

/** One target of one statement, beside the verdict of ours for the same day and with what was known. */
export interface Row {
  readonly statement: Statement;
  readonly ours: Assessment;
  readonly agreement: Agreement;
  readonly because: string | undefined;
}

export interface Comparison {
  readonly statements: Statements;
  readonly plan: PlanFile;
  readonly rows: readonly Row[];
}

/** Every statement in `fixtures/officials`, by plan, with the plan and the reports of the same name. */
export async function compareAll(): Promise<Comparison[]> {
  const names = (await readdir('fixtures/officials')).toSorted();
  return Promise.all(names.map(name => compare(`fixtures/officials/${name}`)));
}

async function compare(path: string): Promise<Comparison> {
  const statements = await readStatements(path);
  const plan = await planNamed(statements.plan);
  const reports = statements.about.length === 0 ? [] : await reportsIn(`fixtures/${statements.plan}`, plan);
  return { statements, plan, rows: statements.about.flatMap(each => rowsOf(each, plan, reports)) };
}

async function planNamed(id: string): Promise<PlanFile> {
  const path = `plan/${id}.yaml`;
  const { plan, problems } = await readPlan({ path, bytes: await readFile(path) });
  if (!plan) throw new Error(`${path}: ${JSON.stringify(problems)}`);
  return plan;
}

async function reportsIn(folder: string, plan: PlanFile): Promise<ReportFile[]> {
  const names = (await readdir(folder)).toSorted();
  return Promise.all(
    names.map(async name => {
      const path = `${folder}/${name}`;
      const { report, problems } = await readReport({ path, bytes: await readFile(path) }, plan);
      if (!report) throw new Error(`${path}: ${JSON.stringify(problems)}`);
      return report;
    }),
  );
}

function rowsOf(statement: Statement, plan: PlanFile, reports: readonly ReportFile[]): Row[] {
  const { said_on, as_of = said_on, known_by = said_on, targets, means, because } = statement;
  const { analysis, problems } = check({ plan, reports, settings: { as_of, known_by } });
  if (!analysis) throw new Error(JSON.stringify(problems));
  const inForce = analysis.assessments.filter(each => each.inForce);
  const known = inForce.map(each => each.target);
  const named = targets === 'all' ? known : targets;
  const stray = [...named, ...Object.keys(because)].filter(target => !known.includes(target));
  if (stray.length > 0) throw new Error(`${plan.path} has no target ${stray.join(', ')} in force on ${as_of}`);
  return inForce.flatMap(ours => {
    if (!named.includes(ours.target)) return [];
    return [{ statement, ours, agreement: agreementOf(means, ours.possible), because: because[ours.target] }];
  });
}

/** Rows on which the comparison fails: contrary without a reason by hand, or with one and not contrary. */
export const isUnexplained = ({ agreement, because }: Row): boolean =>
  (agreement === 'contrary') !== (because !== undefined);
