import type { TableMapping } from '../../model/table-mapping.ts';
import { beginning } from '../../values/beginning.ts';
import { isMapping } from '../../values/mapping.ts';
import { type Place, type ScalarPiece, type Span, spanOfPiece } from '../../values/place.ts';
import type { Problem } from '../../values/problem.ts';
import type { Encoding } from '../document/decode.ts';
import type { Document, FindName, HowRead, InnerProblem, ReadResult, Step } from '../document/document.ts';
import { type Limits, limitsFor } from '../document/limits.ts';
import { excerptAround, linesOf } from '../document/lines.ts';
import { firstProblems, MOST_PROBLEMS } from '../document/room.ts';
import type { TableTally } from '../document/tally.ts';
import type { Finding } from '../shape/check-shape.ts';
import { reportsIn } from '../table/gather.ts';
import { folderThatSays, partitionsOf } from './partitions.ts';
import { documentFormats, formatOf, type InputFormat, inputFormats, readers } from './registry.ts';

/** A file as the command line hands it over: its name as the user wrote it, and its bytes. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Overrides the format that the extension names; standard input has no extension. */
  readonly format?: InputFormat | undefined;
  /** Of the file that this is a part of; else it is found out. */
  readonly encoding?: Encoding | undefined;
  readonly part?: HowRead['part'];
  readonly limits?: Limits | undefined;
  /** How its tables are read, where they are not ours. */
  readonly mappings?: readonly TableMapping[] | undefined;
  /** Sees each of its tables before it is read. */
  readonly see?: HowRead['see'];
  /** False where problems may not show the lines that they stand in. */
  readonly isQuoted?: boolean | undefined;
}

/** A file of one document that was read: the document, and the way from a finding in it to a problem with a place. */
export interface OpenFile {
  readonly path: string;
  readonly document: Document | undefined;
  readonly problems: readonly Problem[];
  /** The problems of the file and what was found in its document, in the order of the file. */
  readonly problemsWith: (findings: readonly Finding[]) => readonly Problem[];
  readonly placeOf: (path: readonly (string | number)[]) => Place;
  /** The place of a key or of a value, or of a piece of it, with the lines around it. */
  readonly framedPlaceOf: (path: readonly (string | number)[], at?: 'key' | 'value', piece?: ScalarPiece) => Place;
}

/** A file of reports, each with the way from a finding in it to a problem. */
export interface OpenReports {
  readonly path: string;
  /** What became of the cells of its tables. */
  readonly tally: TableTally | undefined;
  readonly problems: readonly Problem[];
  readonly reports: readonly OpenReport[];
}

export interface OpenReport {
  readonly document: Document;
  readonly problemsOf: (findings: readonly Finding[]) => Problem[];
  readonly placeOf: OpenFile['placeOf'];
}

/** Opens a plan, a config or waivers: one document of a format that can hold one. */
export async function openFile(file: SourceFile): Promise<OpenFile> {
  const { result, place } = await readSource(file, documentFormats);
  const [document, second] = result.documents;
  const several: Problem[] = second
    ? [{ code: 'several-documents', args: {}, place: place(second.locate([]), second.sheet) }]
    : [];
  const problems = [...result.problems.map(problem => problemAt(problem, place)), ...several];
  const framedPlaceOf = framing(document, place);
  return {
    path: file.path,
    document: second ? undefined : document,
    problems,
    problemsWith: findings =>
      inFileOrder(file.path, [...problems, ...findings.map(finding => problemOf(finding, framedPlaceOf))]),
    framedPlaceOf,
    placeOf: steps => withoutExcerpt(file.path, document, steps),
  };
}

/** Opens a file of any format as the reports that it holds. */
export async function openReports(file: SourceFile, findName?: FindName): Promise<OpenReports> {
  const { result, place } = await readSource(file, inputFormats, findName);
  const gathered = result.documents.map(reportsIn);
  const problems = [...result.problems, ...gathered.flatMap(each => each.problems)];
  const ofFolders = partitionsOf(file.path);
  const documents = gathered.flatMap(each => each.documents);
  return {
    path: file.path,
    tally: result.tally,
    problems: problems.map(problem => problemAt(problem, place)),
    reports: documents.map(own => {
      const document = withShared(own, ofFolders);
      const placeOf = framing(document, place);
      const ofFolder = (steps: readonly Step[]) =>
        isSaidIn(own, steps) ? undefined : folderThatSays(file.path, steps);
      return {
        document,
        problemsOf: findings => findings.map(finding => problemOf(finding, placeOf, ofFolder(finding.path))),
        placeOf: steps => withoutExcerpt(file.path, document, steps),
      };
    }),
  };
}

