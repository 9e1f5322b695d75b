import { damaged, type InnerProblem } from '../document/document.ts';
import type { Limits } from '../document/limits.ts';
import type { Area } from '../table/grid.ts';
import type { SheetEntry } from './book.ts';
import type { Shared } from './cell.ts';
import { readPart } from './parts.ts';
import { areaAt } from './places.ts';
import { type Findings, findingsIn, rowsRule, type SheetRow } from './rows.ts';
import { tallyOf } from './tally.ts';
import { type Element, elements } from './xml.ts';
import type { Archive } from './zip.ts';

export interface Sheet {
  readonly name: string;
  /** Rows that are not empty, by their places; they follow each other, and so do their cells. */
  readonly rows: ReadonlyMap<number, SheetRow>;
  readonly merged: readonly Area[];
  /** Cells and rows that stand twice, or are written as no spreadsheet writes them, and what keeps it from being read. */
  readonly problems: readonly InnerProblem[];
}

/** Reads the cells of a sheet in the order in which they stand. */
export async function readSheet(archive: Archive, entry: SheetEntry, shared: Shared, limits: Limits): Promise<Sheet> {
  const { name, part } = entry;
  const packed = archive.bytes.length;
  const merged: Area[] = [];
  const found = findingsIn(name);
  const { row, sheetFormatPr, rows, at } = rowsRule(shared, found, packed, limits);
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
  const areas = tallyOf(packed, limits);
  const mergeCell: Element = {
    open: attributes => {
      const reference = attributes.get('ref') ?? '';
      const area = areaAt(reference);
      if (area) merged.push(area);
      else found.tell({ code: 'odd-cell', args: { what: 'reference', text: reference } }, 0);
      const swollen = areas.addRow();
      if (swollen) found.refuse(swollen, 0);
    },
  };
  const children = elements({
    sheetFormatPr,
    sheetData,
    conditionalFormatting: conditions(shared, found),
    mergeCells: { isOnce: true, children: elements({ mergeCell }) },
  });
  try {
    await readPart(archive, part, { worksheet: { children } }, found.isRefused);
  } catch (error) {
    if (isInside) found.refuse(damaged('XLSX', error), Math.max(0, at.row), Math.max(0, at.col));
    else throw error;
  }
  return { name, rows, merged, problems: found.problems };
}

/** Whether a condition holds, nobody works out here: cells that one may change are told, once however many may. */
function conditions({ styles }: Shared, found: Findings): Element {
  let cells = '';
  let mayMislead = false;
  const cfRule: Element = {
    open: attributes => {
      mayMislead ||= styles.mayMislead(Number(attributes.get('dxfId') ?? Number.NaN));
    },
  };
  return {
    children: elements({ cfRule }),
    open: attributes => {
      cells = attributes.get('sqref')?.trim() ?? '';
      mayMislead = false;
    },
    close: () => {
      if (!mayMislead) return;
      const first = areaAt(cells.split(/\s/)[0] ?? '');
      found.tell({ code: 'shown-by-condition', args: { cells } }, first?.row ?? 0, first?.col ?? 0);
    },
  };
}

/** Whether a sheet that is not read holds anything. */
export async function isFilled(archive: Archive, { part }: SheetEntry): Promise<boolean> {
  let isFound = false;
  const found: Element = {
    text: () => {
      isFound = true;
    },
  };
  const is: Element = { children: elements({ t: found, r: { children: elements({ t: found }) } }) };
  const row: Element = { children: elements({ c: { children: elements({ v: found, f: found, is }) } }) };
  const children = elements({ sheetData: { children: elements({ row }) } });
  await readPart(archive, part, { worksheet: { children } }, () => isFound);
  return isFound;
}
