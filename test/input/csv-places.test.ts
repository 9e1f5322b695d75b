import { describe, expect, test } from 'vitest';
import { recordsIn } from '../../src/input/table/csv-places.ts';

/* Where records and cells of a CSV text stand. */

const at = (line: number, col: number, endLine: number, endCol: number) => ({ line, col, endLine, endCol });
/** What stands in the text at a place of one line. */
const cut = (text: string, { line, col, endCol }: ReturnType<typeof at>): string =>
  text.split(/\r?\n/)[line - 1]?.slice(col - 1, endCol - 1) ?? '';

describe.each([
  ['without quotes', 'name,value\nlanes,5\n\nroads,,x\n', 4],
  ['with line ends of Windows', 'name,value\r\nlanes,5\r\n\r\nroads,,x\r\n', 4],
  ['without a last line end', 'name,value\nlanes,5\n\nroads,,x', 4],
])('a text %s', (_, text, count) => {
  const records = recordsIn(text, ',');

  test('has its records', () => {
    expect(records.count).toBe(count);
    expect([0, 1, 2, 3].map(row => records.textOf(row))).toEqual(['name,value', 'lanes,5', '', 'roads,,x']);
  });

  test('has each cell where it stands', () => {
    expect(records.locate(1, 0)).toEqual(at(2, 1, 2, 6));
    expect(cut(text, records.locate(1, 1))).toBe('5');
    expect(records.locate(3, 1)).toEqual(at(4, 7, 4, 7));
    expect(cut(text, records.locate(3, 2))).toBe('x');
  });

  test('has a whole record, and the end of it for a cell that it lacks', () => {
    expect(records.locate(1)).toEqual(at(2, 1, 2, 8));
    expect(records.locate(1, 5)).toEqual(at(2, 8, 2, 8));
    expect(records.locate(9, 0)).toEqual(records.locate(3, 0));
  });
});

describe('a text with quotes', () => {
  const text = 'name,value\n"lanes, ""wide""",5\n"two\nlines",6\nroads,"7"\n';
  const records = recordsIn(text, ',');

  test('has its records, whatever stands in quotes', () => {
    expect(records.count).toBe(4);
    expect(records.textOf(1)).toBe('"lanes, ""wide""",5');
    expect(records.textOf(2)).toBe('"two\nlines",6');
  });

  test('has each cell with its quotes', () => {
    expect(records.locate(1, 0)).toEqual(at(2, 1, 2, 18));
    expect(records.locate(1, 1)).toEqual(at(2, 19, 2, 20));
    expect(records.locate(2, 0)).toEqual(at(3, 1, 4, 7));
    expect(records.locate(2, 1)).toEqual(at(4, 8, 4, 9));
    expect(cut(text, records.locate(3, 1))).toBe('"7"');
    expect(records.locate(0, 0)).toEqual(at(1, 1, 1, 5));
  });

  test('has a whole record, and the end of it for a cell that it lacks', () => {
    expect(records.locate(2)).toEqual(at(3, 1, 4, 9));
    expect(records.locate(3, 2)).toEqual(at(5, 10, 5, 10));
    expect(records.locate(9)).toEqual(records.locate(3));
  });
});

test('another sign may stand between cells', () => {
  expect(recordsIn('a,b;c\n', ';').locate(0, 1)).toEqual(at(1, 5, 1, 6));
  expect(recordsIn('"a;b";c\n', ';').locate(0, 1)).toEqual(at(1, 7, 1, 8));
});
