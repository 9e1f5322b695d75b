import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { stringify } from 'yaml';
import type { InputFormat } from '../../src/input/source/registry.ts';
import { figureColumns } from '../../src/model/figure-columns.ts';
import type { FigureFields } from '../properties/arbitraries.ts';
import { parquetOf, sheet, xlsxOf } from '../support/tables.ts';

export type Figure = FigureFields & {
  readonly note?: string | undefined;
  readonly tolerance?: string | undefined;
  readonly source?: { readonly publisher?: string; readonly title?: string; readonly url?: string } | undefined;
};

/** The figure under the names of columns. */
function flat({ source, flow, scope, ...fields }: Figure): Record<string, string | undefined> {
  return {
    ...fields,
    ...source,
    ...(scope && { scope: scope.part }),
    ...(flow && { flow_from: flow.from, flow_to: flow.to }),
  };
}

export const quoted = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const cellsOf = (figures: readonly Figure[]): string[][] =>
  figures.map(each => figureColumns.map(name => flat(each)[name] ?? ''));

export const table = (figures: readonly Figure[], delimiter: string, lineEnd: string): string =>
  [[...figureColumns], ...cellsOf(figures)].map(row => `${row.map(quoted).join(delimiter)}${lineEnd}`).join('');

const HEAD = ['indicator', 'value', 'as_of'];
const encode = (text: string) => new TextEncoder().encode(text);

/** Blanks for what is not there, in the order of the columns. */
const rowsOf = (all: readonly Figure[]) => cellsOf(all).map(row => row.map(text => (text === '' ? null : text)));

/** A workbook keeps no carriage return. */
const withoutReturns = (all: readonly Figure[]): Figure[] => JSON.parse(JSON.stringify(all).replaceAll('\\r', ''));

interface Writing {
  /** As a share of the cases of other properties. */
  readonly share: number;
  /** The figures as this format can keep them. */
  readonly kept?: (all: readonly Figure[]) => Figure[];
  /** All ways to write them. */
  readonly written: (all: readonly Figure[]) => readonly (string | Uint8Array)[];
  /** A file of one figure, by the digits of its number; a format of binary numbers keeps the double that is nearest. */
  readonly ofNumber: (digits: string) => Uint8Array;
}

/** How figures are written in each format of the registry: a new one does not compile without. */
export const writings: Readonly<Record<InputFormat, Writing>> = {
  yaml: {
    share: 0.2,
    written: all => [all.map(each => stringify({ observations: [each] }, { schema: 'failsafe' })).join('---\n')],
    ofNumber: digits => encode(`as_of: 2023\nmetrics: { roads: ${digits} }\n`),
  },
  json: {
    share: 0.2,
    written: all => [JSON.stringify({ observations: all }), JSON.stringify(all.map(flat))],
    ofNumber: digits => encode(`{"as_of":"2023","metrics":{"roads":${digits}}}`),
  },
  ndjson: {
    share: 0.2,
    written: all => [
      all.map(each => `${JSON.stringify(flat(each))}\n`).join(''),
      all.map(each => JSON.stringify(each)).join('\r\n'),
    ],
    ofNumber: digits => encode(`{"indicator":"roads","value":${digits},"as_of":"2023"}\n`),
  },
  csv: {
    share: 0.2,
    written: all => [',', ';', '\t'].flatMap(by => ['\n', '\r\n'].map(end => table(all, by, end))),
    ofNumber: digits => encode(`indicator,value,as_of\nroads,${digits},2023\n`),
  },
  xlsx: {
    share: 0.05,
    kept: withoutReturns,
    written: all => [xlsxOf(sheet([[...figureColumns], ...rowsOf(all)]))],
    ofNumber: digits => xlsxOf(sheet([HEAD, ['roads', Number(digits), '2023']])),
  },
  parquet: {
    share: 0.05,
    written: all => [
      parquetOf(Object.fromEntries(figureColumns.map((name, col) => [name, rowsOf(all).map(row => row[col] ?? null)]))),
    ],
    ofNumber: digits => parquetOfValue({ type: 'DOUBLE', data: [Number(digits)] }),
  },
};

/** A Parquet file of one figure whose value is of a type of its own. */
export function parquetOfValue({
  data,
  ...type
}: Omit<SchemaElement, 'name'> & { readonly data: unknown[] }): Uint8Array {
  const texts = { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const;
  const schema: SchemaElement[] = [
    { name: 'root', num_children: 3 },
    { name: 'indicator', ...texts },
    { name: 'value', repetition_type: 'OPTIONAL', ...type },
    { name: 'as_of', ...texts },
  ];
  const columnData = [
    { name: 'indicator', data: ['roads'] },
    { name: 'value', data },
    { name: 'as_of', data: ['2023'] },
  ];
  return new Uint8Array(parquetWriteBuffer({ schema, columnData }));
}
