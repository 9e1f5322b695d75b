import type { Observation } from '../../model/observation.ts';
import type { Plan } from '../../model/plan.ts';
import type { ReportHead } from '../../model/report.ts';
import type { Day } from '../../values/day.ts';
import { isMapping } from '../../values/mapping.ts';
import { isError, type Problem, type ProblemCode } from '../../values/problem.ts';
import { roomForProblems } from '../document/room.ts';
import type { TableTally } from '../document/tally.ts';
import type { Finding } from '../shape/check-shape.ts';
import { findNameIn } from '../shape/figure-names.ts';
import { inFileOrder, type OpenReport, openReports, type SourceFile } from '../source/source-file.ts';
import { type ColumnSteps, columnsSeen, joinSteps, withColumnSteps } from './column-steps.ts';
import { checkDaysAround } from './day-beside.ts';
import { type Against, checkFigure, withTextsAround } from './figure-findings.ts';
import {
  asRead,
  eachFigure,
  type FigureReader,
  type FiguresByForm,
  namesStated,
  quickFigures,
  splitReport,
} from './figures.ts';
import { inIds, type TellFinding } from './in-ids.ts';
import { observationOf, publications } from './observe.ts';
import { checkOtherPieces } from './unit-beside.ts';

export interface Report {
  readonly title: string | null;
  /** Why its figures are made up, where they are. */
  readonly invented: string | null;
  readonly observations: readonly Observation[];
}

export interface ReadReport {
  readonly report: Report | undefined;
  readonly problems: readonly Problem[];
  /** What became of the cells of its tables, where it has any. */
  readonly tally: TableTally | undefined;
}

/**
 * Reads a report file of a plan; every problem of shape and of meaning comes with its place.
 *
 * @param today the latest day that it is anywhere: figures of later days are refused. Without it no clock is asked.
 */
export async function readReport(file: SourceFile, plan: Plan, today?: Day): Promise<ReadReport> {
  const { report, columns, problems, tally } = await readPart(file, plan, today);
  if (!report || problems.some(isError)) return { report: undefined, problems, tally };
  return { report: { ...report, observations: withColumnSteps(report.observations, columns, plan) }, problems, tally };
}

/** What a part of a file says; of a table, how wide its whole numbers are shows once all parts are read. */
export interface ReadPart extends ReadReport {
  readonly columns: ColumnSteps;
}

export async function readPart(file: SourceFile, plan: Plan, today?: Day): Promise<ReadPart> {
  const open = await openReports(file, findNameIn(plan));
  const isPiece = file.part === 'first' || file.part === 'later';
  const read: ReadOne[] = [];
  for (const report of open.reports) read.push(await readOne(report, { plan, today, isPiece }));
  const problems = inFileOrder(file.path, [...open.problems, ...read.flatMap(each => each.problems)]);
  const reports = read.flatMap(({ report }) => report ?? []);
  return {
    report: reports.length === open.reports.length ? joined(reports) : undefined,
    columns: joinSteps(read.flatMap(({ columns }) => (columns ? [columns] : []))),
    problems,
    tally:
      open.tally &&
      withWrong(
        open.tally,
        read.reduce((sum, { wrong }) => sum + wrong, 0),
      ),
  };
}

/** Figures of which something is wrong are problems. */
const withWrong = (tally: TableTally, wrong: number): TableTally => ({
  ...tally,
  figures: tally.figures - wrong,
  problems: tally.problems + wrong,
});

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

/** One report, and how many of its figures are wrong. */
interface ReadOne extends Pick<ReadReport, 'report' | 'problems'> {
  readonly wrong: number;
  /** Of a table. */
  readonly columns?: ColumnSteps;
}

async function readOne(open: OpenReport, against: Against): Promise<ReadOne> {
  const { data } = open.document;
  if (isPlan(data)) {
    const finding: Finding = { code: 'not-a-report', args: {}, path: ['indicators'], at: 'key' };
    return { report: undefined, problems: open.problemsOf([finding]), wrong: 0 };
  }
  return readByFigure(open, against) ?? readWhole(open, against);
}

/** Figure by figure, with no more than a look at what was met before; undefined where anything is wrong with a shape. */
function readByFigure(open: OpenReport, against: Against): ReadOne | undefined {
  const unread = splitReport(open.document);
  return unread && heldAgainstPlan(unread.above, unread.figures, quickFigures, open, against);
}

/** A list with nothing below its name, as in a form that nobody filled in, is an empty one. */
const withLists = (data: unknown): unknown =>
  isMapping(data)
    ? Object.fromEntries(Object.entries(data).filter(([key, value]) => !isNothing(value) || !LISTS.has(key)))
    : data;
const isNothing = (value: unknown): boolean => value === null || value === '';
const LISTS: ReadonlySet<string> = new Set(['metrics', 'observations']);

