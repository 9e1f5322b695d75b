import { isUtf8 } from 'node:buffer';
import { joinTallies, type TableTally } from '../../input/document/tally.ts';
import { type ColumnSteps, joinSteps } from '../../input/report/column-steps.ts';
import { readPlainReport } from '../../input/report/plain-report.ts';
import { readPart } from '../../input/report/read-report.ts';
import { formatOf } from '../../input/source/registry.ts';
import { type OpenReport, openReports, type SourceFile } from '../../input/source/source-file.ts';
import type { Observation } from '../../model/observation.ts';
import type { Plan } from '../../model/plan.ts';
import { regionIds } from '../../model/regions.ts';
import type { Excerpt, Place, Span } from '../../values/place.ts';
import { isError, type Problem, type ProblemCode } from '../../values/problem.ts';
import type { BatchContext } from './context.ts';
import { canBeCut, halvesOf, hasRows, type Piece } from './pieces.ts';

/** What was read of a file, or of a piece of one. */
export interface ReadFigures {
  readonly title: string | null;
  readonly invented: string | null;
  /** Of a table, whole numbers are as wide as `columns` makes them, once those of all its pieces are known. */
  readonly observations: readonly Observation[];
  readonly columns: ColumnSteps;
  readonly problems: readonly Problem[];
  readonly lost: readonly Lost[];
  readonly tally: TableTally | undefined;
}

/** What figures are read for. */
export type ReadContext = Pick<BatchContext, 'plan' | 'today' | 'isKeepGoing'>;

