import type { Observation } from '../model/observation.ts';
import type { Plan } from '../model/plan.ts';
import { type RawReport, reportSchema } from '../model/report.ts';
import type { Problem } from '../values/problem.ts';
import { checkShape, type Finding } from './check-shape.ts';
import { checkFigure, checkNames, type Tell } from './figure-findings.ts';
import { asRead, eachFigure, type FigureReader, type Figures, namesIn } from './figures.ts';
import { observationOf } from './observe.ts';
import { quickFigures, readAbove } from './report-quick.ts';
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
  return readQuickly(open, plan) ?? readWhole(open, plan);
}

/** Figure by figure, with no more than a look at what was met before; undefined where anything is wrong with a shape. */
function readQuickly(open: OpenReport, plan: Plan): ReadReport | undefined {
  const unread = readAbove(open.document);
  return unread && observe(unread.above, unread.figures, quickFigures, open, plan);
}

function readWhole(open: OpenReport, plan: Plan): ReadReport {
  const shape = checkShape(reportSchema, open.document);
  const read = 'value' in shape ? observe(shape.value, shape.value, asRead, open, plan) : undefined;
  return read ?? refused('findings' in shape ? shape.findings : [], open, plan);
}

/** A mistyped name is told in the same run as what is wrong with the shape. */
function refused(shape: readonly Finding[], open: OpenReport, plan: Plan): ReadReport {
  const findings = [...shape];
  eachFigure(namesIn(open.document.data), asRead, figure => checkNames(figure, plan, into(findings)));
  return { report: undefined, problems: open.problemsOf(findings) };
}

/** Holds the figures of a report against the plan; undefined where one of them cannot be read. */
function observe<Keyed, Listed>(
  report: RawReport,
  figures: Figures<Keyed, Listed>,
  reader: FigureReader<Keyed, Listed>,
  open: OpenReport,
  plan: Plan,
): ReadReport | undefined {
  const findings: Finding[] = [];
  const observations: Observation[] = [];
  const tell = into(findings);
  if (report.plan !== undefined && report.plan !== plan.id) {
    tell({ code: 'wrong-plan', args: { found: report.plan, expected: plan.id }, path: ['plan'] });
  }
  const isRead = eachFigure(figures, reader, figure => {
    checkFigure(figure, report, plan, tell);
    const observation = observationOf(figure, report, plan, () => open.placeOf(figure.path));
    if (observation) observations.push(observation);
  });
  if (!isRead) return undefined;
  const read = { title: report.report ?? null, invented: report.invented ?? null, observations };
  return { report: read, problems: open.problemsOf(withOneDate(findings)) };
}

const into =
  (findings: Finding[]): Tell =>
  finding => {
    findings.push(finding);
  };

/** A report without `as_of` lacks it once, not once a figure. */
function withOneDate(findings: readonly Finding[]): readonly Finding[] {
  const first = findings.find(lacksDate);
  return findings.filter(finding => finding === first || !lacksDate(finding));
}

const lacksDate = ({ code, args }: Finding): boolean => code === 'missing-key' && args['key'] === 'as_of';

const isPlan = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'indicators' in data && ('tasks' in data || 'measures' in data);
