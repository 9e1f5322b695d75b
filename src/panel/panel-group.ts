import { columnName } from '../input/report/column-steps.ts';
import { otherRegionIn } from '../input/report/region-beside.ts';
import { figureNames, findName } from '../input/shape/figure-names.ts';
import type { Flat } from '../input/table/columns.ts';
import { doubtfulSeparator } from '../input/table/separators.ts';
import { isIdentifier } from '../model/identifier.ts';
import type { Indicator, Plan } from '../model/plan.ts';
import { regionIds } from '../model/regions.ts';
import { plausibleRange } from '../model/summable.ts';
import { wholeStep } from '../model/width.ts';
import { scopeLabelledIn } from '../values/scope-said.ts';
import { statusSaidIn } from '../values/status-said.ts';
import { unitSaidIn } from '../values/unit-said.ts';
import { type Gathered, lineOf } from './duckdb-rows.ts';
import type { ScannedFile } from './duckdb-source.ts';
import { columnOf, type PanelColumns } from './panel-columns.ts';
import type { Reduction } from './reduction.ts';
import { thin } from './thin.ts';
import { intervalAt, linesOf, type Plain, type PlainWords } from './words.ts';

/** The figures of one region that are left: those that are plain, and the others as lines of NDJSON. */
export interface PanelGroup {
  readonly region: string;
  /** Rows of the region, before any was left out. */
  readonly rows: number;
  readonly plain: readonly Plain[];
  readonly lines: readonly RowAsLine[];
}

/** A row that is not a plain one, for the ordinary reader. */
export interface RowAsLine {
  readonly file: string;
  readonly text: string;
}

export interface GroupContext {
  readonly plan: Plan;
  readonly reduction: Reduction;
  readonly files: readonly ScannedFile[];
  readonly columns: PanelColumns;
}

export const regionOf = ({ keys }: Gathered, { region }: Reduction): string => keys.region.trim() || region;

export function panelGroup(context: GroupContext, region: string, gathered: readonly Gathered[]): PanelGroup {
  const plain: Plain[] = [];
  const lines: RowAsLine[] = [];
  const isOfPlan = isRegion(context.plan, region);
  for (const parts of byIndicator(gathered)) {
    const tidy = isOfPlan ? parts.filter(part => isTidy(context, region, part)) : [];
    const figures = tidy.map(part => plainOf(context, region, part));
    const kept = tidy.length === parts.length ? thin(context.reduction, figures, stepsIn(context)) : figures;
    for (const each of kept) plain.push(each);
    if (tidy.length === parts.length) continue;
    for (const part of parts) if (!tidy.includes(part)) for (const line of linesIn(context, part)) lines.push(line);
  }
  return { region, rows: gathered.reduce((total, { rows }) => total + rows, 0), plain, lines };
}

/** One unit of the last digit that a whole number of these figures stands for. */
const stepsIn =
  ({ files, columns }: GroupContext) =>
  ({ file, indicator, source, counts, measured }: Plain): number => {
    const steps = columns.get(files.findIndex(({ shown }) => shown === file)) ?? {};
    return steps[columnName(undefined, indicator, source.publisher, counts)] ?? wholeStep(measured.kind);
  };

function byIndicator(gathered: readonly Gathered[]): Iterable<readonly Gathered[]> {
  const found = new Map<string, Gathered[]>();
  for (const part of gathered) {
    const indicator = part.keys.indicator.trim();
    const parts = found.get(indicator);
    if (parts) parts.push(part);
    else found.set(indicator, [part]);
  }
  return found.values();
}

const isRegion = ({ regions }: Plan, region: string): boolean =>
  isIdentifier(region) && (regions.length === 0 || regionIds(regions).includes(region));

