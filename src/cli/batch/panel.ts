import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { regionGroups } from '../../batch/region-groups.ts';
import { readPart } from '../../input/report/read-report.ts';
import { partitionsOf } from '../../input/source/partitions.ts';
import { formatOf, isGzip } from '../../input/source/registry.ts';
import type { Observation } from '../../model/observation.ts';
import { csvDoubt } from '../../panel/csv-doubt.ts';
import { csvLayout } from '../../panel/csv-layout.ts';
import {
  type Columns,
  isScanned,
  loadDuckdb,
  type PanelInput as PanelFile,
  panelGroups,
  type Refused,
} from '../../panel/duckdb.ts';
import type { PanelGroup, RowAsLine } from '../../panel/panel-group.ts';
import { describeReduction } from '../../panel/reduction.ts';
import { countOf, spanOf } from '../../panel/words.ts';
import { mappingsFor } from '../tables.ts';
import type { BatchContext } from './context.ts';
import { daysOf, joinSummaries, MOST_WAITING, type ReadSummary } from './read-files.ts';
import { openSpill, type Spill } from './spill.ts';

/** What was read of large tables; or why the ordinary reader must, in words for a person; or undefined for no such tables. */
export type PanelRead =
  | { readonly read: ReadSummary; readonly digests: Readonly<Record<string, string>> }
  | { readonly refused: string }
  | undefined;

/**
 * Large tables through DuckDB, which hands over only the rows that can matter. The ordinary reader looks at each row that
 * is not a plain one; where it has anything to say of one, it must read the files itself, because it alone knows the row.
 */
export async function readPanel(context: BatchContext, files: readonly string[]): Promise<PanelRead> {
  const { plan, asOf, knownBy, today, cwd, workFolder } = context;
  if (!isForDuckdb(context) || !files.every(isPlain)) return undefined;
  if (files.some(file => mappingsFor(context.tables, file, cwd).length > 0)) return undefined;
  const duckdb = await loadDuckdb();
  if (!duckdb) return { refused: 'DuckDB is not installed (npm install @duckdb/node-api)' };
  const panelFiles = await Promise.all(files.map(file => panelFile(file, cwd)));
  const unfit = files.find((_, index) => panelFiles[index] === undefined);
  if (unfit !== undefined) return { refused: `${unfit} does not begin with the names of its columns` };
  const scannable = panelFiles.flatMap(file => file ?? []);
  const bytes = Promise.all(scannable.map(file => lookThrough(file)));
  bytes.catch(() => {}); // a file that cannot be read is refused below, or told when its digest is taken
  const reduction = describeReduction(plan, { asOf, knownBy });
  const options = { today, tempFolder: workFolder };
  const read = await spillPanel(context, panelGroups(duckdb, scannable, plan, reduction, options));
  if ('refused' in read) return read;
  const refused = (await bytes).find(({ doubt }) => doubt !== undefined)?.doubt;
  if (refused !== undefined) return { refused };
  return { read, digests: Object.fromEntries((await bytes).map(({ shown, sha256 }) => [shown, sha256])) };
}

/** Each period would need a reduction of its own; and where all figures are to be listed, none may be left out. */
const isForDuckdb = ({ groupedBy, areLargeTables, isAllListed, isDuckdbWanted }: BatchContext): boolean =>
  areLargeTables && isDuckdbWanted && groupedBy.region && groupedBy.period === null && !isAllListed;

/** What folders say of figures stands in no row. */
const isPlain = (file: string): boolean =>
  isScanned(formatOf(file)) && !isGzip(file) && Object.keys(partitionsOf(file)).length === 0;

async function panelFile(file: string, cwd: string): Promise<PanelFile | undefined> {
  const full = path.resolve(cwd, file);
  const format = formatOf(file);
  if (!isScanned(format)) return undefined;
  if (format !== 'csv') return { path: full, format, shown: file };
  const layout = csvLayout(await headOf(full).catch(() => new Uint8Array()));
  return layout && { path: full, format: 'csv', layout, shown: file };
}