/** A row, a piece or a file that could not be read. */
export interface Lost {
  /** The region that it says it is about; null where nobody can say. */
  readonly region: string | null;
  /** What is wrong with it, without the lines around. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a file, or a piece of one. A table with wrong rows is read again in ever smaller halves where the rest is wanted,
 * so that only those rows are lost.
 */
export async function readFigures(piece: Piece, context: ReadContext): Promise<ReadFigures> {
  const { plan, today, isKeepGoing } = context;
  const plain = readPlainReport(piece.file, { plan, today });
  if (plain) return { ...plain, observations: moved(plain.observations, piece), ...NOTHING_ELSE };
  const { report, columns, problems: found, tally } = await readPart(piece.file, plan, today);
  const problems = found.map(shifted(piece));
  if (report && !problems.some(isError))
    return { ...report, observations: moved(report.observations, piece), columns, problems, tally, lost: [] };
  const isOfRows = !found.some(problem => isInHeader(piece)(problem) || ofOtherRows.includes(problem.code));
  const isDivisible = isKeepGoing && canBeCut(piece.file) && isOfRows;
  const [first, second] = isDivisible ? halvesOf(encoded(piece)) : [];
  if (first && second) return joined(await readFigures(first, context), await readFigures(second, context));
  return { ...nothingOf(problems, isDivisible ? await regionIn(piece.file, found.filter(isError)) : null), tally };
}

/** What there is of a plain report besides its figures. */
const NOTHING_ELSE = { columns: {}, problems: [], tally: undefined, lost: [] };

/** What is wrong with a row because of one above it would be no problem in a half that begins with it. */
const ofOtherRows: readonly ProblemCode[] = [
  'which-period',
  'region-alone',
  'sum-left-out',
  'rest-left-out',
  'left-blank',
  'unit-beside',
  'status-beside',
  'region-beside',
  'scope-beside',
  'day-beside',
  'way-beside',
];

/**
 * Where cells are too many or too few, no cell is sure to stand under its name; nor is a value under a key that stands
 * there twice, or beside one that nobody knows.
 */
const shiftedCells: readonly ProblemCode[] = [
  ...(['cell-without-column', 'row-too-short', 'csv-syntax', 'json-syntax'] as const),
  ...(['duplicate-key', 'unknown-key'] as const),
];

/** The parts of a file are read in the encoding of the whole. */
const encoded = (piece: Piece): Piece => ({
  ...piece,
  file: { ...piece.file, encoding: piece.file.encoding ?? (isUtf8(piece.file.bytes) ? 'utf-8' : 'gb18030') },
});

/** Nothing but what is wrong. */
export const nothingOf = (problems: readonly Problem[], region: string | null = null): ReadFigures => ({
  title: null,
  invented: null,
  observations: [],
  columns: {},
  problems,
  lost: [{ region, problems: problems.filter(isError).map(withoutExcerpt) }],
  tally: undefined,
});

const withoutExcerpt = ({ place: { excerpt: _, ...place }, ...problem }: Problem): Problem => ({ ...problem, place });

/** What is wrong with the header is wrong with every row. */
const isInHeader =
  ({ file, headerLines }: Piece) =>
  (problem: Problem): boolean =>
    isError(problem) && hasRows(formatOf(file.path)) && (problem.place.span?.line ?? 0) <= Math.max(1, headerLines);

const joined = (a: ReadFigures, b: ReadFigures): ReadFigures => ({
  title: a.title,
  invented: a.invented,
  observations: [...a.observations, ...b.observations],
  columns: joinSteps([a.columns, b.columns]),
  problems: [...a.problems, ...b.problems],
  lost: [...a.lost, ...b.lost],
  tally: joinTallies([a.tally, b.tally]),
});

/** The region that a wrong row is about, if it can be read that far, speaks of one alone, and is not what is wrong. */
async function regionIn(file: SourceFile, errors: readonly Problem[]): Promise<string | null> {
  if (errors.some(({ code }) => shiftedCells.includes(code))) return null;
  const { reports } = await openReports(file);
  const named = reports.flatMap(regionsOf);
  const isWrong = named.some(({ spans }) => errors.some(({ place: { span } }) => !span || spans.some(isAt(span))));
  const [region, other] = new Set(named.map(each => each.region));
  return !isWrong && other === undefined && typeof region === 'string' ? region : null;
}

interface NamedRegion {
  readonly region: unknown;
  /** Where it stands. */
  readonly spans: readonly Span[];
}

/** A line may hold a whole report, whose figures are of several regions. */
function regionsOf({ document: { data, locate } }: OpenReport): NamedRegion[] {
  const report = (data ?? {}) as { observations?: unknown; region?: unknown; metrics?: unknown };
  const figures = Array.isArray(report.observations) ? report.observations : [];
  const at = (path: readonly (string | number)[]) =>
    (['key', 'value'] as const).flatMap(which => locate(path, which) ?? []);
  const own: NamedRegion = { region: report.region, spans: at(['region']) };
  const ofFigures = figures.map((figure: { region?: unknown } | null, index): NamedRegion => {
    if (figure?.region === undefined) return own;
    return { region: figure.region, spans: at(['observations', index, 'region']) };
  });
  return report.metrics !== undefined || figures.length === 0 ? [own, ...ofFigures] : ofFigures;
}

/** What is missing in a row stands at the whole of it, and says nothing of its region. */
const isAt =
  (span: Span) =>
  (other: Span): boolean =>
    span.line === other.line && span.col >= other.col && span.endCol <= other.endCol;

/** A region that only a lost row names may be a slip of the pen: then nobody can say what the row was about. */
export function ofNamedRegions(lost: readonly Lost[], { regions }: Plan, reported: readonly string[]): Lost[] {
  const named = new Set([...regionIds(regions), ...reported]);
  return lost.map(each => (each.region !== null && named.has(each.region) ? each : { ...each, region: null }));
}

/** The lines of a piece are counted from its own beginning, those of a file from the file's. */
const moved = (observations: readonly Observation[], piece: Piece): readonly Observation[] =>
  piece.linesBefore === 0
    ? observations
    : observations.map(observation => ({ ...observation, place: placeIn(observation.place, piece) }));

const shifted =
  (piece: Piece) =>
  (problem: Problem): Problem => ({ ...problem, place: placeIn(problem.place, piece) });

function placeIn(place: Place, { linesBefore, headerLines }: Piece): Place {
  const { span, excerpt } = place;
  if (!span || linesBefore === 0 || span.line <= headerLines) return place;
  const shift = linesBefore - headerLines;
  return {
    ...place,
    span: { ...span, line: span.line + shift, endLine: span.endLine + shift },
    ...(excerpt && { excerpt: belowHeader(excerpt, headerLines, shift) }),
  };
}

/** The header stands before every piece, but not before every line of the file. */
function belowHeader({ firstLine, lines, ...marked }: Excerpt, headerLines: number, shift: number): Excerpt {
  const hidden = Math.max(0, headerLines + 1 - firstLine);
  return { firstLine: firstLine + hidden + shift, lines: lines.slice(hidden), ...marked };
}
