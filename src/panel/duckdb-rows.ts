import type { DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import { numberText } from '../input/cell-text.ts';
import type { Observation, Publication } from '../model/observation.ts';
import { type Day, dayFromNumber } from '../values/day.ts';
import type { Place } from '../values/place.ts';
import { SEPARATOR } from './duckdb-sql.ts';
import { plainQuantity } from './plain-quantity.ts';

/** The figures of one region that are left: those that are plain, and the others as lines of NDJSON. */
export interface PanelGroup {
  readonly region: string;
  /** Rows of the region, before any was left out. */
  readonly rows: number;
  readonly observations: readonly Observation[];
  readonly lines: readonly Line[];
}

/** A row that is not a plain one, for the ordinary reader. */
export interface Line {
  readonly file: string;
  readonly text: string;
}

export interface Region {
  readonly name: string;
  readonly rows: number;
}

export type Groups = AsyncGenerator<PanelGroup, void, void>;

/** What the numbers of the rows stand for. */
export interface Names {
  readonly regions: ReadonlyMap<number, Region>;
  readonly indicators: readonly string[];
  /** Columns of binary numbers. */
  readonly numbers: ReadonlySet<string>;
  readonly files: readonly string[];
}

interface Group {
  readonly region: string;
  readonly rows: number;
  readonly observations: Observation[];
  readonly lines: Line[];
}

/** Gathers rows that come in the order of their regions. */
export async function* groupsOf(result: () => Promise<DuckDBResult>, names: Names): Groups {
  const read = rowReader(names);
  const rows = await result();
  let group: Group | undefined;
  for (let chunk = await rows.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await rows.fetchChunk()) {
    const columns = columnsOf(chunk);
    for (let row = 0; row < chunk.rowCount; row++) {
      const { name: region, rows: count } = names.regions.get(columns.region(row)) ?? { name: '', rows: 0 };
      if (group?.region !== region) {
        if (group) yield group;
        group = { region, rows: count, observations: [], lines: [] };
      }
      read(group, columns, row);
    }
  }
  if (group) yield group;
}

const columnsOf = (chunk: DuckDBDataChunk) => {
  const at = (column: number) => {
    const vector = chunk.getColumnVector(column);
    return (row: number): unknown => vector.getItem(row);
  };
  const number = (column: number) => {
    const item = at(column);
    return (row: number): number => item(row) as number;
  };
  return {
    region: number(0),
    indicator: number(1),
    isTidy: at(2),
    asOf: number(3),
    published: at(4),
    scaled: number(5),
    decimals: number(6),
    said: at(7),
    isSpelled: at(8),
    file: number(9),
  };
};

type Columns = ReturnType<typeof columnsOf>;

interface Said {
  readonly counts: string | null;
  readonly note: string | null;
  readonly source: Publication;
}

function rowReader({ indicators, numbers, files }: Names) {
  const places = files.map((file): Place => ({ file }));
  const dayOf = remembered((number: number): Day => dayFromNumber(number));
  const saidOf = remembered((text: string): Said => {
    const [counts, publisher, title, url, note] = text.split(String.fromCharCode(SEPARATOR)).map(each => each || null);
    const source = { publisher: publisher ?? null, title: title ?? null, url: url ?? null };
    return { counts: counts ?? null, note: note ?? null, source };
  });
  return (group: Group, columns: Columns, row: number): void => {
    const text = String(columns.said(row) ?? '');
    const place = places[columns.file(row)] ?? { file: '' };
    if (!columns.isTidy(row)) {
      const line = columns.isSpelled(row) ? text : lineOf(text, numbers);
      if (line !== undefined) group.lines.push({ file: place.file, text: line });
      return;
    }
    const { counts, note, source } = saidOf(text);
    const published = columns.published(row);
    group.observations.push({
      indicator: indicators[columns.indicator(row)] ?? null,
      measure: null,
      region: group.region,
      quantity: plainQuantity(columns.scaled(row), columns.decimals(row)),
      asOf: dayOf(columns.asOf(row)),
      dated: 'stated',
      published: typeof published === 'number' ? dayOf(published) : null,
      counts,
      scope: 'whole',
      status: 'final',
      flow: null,
      says: null,
      against: null,
      startsSeries: null,
      unusable: null,
      note,
      source,
      place,
    });
  };
}

const MANY = 100_000;

/** The same few texts and days come again and again. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return key => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    if (known.size === MANY) known.clear();
    known.set(key, value);
    return value;
  };
}

/** A row as the ordinary reader has it: cells trimmed, those without content left out. A row of none is no row. */
function lineOf(json: string, numbers: ReadonlySet<string>): string | undefined {
  const cells = Object.entries(JSON.parse(json) as Record<string, string>).flatMap(([key, value]) => {
    const text = numbers.has(key) && value !== '' ? numberText(Number(value)) : value.trim();
    return text === '' ? [] : [[key, text] as const];
  });
  return cells.length === 0 ? undefined : JSON.stringify(Object.fromEntries(cells));
}