/** More than any header takes. */
const HEAD = 65_536;

async function headOf(full: string): Promise<Uint8Array> {
  const handle = await open(full);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

interface Bytes {
  readonly shown: string;
  readonly sha256: string;
  /** Whether DuckDB may have read them otherwise than the ordinary reader does; in words for a person. */
  readonly doubt: string | undefined;
}

async function lookThrough({ path: full, format, shown }: PanelFile): Promise<Bytes> {
  const hash = createHash('sha256');
  let doubt: string | undefined;
  let last = 0;
  for await (const chunk of createReadStream(full, { highWaterMark: 2 ** 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (format === 'csv') doubt ??= csvDoubt(chunk, last);
    last = chunk.at(-1) ?? last;
  }
  return { shown, sha256: hash.digest('hex'), doubt: doubt && `${shown}: ${doubt}` };
}

async function spillPanel(
  context: BatchContext,
  groups: AsyncIterable<PanelGroup | Columns | Refused>,
): Promise<ReadSummary | Refused> {
  const spill = openSpill(context.workFolder, 'panel', context.partitions);
  const groupsOf = regionGroups(context.plan).concerned;
  const summaries: ReadSummary[] = [];
  for await (const group of groups) {
    if ('refused' in group) return group;
    if ('columns' in group) {
      summaries.push({ ...NOTHING, columns: group.columns });
      continue;
    }
    const others = await observationsIn(group.lines, context);
    if (!others) return { refused: 'some rows are wrong or doubtful, and only a reader of the whole can say which' };
    for (const name of groupsOf(group.region)) spillGroup(spill, name, group, others);
    if (spill.waiting() > MOST_WAITING) await spill.flush();
    summaries.push(...summariesOf(group, others, context));
  }
  await spill.flush();
  return { ...joinSummaries(summaries), written: spill.written() };
}

/** Undefined where the reader has anything to say of a row. */
async function observationsIn(
  lines: readonly RowAsLine[],
  { plan, today }: BatchContext,
): Promise<Observation[] | undefined> {
  const observations: Observation[] = [];
  for (const file of new Set(lines.map(line => line.file))) {
    const text = lines.filter(line => line.file === file).map(line => `${line.text}\n`);
    const { report, problems } = await readPart(
      { path: file, format: 'ndjson', bytes: Buffer.from(text.join('')) },
      plan,
      today,
    );
    if (!report || problems.length > 0) return undefined;
    for (const observation of report.observations) observations.push({ ...observation, place: { file } });
  }
  return observations;
}

/** The figures of each file by themselves; rows that were left out are counted with the first. */
function spillGroup(spill: Spill, name: string, group: PanelGroup, others: readonly Observation[]): void {
  const left = group.plain.reduce((total, each) => total + countOf(each), others.length);
  const files = new Set([...group.plain.map(({ file }) => file), ...others.map(({ place }) => place.file)]);
  for (const [index, file] of [...files].entries()) {
    const plain = group.plain.filter(each => each.file === file);
    const observations = others.filter(({ place }) => place.file === file);
    const unlisted = index === 0 ? group.rows - left : 0;
    const input = { path: file, sha256: '', title: null, invented: null };
    spill.add({ group: name, input, observations, plain, problems: [], unlisted });
  }
}

const NOTHING: ReadSummary = {
  problems: [],
  lost: [],
  days: null,
  regions: {},
  invented: [],
  digests: {},
  columns: {},
  written: {},
  tally: undefined,
};

/** The days of plain figures are joined with those of the others. */
function summariesOf(
  { region, rows, plain }: PanelGroup,
  others: readonly Observation[],
  { knownBy }: BatchContext,
): ReadSummary[] {
  const all = { ...NOTHING, days: daysOf(others, knownBy), regions: { [region]: rows } };
  return [all, { ...NOTHING, days: spanOf(plain, knownBy), regions: {} }];
}
