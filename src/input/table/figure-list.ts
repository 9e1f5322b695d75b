import type { StrayText } from './aside.ts';
import type { FigureList } from './gather.ts';
import type { Grid } from './grid.ts';
import type { TableLayout, ValueColumn } from './layout.ts';
import type { ReadRow } from './records.ts';

/** Where a figure stands: its row, and its column of numbers where it is not the only one. */
interface Found {
  readonly row: number;
  readonly value: ValueColumn | undefined;
}

/** Where figures were found, each as one number: a table may hold a million. */
export function placesAmong(columns: readonly (ValueColumn | undefined)[]) {
  const found: number[] = [];
  let unfilled: Found | undefined;
  return {
    /** The index of the figure. */
    add: (row: number, column: number): number => found.push(row * columns.length + column) - 1,
    at: (index: number): Found | undefined => {
      const at = found[index];
      if (at === undefined) return undefined;
      return { row: Math.floor(at / columns.length), value: columns[at % columns.length] };
    },
    /** Passes over a cell in which a figure may stand. */
    pass: (place: Found): void => {
      unfilled ??= place;
    },
    /** The first of these, where no figure was found. */
    unfilled: (): Found | undefined => (found.length === 0 ? unfilled : undefined),
  };
}

export type PlacesFound = ReturnType<typeof placesAmong>;

interface ListGiven {
  readonly header: number;
  readonly layout: TableLayout;
  readonly places: PlacesFound;
  readonly cellsAt: (row: number) => readonly string[];
  readonly readRow: ReadRow;
  readonly aside: readonly StrayText[];
}

const OF_A_TIME: readonly string[] = ['flow', 'flow_from', 'flow_to'];

/** The figures of a table as a list, each read again where it is asked for. */
export function figureList(grid: Grid, { header, layout, places, cellsAt, readRow, aside }: ListGiven): FigureList {
  const { fields, value: number } = layout;
  const cols = new Map(fields.map(({ name, col }) => [name, col]));
  return {
    itemAt: index => {
      const at = places.at(index);
      const read = at && readRow(cellsAt(at.row), at.value);
      return read?.kind === 'figure' ? read.figure : {};
    },
    hasKnownKeys: true,
    isTable: true,
    aside,
    locate: (path, which) => {
      const index = path[0];
      const key = path[1];
      const beside = index === 'aside' ? aside[Number(key)] : undefined;
      if (beside) return grid.locate(beside.row, beside.col);
      // A table in which nothing is filled in is told at the first cell that a figure may stand in.
      const unfilled = index === undefined ? places.unfilled() : undefined;
      if (unfilled) return grid.locate(unfilled.row, unfilled.value?.col ?? number);
      const { row, value } = (index === undefined ? undefined : places.at(Number(index))) ?? { row: header };
      if (key === undefined) return grid.locate(row, value || which === 'number' ? (value?.col ?? number) : undefined);
      if (value && Object.hasOwn(value.said, key)) return grid.locate(value.row, value.col);
      // A time that the heading or another column names.
      const col = cols.get(String(key)) ?? (OF_A_TIME.includes(String(key)) ? cols.get('as_of') : undefined);
      return grid.locate(row, col ?? value?.col);
    },
    ...(grid.sheet !== undefined && { sheet: grid.sheet }),
  };
}