/** The ordinary reader has nothing to say of its figures. */
function isTidy({ plan, columns }: GroupContext, region: string, gathered: Gathered): boolean {
  const { keys, line, words, file } = gathered;
  const { indicator, unit, counts, publisher, title, url, note } = keys;
  if (line !== null || !Object.hasOwn(plan.indicators, indicator) || (keys.region !== '' && keys.region !== region))
    return false;
  const rule = plan.indicators[indicator];
  if (!rule || (unit !== '' && unit !== rule.unit) || (counts !== '' && !Object.hasOwn(rule.counts, counts)))
    return false;
  if (counts === '' && [title, note].some(text => text !== '' && scopeLabelledIn(text))) return false;
  if ([title, note, publisher].some(text => text !== '' && (unitSaidIn(text) || statusSaidIn(text)))) return false;
  if (keys.region === '' && [title, note].some(text => otherRegionIn(plan)(text) !== undefined)) return false;
  const step = columns.get(file)?.[columnOf(keys)] ?? wholeStep(rule.kind);
  return [publisher, title, url, note].every(text => text === text.trim()) && arePlausible(rule, words, step);
}

function arePlausible(indicator: Indicator, words: PlainWords, step: number): boolean {
  const range = plausibleRange(indicator);
  if (range.low === -Infinity && range.high === Infinity) return true;
  for (let index = 0; index < words.length / 2; index++) {
    const { low, high } = intervalAt(words, index, step);
    if (high < range.low || low > range.high) return false;
  }
  return true;
}

function plainOf({ files, plan }: GroupContext, region: string, { keys, file, words }: Gathered): Plain {
  const { indicator, counts, publisher, title, url, note } = keys;
  const { kind = 'stock', unit = '' } = plan.indicators[indicator] ?? {};
  return {
    indicator,
    region,
    counts: counts || null,
    note: note || null,
    source: { publisher: publisher || null, title: title || null, url: url || null },
    file: files[file]?.shown ?? '',
    measured: { kind, unit },
    words,
  };
}

/** A row of a table as the ordinary reader has it: cells trimmed, those without content left out. */
function linesIn({ files }: GroupContext, { keys, file, line, rows, words }: Gathered): RowAsLine[] {
  const { shown, format, numbers } = files[file] ?? { shown: '', format: 'csv', numbers: [] };
  const isTable = format !== 'ndjson';
  const filled = Object.entries(keys).filter(([, text]) => (isTable ? text.trim() : text) !== '');
  const cells = Object.fromEntries(filled.map(([key, text]) => [key, isTable ? text.trim() : text]));
  if (line === null) return linesOf(cells, words).map(text => ({ file: shown, text }));
  const text = isTable ? lineOf(JSON.parse(line) as Record<string, string>, numbers) : line;
  return text === undefined ? [] : Array.from({ length: rows }, () => ({ file: shown, text }));
}

/** A row of a table without content is no figure. */
export function isBlank({ files }: GroupContext, { keys, file, line }: Gathered): boolean {
  const { format, numbers = [] } = files[file] ?? {};
  if (format === 'ndjson' || line === null || Object.values(keys).some(text => text.trim() !== '')) return false;
  return lineOf(JSON.parse(line) as Record<string, string>, numbers) === undefined;
}

const isOtherName = (plan: Plan, field: 'indicator' | 'region', name: string): boolean =>
  name !== '' && !figureNames(plan)[field].has(name.trim()) && findName(plan, field, name).ids.length > 0;

/** Whether DuckDB may have read the rows otherwise than the ordinary reader does; in words for a person. */
export function doubtOf({ files, plan }: GroupContext, { keys, file, line }: Gathered): string | undefined {
  const { format, areSeparatorsDoubtful } = files[file] ?? {};
  // By its titles one series would come in two, and each be thinned without the other.
  if (isOtherName(plan, 'indicator', keys.indicator) || isOtherName(plan, 'region', keys.region))
    return 'a title or an alias stands for an id';
  // Its reader knows no delimiter any more: as a line of NDJSON, the row would be read as if there were no doubt.
  if (areSeparatorsDoubtful && line !== null && doubtfulSeparator(JSON.parse(line) as Flat))
    return 'a comma, or a point, may part thousands';
  // DuckDB takes a quotation mark within a cell that does not begin with one; the ordinary reader refuses it.
  const isQuoted = Object.values(keys).some(text => text.includes('"')) || line?.includes(String.raw`\"`);
  if (format === 'csv') return isQuoted ? 'a cell holds a quotation mark' : undefined;
  if (format !== 'ndjson' || line === null) return undefined;
  const { region } = JSON.parse(line) as { region?: unknown };
  return typeof region === 'number' && String(region) !== keys.region ? 'a region is a number' : undefined;
}
