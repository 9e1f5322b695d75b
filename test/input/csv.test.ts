import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { plainCells, readCsv } from '../../src/input/table/csv.ts';
import { recordsIn } from '../../src/input/table/csv-places.ts';

const delimiters = [',', ';', '\t'] as const;

const parts = [...'ab1约,;\t\n\n\r ', '\r\n', '\u00a0', '\u2028', '93,307', 'Invented gazette of a long name'];
const texts = (signs: readonly string[]) =>
  fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 40 }).map(signs => signs.join(''));

const rowsIn = (text: string, delimiter: string): (readonly string[])[] => {
  const { count, rowAt } = plainCells(recordsIn(text, delimiter), delimiter);
  return Array.from({ length: count }, (_, row) => rowAt(row));
};

/** As the parser of RFC 4180 reads it; every cell without the blanks around it. */
const parsed = (text: string, delimiter: string): string[][] =>
  parse(text, { delimiter, record_delimiter: ['\r\n', '\n'], relax_column_count: true }).map((row: string[]) =>
    row.map(cell => cell.trim()),
  );

test('a text without quotes has the rows and cells that the parser finds', () => {
  fc.assert(
    fc.property(texts(parts), fc.constantFrom(...delimiters), (text, delimiter) => {
      expect(rowsIn(text, delimiter)).toStrictEqual(parsed(text, delimiter));
    }),
  );
});

test('a row is the same whenever it is asked for', () => {
  fc.assert(
    fc.property(texts(parts), fc.array(fc.nat(9)), (text, order) => {
      const rows = parsed(text, ',');
      const { rowAt } = plainCells(recordsIn(text, ','), ',');
      for (const row of order.filter(each => each < rows.length)) expect(rowAt(row)).toStrictEqual(rows[row]);
    }),
  );
});

test('a record stands where its text stands, with quotes or without', () => {
  fc.assert(
    fc.property(texts([...parts, '"a"', '"b\nc"', '"d,e"']), text => {
      const { count, textOf, locate } = recordsIn(text, ',');
      const lines = text.split('\n');
      for (let row = 0; row < count; row++) {
        const { line, col, endLine, endCol } = locate(row);
        const [first = '', ...more] = lines.slice(line - 1, endLine);
        const last = more.pop();
        const between =
          last === undefined
            ? first.slice(col - 1, endCol - 1)
            : [first.slice(col - 1), ...more, last.slice(0, endCol - 1)].join('\n');
        expect(between).toBe(textOf(row));
      }
    }),
  );
});

it('reads a table alike with quotes and without', async () => {
  const rows = [
    ['indicator', 'value', 'as_of', 'publisher'],
    ['a', '1', '2023-12-31', 'An office'],
    [],
    ['b', ' 2 ', '', 'An office'],
    ['c', '', '2023'],
  ];
  const read = async (cell: (text: string) => string) => {
    const { documents, problems } = await readCsv(rows.map(row => row.map(cell).join(',')).join('\r\n'));
    return { data: documents.map(({ data }) => data), problems: problems.map(({ code }) => code) };
  };
  expect(await read(text => text)).toStrictEqual(await read(text => `"${text}"`));
  expect((await read(text => text)).problems).toStrictEqual(['row-too-short']);
});
