import type { Observation } from '../../model/observation.ts';
import type { Plan } from '../../model/plan.ts';
import type { RawFigure, ReportHead } from '../../model/report.ts';
import { entryOf, isMapping } from '../../values/mapping.ts';
import type { Span } from '../../values/place.ts';
import { parseQuantity } from '../../values/quantity.ts';
import { decode } from '../document/decode.ts';
import type { PlainReader } from '../shape/plain.ts';
import { figureFields, headFields, plainHead, plainName } from '../shape/plain-readers.ts';
import { formatOf } from '../source/registry.ts';
import type { SourceFile } from '../source/source-file.ts';
import { hashOf, knownPieces } from '../yaml/known-pieces.ts';
import {
  beforeLine,
  enterItem,
  type PlainLine,
  plainKey,
  plainValue,
  skipLine,
  splitLine,
  toNextLine,
} from '../yaml/plain-lines.ts';
import { BEYOND } from '../yaml/quick.ts';
import { readBlock } from '../yaml/quick-block.ts';
import type { QuickNode } from '../yaml/quick-node.ts';
import { checkDaysAround } from './day-beside.ts';
import { type Against, checkFigure, type HeldAgainst, withTextsAround } from './figure-findings.ts';
import { observationOf, publications } from './observe.ts';
import type { Report } from './read-report.ts';

/*
 * Reports in YAML as most of them are, in thousands: what is said of all figures, and below it the figures, each a line or
 * a block of lines. They are read straight from the text to observations, without the data of the document, and whatever
 * stands there again is known already. Each piece is read by the readers of everybody; where one of them gives up, where a
 * line is of another form or anything is to be told, all of the file is read by them (read-report.ts).
 */

/** Undefined where the report is not one of those. */
export function readPlainReport(file: SourceFile, against: Against): Report | undefined {
  if ((file.format ?? formatOf(file.path)) !== 'yaml' || file.path.includes('=')) return undefined;
  const decoded = decode(file.bytes, file.encoding);
  if ('code' in decoded || decoded.encoding !== 'utf-8') return undefined;
  const { text } = decoded;
  const [name, form = undefined] = FIGURES.exec(text) ?? [];
  if (name === undefined || !text.endsWith('\n')) return undefined;
  const begins = text.indexOf(name) + 1;
  const head = readHeadByField(text, begins) ?? readWholeHead(text, begins);
  if (!head) return undefined;
  const { above, line } = head;
  if (above.plan !== undefined && above.plan !== against.plan.id) return undefined;
  const nextFigure = form === 'metrics' ? nextMetric : nextListed;
  const held = withTextsAround(against, above);
  if (NO_DAY.test(text) && hasRates(against.plan)) return undefined;
  const observations = readFigures(line, nextFigure, above, file.path, held);
  return observations && { title: above.report ?? null, invented: above.invented ?? null, observations };
}

