import { figureColumns } from '../../model/figure-columns.ts';
import { FLAG, IGNORE } from '../../model/mapping-signs.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { behindName } from '../../values/behind-name.ts';
import { folded } from '../../values/fold.ts';
import type { BareProblem, ProblemArgs } from '../../values/problem.ts';
import { nearest } from '../document/nearest.ts';
import { type Flat, isFigureKey, nameColumns } from './columns.ts';
import { flagsIn } from './flags.ts';
import { unknownKey } from './gather.ts';
import { type Fit, type Heading, headingMatcher } from './headings.ts';
import { ownField } from './own-headings.ts';

export interface NamedColumn {
  readonly name: string;
  readonly col: number;
}

/** A column of numbers, and what its heading says of each of them. */
export interface ValueColumn {
  readonly col: number;
  readonly row: number;
  readonly said: Flat;
}

/** What stands where in a table. */
export interface TableLayout {
  /** Of each row; a column of numbers whose heading says nothing of them is one of these. */
  readonly fields: readonly NamedColumn[];
  /** Columns of numbers, each with a figure of its own in a row. */
  readonly values: readonly ValueColumn[];
  /** The one column of numbers that is a field. */
  readonly value: number | undefined;
  /** Columns of signs that `flags` explains. */
  readonly flags: readonly { readonly col: number; readonly heading: string }[];
  readonly ignored: readonly string[];
  readonly ignoredCols: ReadonlySet<number>;
  readonly headings: readonly Heading[];
  /** Headings of columns that hold no numbers of ours, but for our own names of fields, which say nothing more. */
  readonly beside: readonly Heading[];
  /** Keys of the mapping that a heading fits. */
  readonly seen: ReadonlySet<string>;
  /** Columns that have a heading. */
  readonly named: ReadonlySet<number>;
  /** Whether a column has our own id for its name, as programs write it: then a cell that says nothing is blank. */
  readonly isOfIds: boolean;
}

export type TellAt = (problem: BareProblem, row: number, col?: number) => void;

/** What a heading may be: none where nothing fits, one, or several. */
export type FitsOf = (heading: string) => readonly Fit[];

/** Our own headings are a mapping like any other, of each field to itself. */
export function fitsOf(mapping: TableMapping): FitsOf {
  if (mapping.columns) {
    const fits = headingMatcher(mapping);
    const { strip } = flagsIn(mapping);
    return heading => {
      const found = fits(heading);
      const { text, said } = found.length > 0 ? { text: heading, said: {} } : strip(heading);
      if (text === heading) return found;
      if (said === IGNORE) return fits(text).map(fit => ({ ...fit, target: IGNORE }));
      return typeof said === 'object' ? fits(text).map(fit => ({ ...fit, said: { ...fit.said, ...said } })) : found;
    };
  }
  return heading => {
    const target = ownField(heading);
    if (figureColumns.includes(target)) return [{ key: target, target, said: {} }];
    // 数值（万个）: the numbers below are in that unit.
    const inUnit = behindName(heading);
    return inUnit && ownField(inUnit.name) === 'value'
      ? [{ key: 'value', target: 'value', said: { unit: inUnit.behind } }]
      : [];
  };
}

