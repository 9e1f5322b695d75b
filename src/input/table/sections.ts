import type { TableMapping } from '../../model/table-mapping.ts';
import { folded } from '../../values/fold.ts';
import type { FindName, PartOfTable } from '../document/document.ts';
import { wordsOf } from './headings.ts';
import type { TableLayout, TellAt, ValueColumn } from './layout.ts';

interface SectionsGiven {
  readonly findName: FindName;
  readonly part: PartOfTable | undefined;
  readonly tell: TellAt;
}

/**
 * A row that names a region and holds no figure, such as `太原市,,`, may say whose the figures below it are: nobody but its
 * author knows. It is asked where such a figure does not say itself of which region it is.
 */
export function sectionsIn(layout: TableLayout, mapping: TableMapping, { findName, part, tell }: SectionsGiven) {
  const { fields, values } = layout;
  const colOf = (field: string) => fields.find(({ name }) => name === field)?.col;
  const region = colOf('region');
  const named = (['indicator', 'measure'] as const).flatMap(field => {
    const col = colOf(field);
    return col === undefined ? [] : [{ field, col, words: wordsOf(mapping.names, field) }];
  });
  const numbers = [...values.map(({ col }) => col), colOf('value'), colOf('says')].filter(col => col !== undefined);
  const marks = new Set((mapping.missing ?? []).map(folded));
  const holdsNothing = (text = '') => text === '' || (marks.size > 0 && marks.has(folded(text)));
  const regionIn = (text: string) => regionNamed(text, findName);
  const { region: fixed } = mapping.fixed ?? {};
  const ofAll = typeof fixed === 'string' ? (regionIn(fixed) ?? fixed) : undefined;
  /** What may name the region: the name of the row alone, or all that stands in a row without one. */
  const colsIn = (cells: readonly string[]): readonly number[] => {
    const names = named.filter(({ col }) => (cells[col] ?? '') !== '');
    if (names.length === 0) return cells.flatMap((text, col) => (col === region || holdsNothing(text) ? [] : [col]));
    const isSaid = names.some(({ field, col, words }) => {
      const text = cells[col] ?? '';
      return words.has(folded(text)) || typeof findName(field, text) !== 'string';
    });
    return isSaid ? [] : names.map(({ col }) => col);
  };
  let open: { readonly text: string; readonly row: number; readonly col: number } | undefined;
  return {
    /** Every row in which a figure may stand. */
    pass: (cells: readonly string[], row: number): void => {
      if (numbers.length === 0 || !numbers.every(col => holdsNothing(cells[col]))) return;
      for (const col of colsIn(cells)) {
        const text = cells[col] ?? '';
        const id = regionIn(text);
        if (id !== undefined) open = id === ofAll ? undefined : { text, row, col };
        if (id !== undefined) return;
      }
    },
    /** Every figure. */
    ask: (cells: readonly string[], value: ValueColumn | undefined): void => {
      if (!open) return;
      if ((region !== undefined && (cells[region] ?? '') !== '') || value?.said['region'] !== undefined) return;
      tell({ code: 'region-alone', args: { text: open.text } }, open.row, open.col);
      open = undefined;
    },
    /** Behind the last row: the figures below it may stand in the next piece. */
    end: (): void => {
      if (open && (part === 'first' || part === 'later'))
        tell({ code: 'region-alone', args: { text: open.text } }, open.row, open.col);
    },
  };
}

/** What parts a name from the number of its section, or from what is said of it: `（二）太原市`, `其中：太原市`. */
const BETWEEN = /[\s\p{P}]+/u;

/** The region that a text names, alone or beside other words; none where the plan lists none, for then any may be one. */
export function regionNamed(text: string, findName: FindName): string | undefined {
  for (const name of [text, ...text.split(BETWEEN)]) {
    const found = name === '' ? 'other' : findName('region', name);
    if (typeof found !== 'string' && !found.isAny) return found.id;
  }
  return undefined;
}