/** A month by name may be asked about beside a rate (time-of-rate.ts), for which its own text is needed. */
const NO_DAY = /\bas_of:[ \t]*(?=[^ \t])(?!['"]?\d{4}(?:-\d\d-\d\d)?['"]?\s*(?:[,}#]|$))/m;
const hasRates = ({ indicators }: Plan): boolean => Object.values(indicators).some(({ kind }) => kind === 'growth');

const FIGURES = /\n(metrics|observations):\n/;

/** The head of a report, and the line from which on its figures follow. */
interface PlainHead {
  readonly above: ReportHead;
  readonly line: PlainLine;
}

/** Field by field, up to the line that begins at an offset. */
function readHeadByField(text: string, begins: number): PlainHead | undefined {
  const line = beforeLine(text, 0, 1);
  toNextLine(line);
  const above: Record<string, unknown> = {};
  if (line.indent !== 0 || !readFields(line, above, headFields, begins) || line.from !== begins) return undefined;
  skipLine(line);
  return { above: above as ReportHead, line };
}

/** As a whole, for there may be a comment. */
function readWholeHead(text: string, begins: number): PlainHead | undefined {
  const above = readHead(text.slice(0, begins));
  const start = text.indexOf('\n', begins) + 1;
  return above && { above, line: beforeLine(text, start, countLines(text, begins) + 2) };
}

function readHead(text: string): ReportHead | undefined {
  const data = BEYOND.test(text) ? undefined : readBlock(text, 0)?.data;
  if (!isMapping(data) || 'metrics' in data || 'observations' in data) return undefined;
  return plainHead(data) as ReportHead | undefined;
}

function countLines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

interface PlainFigure {
  readonly raw: RawFigure;
  readonly span: Span;
}

/** The figure that begins on a line, and on to the line behind it. */
type NextFigure = (line: PlainLine, names: Set<string>) => PlainFigure | undefined;

/** Reads the figures up to the end of the text. */
function readFigures(line: PlainLine, next: NextFigure, above: ReportHead, file: string, against: HeldAgainst) {
  const observations: Observation[] = [];
  const names = new Set<string>();
  const publicationOf = publications();
  let isTold = false;
  const tell = () => {
    isTold = true;
  };
  toNextLine(line);
  const { indent } = line;
  do {
    const found = next(line, names);
    if (!found) return undefined;
    const measured = checkFigure({ raw: found.raw, path: NOWHERE, isKeyed: true }, above, against, tell);
    const observation = observationOf(measured, above, against.plan, publicationOf, () => ({ file, span: found.span }));
    if (isTold || !observation) return undefined;
    observations.push(observation);
  } while (line.indent === indent);
  checkDaysAround(against.around.days, observations, tell);
  return line.indent === -1 && !isTold ? observations : undefined;
}

const NOWHERE: readonly string[] = [];

/** A figure below the name of its indicator. */
function nextMetric(line: PlainLine, names: Set<string>): PlainFigure | undefined {
  const { indent } = line;
  const key = indent > 0 && splitLine(line) ? keys(line.text, line.from, line.keyEnd, line.keyHash) : undefined;
  if (!key?.isCalled || names.has(key.name)) return undefined;
  names.add(key.name);
  if (line.valueFrom < line.to) return readShort(line, key.name);
  toNextLine(line);
  return line.indent > indent ? readFields(line, { indicator: key.name }, figureFields) : undefined;
}

/** A figure of a list. */
const nextListed: NextFigure = line => (enterItem(line) ? readFields(line, {}, listedFields) : undefined);

const listedFields = { ...figureFields, indicator: plainName, measure: plainName };

function readShort(line: PlainLine, indicator: string): PlainFigure | undefined {
  const number = numbers(line.text, line.valueFrom, line.to, line.valueHash);
  if (!number) return undefined;
  const col = line.valueFrom - line.from + line.indent + 1;
  const span = { line: line.number, col, endLine: line.number, endCol: col + number.length };
  toNextLine(line);
  return { raw: { indicator, value: number.value }, span };
}

type Fields = Readonly<Record<string, PlainReader>>;

/** The fields of a figure, or of a head, the first of which stands on a line; none from an offset on. */
function readFields(
  line: PlainLine,
  raw: Record<string, unknown>,
  fields: Fields,
  end = Infinity,
): PlainFigure | undefined {
  const { indent, number } = line;
  do {
    const name = splitLine(line) ? keys(line.text, line.from, line.keyEnd, line.keyHash)?.name : undefined;
    const field = name === undefined ? undefined : entryOf(fields, name);
    if (name === undefined || !field || Object.hasOwn(raw, name)) return undefined;
    const value = readField(line, field);
    if (value === undefined) return undefined;
    raw[name] = value;
  } while (line.indent === indent && line.from < end);
  if (line.indent > indent) return undefined;
  return { raw: raw as RawFigure, span: { line: number, col: indent + 1, endLine: line.lastNumber + 1, endCol: 1 } };
}

/** The value of a field, and on to the line behind it. */
function readField(line: PlainLine, field: PlainReader): unknown {
  const { text, indent, valueFrom, to, valueHash } = line;
  toNextLine(line);
  if (valueFrom < to) {
    if (field === figureFields.value) return numbers(text, valueFrom, to, valueHash)?.value;
    return readAs(scalars(text, valueFrom, to, valueHash), field);
  }
  if (line.indent <= indent) return undefined;
  const from = line.from - line.indent;
  while (line.indent > indent) {
    skipLine(line);
    toNextLine(line);
  }
  const end = line.indent === -1 ? text.length : line.from - line.indent;
  return readAs(blocks(text, from, end, hashOf(text, from, end)), field);
}

/** A scalar or a block, and what the field that asked last makes of it. */
interface KnownPiece {
  readonly data: unknown;
  field: PlainReader | undefined;
  value: unknown;
}

function readAs(piece: KnownPiece, field: PlainReader): unknown {
  if (piece.field !== field) {
    piece.field = field;
    piece.value = piece.data === undefined ? undefined : field(piece.data);
  }
  return piece.value;
}

const pieceOf = (node: QuickNode | undefined): KnownPiece => ({ data: node?.data, field: undefined, value: undefined });

const keys = knownPieces(1024, 100, piece => {
  const name = plainKey(piece);
  // An object has what looks like an index before all other names.
  return name === undefined ? undefined : { name, isCalled: plainName(name) === name && !INDEX.test(name) };
});
const INDEX = /^\d+$/;

/** Most numbers stand there once: what fields remember of their texts would be forgotten for them. */
const numbers = knownPieces(2048, 24, piece => {
  const node = plainValue(piece);
  const read = typeof node?.data === 'string' ? parseQuantity(node.data) : undefined;
  return node && read?.ok ? { value: read.value, length: node.to } : undefined;
});

const scalars = knownPieces(1024, 200, piece => pieceOf(plainValue(piece)));

const blocks = knownPieces(1024, 400, piece => pieceOf(BEYOND.test(piece) ? undefined : readBlock(piece, 0)));