export function layoutOf(headings: readonly Heading[], mapping: TableMapping, fits: FitsOf, tell: TellAt): TableLayout {
  const fields: NamedColumn[] = [];
  const values: ValueColumn[] = [];
  const flags: { col: number; heading: string }[] = [];
  const ignored: Heading[] = [];
  const seen = new Set<string>();
  const keys = new Set<string>();
  const twice: HeadingTwice[] = [];
  const fitsAt = numberedFits(headings, fits);
  for (const { text, row, col } of headings) {
    const [fit, other] = fitsAt(text);
    if (!fit || other) {
      tell(fit && other ? twoFits(text, [fit, other]) : noFit(text, mapping), row, col);
      continue;
    }
    const { target, said } = fit;
    keys.add(fit.key);
    const isValue = target === 'value';
    const name = isValue ? JSON.stringify(Object.entries(said).toSorted()) : target;
    const isTwice = target !== IGNORE && target !== FLAG && seen.size === seen.add(name).size;
    if (isTwice) twice.push({ text, row, col, what: nameColumns.includes(target) ? 'tables' : 'columns' });
    else if (target === IGNORE) ignored.push({ text, row, col });
    else if (target === FLAG) flags.push({ col, heading: text });
    else if (isValue) values.push({ col, row, said });
    else fields.push({ name: target, col });
  }
  const saidTwice = headings.filter(({ col }) => values.some(each => each.col === col && isSaidBy(fields, each.said)));
  tellTwice([...twice, ...saidTwice.map(heading => ({ ...heading, what: 'said' as const }))], tell);
  const [only, second] = values;
  const isField = only !== undefined && second === undefined && Object.keys(only.said).length === 0;
  const all = isField ? [...fields, { name: 'value', col: only.col }] : fields;
  return {
    fields: all,
    values: isField ? [] : values,
    value: all.find(({ name }) => name === 'value')?.col,
    flags,
    ignored: ignored.map(({ text }) => text),
    ignoredCols: new Set(ignored.map(({ col }) => col)),
    headings,
    beside: headings.filter(({ text, col }) => !isFigureKey(text) && !values.some(each => each.col === col)),
    seen: keys,
    named: new Set(headings.map(({ col }) => col)),
    isOfIds: mapping.columns === undefined && headings.some(({ text }) => nameColumns.includes(text)),
  };
}

interface HeadingTwice extends Heading {
  readonly what: ProblemArgs['heading-twice']['what'];
}

/** Of two tables side by side, each column of the second one is told by the one that names its figures. */
function tellTwice(twice: readonly HeadingTwice[], tell: TellAt): void {
  const told = twice.find(({ what }) => what === 'tables') ?? twice[0];
  if (told) tell({ code: 'heading-twice', args: { heading: told.text, what: told.what } }, told.row, told.col);
}

const isSaidBy = (fields: readonly NamedColumn[], said: Flat): boolean =>
  fields.some(({ name }) => Object.hasOwn(said, name));

/** Of several columns with one heading, the second may be called `数值 #2` by a key. */
function numberedFits(headings: readonly Heading[], fits: FitsOf): FitsOf {
  const nameOf = numbering(headings.map(({ text }) => text));
  return text => {
    const { name, number } = nameOf(text);
    const own = number === undefined ? [] : fits(name).filter(({ key }) => key.endsWith(number));
    return own.length > 0 ? own : fits(text);
  };
}

/** The headings of a table one after the other: those of several columns with their number. */
export function numbering(
  headings: readonly string[],
): (heading: string) => { name: string; number: string | undefined } {
  const count = countedBy(headings.map(folded));
  const seen = new Map<string, number>();
  return heading => {
    const text = folded(heading);
    const at = (seen.get(text) ?? 0) + 1;
    seen.set(text, at);
    return (count.get(text) ?? 0) > 1
      ? { name: `${heading} #${at}`, number: `#${at}` }
      : { name: heading, number: undefined };
  };
}

function countedBy(texts: readonly string[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const text of texts) counted.set(text, (counted.get(text) ?? 0) + 1);
  return counted;
}

function noFit(heading: string, { columns }: TableMapping): BareProblem {
  if (!columns) return unknownKey(heading, figureColumns);
  const allowed = Object.keys(columns);
  return { code: 'unmapped-heading', args: { heading, allowed, near: nearest(heading, allowed) } };
}

const twoFits = (heading: string, fits: readonly Fit[]): BareProblem => ({
  code: 'ambiguous-heading',
  args: { heading, keys: [...new Set(fits.map(({ key }) => key))] },
});
