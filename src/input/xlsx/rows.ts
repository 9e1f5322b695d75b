import type { BareProblem, ProblemArgs } from '../../values/problem.ts';
import type { InnerProblem } from '../document/document.ts';
import { type Limits, MAX_TOLD } from '../document/limits.ts';
import { attributeReader, numberIn, truthIn } from './attribute-values.ts';
import { type CellContent, cellElement, type Shared } from './cell.ts';
import { cellAt, rowAt, spanOfCell } from './places.ts';
import { tallyOf } from './tally.ts';
import { type Element, elements } from './xml.ts';

export interface SheetCell extends CellContent {
  readonly col: number;
}

export interface SheetRow {
  readonly isHidden: boolean;
  readonly cells: readonly SheetCell[];
}

/** What is wrong in a sheet, told while it is read. */
export interface Findings {
  readonly problems: readonly InnerProblem[];
  readonly tell: (problem: BareProblem, row: number, col?: number) => void;
  /** Tells it as well, and that it is no use to read on; so do very many others. */
  readonly refuse: Findings['tell'];
  readonly isRefused: () => boolean;
}

export function findingsIn(sheet: string): Findings {
  const problems: InnerProblem[] = [];
  let isRefused = false;
  const tell: Findings['tell'] = (problem, row, col = 0) => {
    problems.push({ ...problem, span: spanOfCell(row, col), sheet });
    isRefused ||= problems.length >= MAX_TOLD;
  };
  const refuse: Findings['tell'] = (...problem) => {
    if (!isRefused) tell(...problem);
    isRefused = true;
  };
  return { problems, tell, refuse, isRefused: () => isRefused };
}

export interface RowsRule {
  readonly row: Element;
  /** How rows look that do not say so. */
  readonly sheetFormatPr: Element;
  /** Rows that are not empty, by their places. */
  readonly rows: ReadonlyMap<number, SheetRow>;
  /** The cell that is read. */
  readonly at: { readonly row: number; readonly col: number };
}

/** Points; nobody can read what stands in a row that is lower. */
const LEAST_HEIGHT = 2;

export const odd = (what: ProblemArgs['odd-cell']['what'], text = ''): BareProblem => ({
  code: 'odd-cell',
  args: { what, text },
});
const twice = (what: ProblemArgs['given-twice']['what'], name = ''): BareProblem => ({
  code: 'given-twice',
  args: { what, name },
});

/**
 * The rule of a row. Rows follow each other, and so do the cells of one; those that do not say where they are follow the
 * one before. So one that stands twice is found without a list of all that were there.
 */
export function rowsRule(shared: Shared, found: Findings, packed: number, limits: Limits): RowsRule {
  const rows = new Map<number, SheetRow>();
  const at = { row: -1, col: -1 };
  const tally = tallyOf(packed, limits);
  let [isHidden, usualHeight] = [false, LEAST_HEIGHT];
  let cells: SheetCell[] = [];
  const c = cellElement(shared, {
    open: reference => {
      const place = reference === undefined ? { row: at.row, col: at.col + 1 } : cellAt(reference);
      if (place?.row !== at.row) found.tell(odd('reference', reference), at.row, at.col + 1);
      else if (place.col === at.col) found.tell(twice('cell', reference), at.row, at.col);
      else if (place.col < at.col) found.tell(odd('order', reference), at.row, at.col);
      at.col = place?.row === at.row ? Math.max(place.col, at.col) : at.col + 1;
    },
    odd: (what, text) => found.tell(odd(what, text), at.row, at.col),
    close: content => {
      cells.push({ col: at.col, ...content });
      const args = { found: at.col + 1, limit: limits.columns };
      if (at.col >= limits.columns) found.refuse({ code: 'too-many-columns', args }, at.row, limits.columns);
      const swollen = tally.addCell(content.value);
      if (swollen) found.refuse(swollen, at.row, at.col);
    },
  });
  const read = attributeReader((what, text) => found.tell(odd(what, text), Math.max(0, at.row)));
  const sheetFormatPr: Element = {
    isOnce: true,
    open: attributes => {
      if (at.row >= 0) throw new Error('how rows look stands behind them');
      usualHeight = read(attributes.get('defaultRowHeight'), 'number', numberIn) ?? LEAST_HEIGHT;
    },
  };
  const open: Element['open'] = attributes => {
    const number = attributes.get('r') ?? String(at.row + 2);
    const place = rowAt(number);
    if (place === undefined) found.tell(odd('reference', number), at.row + 1);
    else if (place === at.row) found.tell(twice('row', number), at.row);
    else if (place < at.row) found.tell(odd('order', number), at.row);
    [at.row, at.col] = [Math.max(place ?? at.row + 1, at.row), -1];
    const height = read(attributes.get('ht'), 'number', numberIn) ?? usualHeight;
    isHidden = read(attributes.get('hidden'), 'truth', truthIn) === true || height < LEAST_HEIGHT;
    cells = [];
  };
  const close: Element['close'] = () => {
    if (cells.length === 0) return;
    rows.set(at.row, { isHidden, cells });
    const swollen = tally.addRow();
    if (swollen) found.refuse(swollen, at.row);
  };
  return { row: { isStrict: true, children: elements({ c, extLst: {} }), open, close }, sheetFormatPr, rows, at };
}
