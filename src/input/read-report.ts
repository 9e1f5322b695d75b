import type { Observation } from '../model/observation.ts';
import type { Plan } from '../model/plan.ts';
import { type RawReport, reportSchema } from '../model/report.ts';
import type { Problem } from '../values/problem.ts';
import { checkShape, type Finding } from './check-shape.ts';
import { checkFigure, checkNames } from './figure-findings.ts';
import { type Figure, figuresOf, namedFigures } from './figures.ts';
import { observationOf } from './observe.ts';
import { inOrder, type OpenReport, openReports, type SourceFile } from './source-file.ts';

export interface Report {
  readonly title: string | null;
  /** Why its figures are made up, where they are. */
  readonly invented: string | null;
  readonly observations: readonly Observation[];
}

export interface ReadReport {
  readonly report: Report | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a report file of a plan; every problem of shape and of meaning comes with its place. */
export async function readReport(file: SourceFile, plan: Plan): Promise<ReadReport> {
  const open = await openReports(file);
  const read = open.reports.map(report => readOne(report, plan));
  const problems = inOrder([...open.problems, ...read.flatMap(each => each.problems)]);
  const reports = read.flatMap(({ report }) => report ?? []);
  return { report: reports.length === open.reports.length ? joined(reports) : undefined, problems };
}

/** What the reports of one file say together. */
function joined(reports: readonly Report[]): Report | undefined {
  const [first] = reports;
  if (!first || reports.length === 1) return first;
  const texts = (of: (report: Report) => string | null) =>
    [...new Set(reports.flatMap(report => of(report) ?? []))].join('; ') || null;
  return {
    title: texts(({ title }) => title),
    invented: texts(({ invented }) => invented),
    observations: reports.flatMap(({ observations }) => observations),
  };
}

function readOne(open: OpenReport, plan: Plan): ReadReport {
  const { data } = open.document;
  if (isPlan(data)) {
    const finding: Finding = { code: 'not-a-report', args: {}, path: ['indicators'], at: 'key' };
    return { report: undefined, problems: open.problemsOf([finding]) };
  }
  const shape = checkShape(reportSchema, open.document);
  const findings: Finding[] = [];
  if ('findings' in shape) {
    for (const figure of namedFigures(data)) checkNames(figure, plan, finding => findings.push(finding));
    return { report: undefined, problems: open.problemsOf([...shape.findings, ...findings]) };
  }
  const raw = shape.value;
  const figures = figuresOf(raw);
  if (raw.plan !== undefined && raw.plan !== plan.id) {
    findings.push({ code: 'wrong-plan', args: { found: raw.plan, expected: plan.id }, path: ['plan'] });
  }
  for (const figure of figures) checkFigure(figure, raw, plan, finding => findings.push(finding));
  return { report: reportOf(raw, figures, plan, open), problems: open.problemsOf(withOneDate(findings)) };
}

function reportOf(raw: RawReport, figures: readonly Figure[], plan: Plan, { placeOf }: OpenReport): Report {
  return {
    title: raw.report ?? null,
    invented: raw.invented ?? null,
    observations: figures.flatMap(figure => observationOf(figure, raw, plan, () => placeOf(figure.path)) ?? []),
  };
}

/** A report without `as_of` lacks it once, not once a figure. */
function withOneDate(findings: readonly Finding[]): readonly Finding[] {
  const first = findings.find(lacksDate);
  return findings.filter(finding => finding === first || !lacksDate(finding));
}

const lacksDate = ({ code, args }: Finding): boolean => code === 'missing-key' && args['key'] === 'as_of';

const isPlan = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'indicators' in data && ('tasks' in data || 'measures' in data);