const isSaidIn = ({ data }: Document, [first]: readonly Step[]): boolean =>
  first === undefined || (isMapping(data) && Object.hasOwn(data, first));

/** What a report says itself stands above what its folders say. */
const withShared = (document: Document, shared: Readonly<Record<string, unknown>>): Document =>
  Object.keys(shared).length > 0 && isMapping(document.data)
    ? { ...document, data: { ...shared, ...document.data } }
    : document;

type ToPlace = (span: Span | undefined, sheet: string | undefined) => Place;

interface ReadSource {
  readonly result: ReadResult;
  readonly place: ToPlace;
}

/** Nobody reads more of one file at once; the lines of a million problems would fill the memory. */
const MAX_FRAMES = 2000;

async function readSource(file: SourceFile, allowed: readonly InputFormat[], findName?: FindName): Promise<ReadSource> {
  const { path, bytes, limits = limitsFor(), isQuoted = true, encoding, part, mappings = [], see } = file;
  const format = file.format ?? formatOf(path);
  const result: ReadResult =
    format !== undefined && allowed.includes(format)
      ? await (await readers[format].load())(bytes, { limits, encoding, part, mappings, findName, see })
      : { documents: [], problems: [{ code: 'unknown-format', args: { allowed } }] };
  let lines: readonly string[] | undefined;
  let framed = 0;
  const excerptOf = (span: Span, sheet: string | undefined) => {
    if (sheet !== undefined) return result.rowsAround?.(sheet, span);
    if (result.text === undefined) return undefined;
    lines ??= linesOf(result.text);
    return excerptAround(lines, span);
  };
  const place: ToPlace = (span, sheet) => {
    const where = { file: path, ...(sheet !== undefined && { sheet }) };
    if (!span) return where;
    const excerpt = isQuoted && ++framed <= MAX_FRAMES ? excerptOf(span, sheet) : undefined;
    return excerpt ? { ...where, span, excerpt } : { ...where, span };
  };
  return { result, place };
}

const problemAt = ({ span, sheet, ...problem }: InnerProblem, place: ToPlace): Problem =>
  brief({ ...problem, place: place(span, sheet) });

/** A text of a megabyte may be wrong in thousands of places (an alias, a text that cells share), and each problem quotes it. */
function brief(problem: Problem): Problem {
  const args = Object.entries(problem.args).map(([key, value]) => [
    key,
    typeof value === 'string' ? beginning(value) : value,
  ]);
  return { ...problem, args: Object.fromEntries(args) } as Problem;
}

const framing =
  (document: Document | undefined, place: ToPlace): OpenFile['framedPlaceOf'] =>
  (steps, at, piece) => {
    const span = document?.locate(steps, at);
    return place(span && piece ? spanOfPiece(span, piece) : span, document?.sheet);
  };

/** @param folder the one by whose name the file says it, instead of in a line of its own. */
const problemOf = (
  { path, at, piece, ...problem }: Finding,
  placeOf: OpenFile['framedPlaceOf'],
  folder?: string,
): Problem => brief({ ...problem, place: folder === undefined ? placeOf(path, at, piece) : { file: folder } });

function withoutExcerpt(file: string, document: Document | undefined, steps: readonly (string | number)[]): Place {
  const span = document?.locate(steps, 'number');
  const sheet = document?.sheet;
  if (sheet !== undefined) return span ? { file, sheet, span } : { file, sheet };
  return span ? { file, span } : { file };
}

/** The problems of a file from top to bottom, as far as they are told; what has no place comes first. */
export const inFileOrder = (file: string, problems: readonly Problem[]): readonly Problem[] =>
  firstProblems(problems.toSorted(byPlace), () => ({
    code: 'more-problems',
    args: { told: MOST_PROBLEMS },
    place: { file },
  }));

function byPlace({ place: { span: a } }: Problem, { place: { span: b } }: Problem): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.col ?? 0) - (b?.col ?? 0);
}