/** The schema says what is wrong; it is loaded only for that. */
async function readWhole(open: OpenReport, against: Against): Promise<ReadOne> {
  const [{ checkShape }, { reportSchema }] = await Promise.all([
    import('../shape/check-shape.ts'),
    import('../../model/report.ts'),
  ]);
  const shape = checkShape(reportSchema, { ...open.document, data: withLists(open.document.data) });
  const read = 'value' in shape ? heldAgainstPlan(shape.value, shape.value, asRead, open, against) : undefined;
  return read ?? withAllFindings('findings' in shape ? shape.findings : [], open, against);
}

/**
 * What else is wrong is told in the same run as what is wrong with the shape: of figures whose own shape is right all of it,
 * of the others a mistyped name.
 */
function withAllFindings(shape: readonly Finding[], open: OpenReport, against: Against): ReadOne {
  const findings = [...shape];
  const tell = tellInto(findings);
  const { above, figures } = splitReport(open.document) ?? {};
  const held = withTextsAround(against, above ?? {}, open.document);
  let count = 0;
  eachFigure(namesStated(open.document.data), asRead, named => {
    count++;
    const [form, key] = named.path;
    const raw =
      form === 'metrics'
        ? quickFigures.keyed(String(key), figures?.metrics[String(key)])
        : quickFigures.listed(figures?.observations[Number(key)]);
    if (above && raw) checkFigure({ ...named, raw: { ...named.raw, ...raw } }, above, held, tell);
    else inIds(named, {}, against.plan, tell);
  });
  return { report: undefined, problems: open.problemsOf(toldOnce(findings, count)), wrong: wrongIn(findings) };
}

/** Holds the figures of a report against the plan and the clock; undefined where one of them cannot be read. */
function heldAgainstPlan<Keyed, Listed>(
  report: ReportHead,
  figures: FiguresByForm<Keyed, Listed>,
  reader: FigureReader<Keyed, Listed>,
  open: OpenReport,
  against: Against,
): ReadOne | undefined {
  const { plan } = against;
  if (report.plan !== undefined && report.plan !== plan.id) {
    // Nothing of it is held against a plan that is not its own.
    const args = { found: report.plan, expected: plan.id };
    return { report: undefined, problems: open.problemsOf([{ code: 'wrong-plan', args, path: ['plan'] }]), wrong: 0 };
  }
  const findings: Finding[] = [];
  const observations: Observation[] = [];
  const tell = tellInto(findings);
  const publicationOf = publications();
  const columns = open.document.isTable ? columnsSeen() : undefined;
  const held = withTextsAround(against, report, open.document);
  if (against.isPiece) checkOtherPieces(held.around.beside, plan, tell);
  let count = 0;
  const isRead = eachFigure(figures, reader, figure => {
    count++;
    const measured = checkFigure(figure, report, held, tell);
    const observation = observationOf(measured, report, plan, publicationOf, open.placeOf);
    if (!observation) return;
    observations.push(observation);
    columns?.see(observation);
  });
  if (!isRead) return undefined;
  if (!against.isPiece) checkDaysAround(held.around.days, observations, tell);
  const read = { title: report.report ?? null, invented: report.invented ?? null, observations };
  const problems = open.problemsOf(toldOnce(findings, count));
  return { report: read, problems, wrong: wrongIn(findings), ...(columns && { columns: columns.steps }) };
}

/** How many figures of a list have an error; none where it lies in what they share. */
const wrongIn = (findings: readonly Finding[]): number =>
  new Set(
    findings.flatMap(finding => (finding.path[0] === 'observations' && isError(finding) ? [finding.path[1]] : [])),
  ).size;

/** What stands once for many figures. */
const BESIDE: readonly ProblemCode[] = [
  'unit-beside',
  'status-beside',
  'region-beside',
  'scope-beside',
  'day-beside',
  'way-beside',
];

function tellInto(findings: Finding[]): TellFinding {
  const hasRoom = roomForProblems();
  const paths = new Set<Finding['path']>();
  return finding => {
    // What stands once for many figures is told of the first one.
    if (BESIDE.includes(finding.code) && paths.size === paths.add(finding.path).size) return;
    if (hasRoom(finding.code)) findings.push(finding);
  };
}

/** What none of the figures has, such as a day, and what is wrong with the day of all of them, is told once. */
function toldOnce(findings: readonly Finding[], figures: number): readonly Finding[] {
  const kinds = [isOfHead, lacks('as_of'), lacks('indicator')];
  return kinds.reduce<readonly Finding[]>((told, isOne) => {
    const all = told.filter(isOne);
    return isOne !== isOfHead && all.length < figures ? told : told.filter(each => each === all[0] || !isOne(each));
  }, findings);
}

const isOfHead = ({ path }: Finding): boolean => path.length === 1 && path[0] === 'as_of';
const lacks =
  (key: string) =>
  (finding: Finding): boolean =>
    finding.code === 'missing-key' && finding.args.key === key && finding.path.length === 2;

const isPlan = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'indicators' in data && ('tasks' in data || 'measures' in data);
