import { damaged, type InnerProblem } from '../document/document.ts';
import type { Limits } from '../document/limits.ts';
import { isFigure } from '../table/flags.ts';
import type { Area, Remark } from '../table/grid.ts';
import { isOn } from './attribute-values.ts';
import type { SheetEntry } from './book.ts';
import { cellElement, type Shared } from './cell.ts';
import { columnsRule } from './columns.ts';
import { conditions, newerConditions } from './conditions.ts';
import { readPart } from './parts.ts';
import { areaAt } from './places.ts';
import { commentsOf, remarksRules } from './remarks.ts';
import { type Findings, findingsIn, rowsRule, type SheetRow } from './rows.ts';
import { tallyOf } from './tally.ts';
import { type Element, elements } from './xml.ts';
import type { Archive } from './zip.ts';

export interface Sheet {
  readonly name: string;
  /** Rows that are not empty, by their places; they follow each other, and so do their cells. */
  readonly rows: ReadonlyMap<number, SheetRow>;
  readonly merged: readonly Area[];
  readonly remarks: readonly Remark[];
  /** Columns that are not shown. */
  readonly hiddenCols: ReadonlySet<number>;
  /** Cells that keep a zero show nothing. */
  readonly hidesZeros: boolean;
  /** Cells and rows that stand twice, or are written as no spreadsheet writes them, and what keeps it from being read. */
  readonly problems: readonly InnerProblem[];
}

/** Reads the cells of a sheet in the order in which they stand. */
export async function readSheet(archive: Archive, entry: SheetEntry, shared: Shared, limits: Limits): Promise<Sheet> {
  const { name, part } = entry;
  const packed = archive.bytes.length;
  const found = findingsIn(name);
  const { row, sheetFormatPr, rows, at } = rowsRule(shared, found, packed, limits);
  const cols = columnsRule(found);
  const views = viewsRule(name, found);
  const merges = mergesRule(tallyOf(packed, limits), found);
  const { remarks, ...about } = remarksRules();
  let isInside = false;
  const sheetData: Element = {
    isOnce: true,
    isStrict: true,
    children: elements({ row }),
    open: () => {
      isInside = true;
    },
    close: () => {
      isInside = false;
    },
  };
  const children = elements({
    sheetFormatPr,
    cols: cols.rule,
    sheetData,
    sheetViews: views.rule,
    conditionalFormatting: conditions(shared.styles, found),
    mergeCells: merges.rule,
    ...about,
    tableParts: { isOnce: true, open: () => tellTables(shared, found) },
    extLst: { inside: newerConditions(found) },
  });
  try {
    await readPart(archive, part, { worksheet: { children } }, found.isRefused);
  } catch (error) {
    if (isInside) found.refuse(damaged('XLSX', error), Math.max(0, at.row), Math.max(0, at.col));
    else throw error;
  }
  const said = [...remarks, ...(await commentsOf(archive, part))];
  const { problems } = found;
  return {
    name,
    rows,
    merged: merges.areas,
    remarks: said,
    hiddenCols: cols.hidden,
    hidesZeros: views.hidesZeros(),
    problems,
  };
}

/** How a sheet is shown. */
function viewsRule(sheet: string, found: Findings): { readonly rule: Element; readonly hidesZeros: () => boolean } {
  let hidesZeros = false;
  let showsFormulas = false;
  const sheetView: Element = {
    open: attributes => {
      hidesZeros ||= !isOn(attributes.get('showZeros'));
      showsFormulas ||= isOn(attributes.get('showFormulas') ?? '0');
    },
  };
  const rule: Element = {
    isOnce: true,
    children: elements({ sheetView }),
    close: () => showsFormulas && found.tell({ code: 'not-shown', args: { text: sheet, because: 'formulas' } }, 0),
  };
  return { rule, hidesZeros: () => hidesZeros };
}

/** The areas whose cells are one. */
function mergesRule(
  tally: ReturnType<typeof tallyOf>,
  found: Findings,
): { readonly rule: Element; readonly areas: readonly Area[] } {
  const areas: Area[] = [];
  const mergeCell: Element = {
    open: attributes => {
      const reference = attributes.get('ref') ?? '';
      const area = areaAt(reference);
      if (area) areas.push(area);
      else found.tell({ code: 'odd-cell', args: { what: 'reference', text: reference } }, 0);
      const swollen = tally.addRow();
      if (swollen) found.refuse(swollen, 0);
    },
  };
  return { rule: { isOnce: true, children: elements({ mergeCell }) }, areas };
}

/** Which table has which style stands in parts of their own; that one of the workbook strikes out is enough. */
function tellTables({ styles }: Shared, found: Findings): void {
  const text = styles.strikingTable();
  if (text !== undefined) found.tell({ code: 'not-shown', args: { text, because: 'table-style' } }, 0);
}

/** Whether a sheet that is not read holds what may be a figure: notes are texts, and no loss. */
export async function holdsNumbers(archive: Archive, { part }: SheetEntry, shared: Shared): Promise<boolean> {
  let isFound = false;
  const c = cellElement(shared, {
    open: () => {},
    odd: () => {
      isFound = true;
    },
    close: ({ value, formula, error }) => {
      const isText = typeof value === 'string' && formula === undefined && error === undefined;
      isFound ||= !isText || isFigure(value);
    },
  });
  const row: Element = { children: elements({ c }) };
  const children = elements({ sheetData: { children: elements({ row }) } });
  await readPart(archive, part, { worksheet: { children } }, () => isFound);
  return isFound;
}
