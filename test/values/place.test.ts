import { describe, expect, it } from 'vitest';
import { columnLetters, placeText, type Span, spanOfPiece, spotOf, spotText } from '../../src/values/place.ts';

describe('a piece of a scalar', () => {
  const span = (col: number, endCol: number, endLine = 7): Span => ({ line: 7, col, endLine, endCol });

  it.each([
    ['stands in a plain one where its letters do', span(3, 13), { from: 2, to: 5 }, span(5, 8)],
    ['begins behind the quote of a quoted one', span(3, 15), { from: 2, to: 5 }, span(6, 9)],
    ['is a letter at least', span(3, 13), { from: 4, to: 4 }, span(7, 8)],
    ['is all of one that is written with escapes', span(3, 16), { from: 2, to: 5 }, span(3, 16)],
    ['is all of one that is written shorter than it is', span(3, 10), { from: 2, to: 5 }, span(3, 10)],
    ['is all of one on two lines', span(3, 13, 8), { from: 2, to: 5 }, span(3, 13, 8)],
  ])('%s', (_, whole, piece, found) => {
    expect(spanOfPiece(whole, { ...piece, of: 10 })).toEqual(found);
  });
});

describe('a place is written', () => {
  it.each([
    [{ line: 7, col: 12 }, '7:12'],
    [{ line: 7, col: null }, '7:1'],
    [{ line: null, col: null }, ''],
    [{ sheet: null, line: 7, col: 12 }, '7:12'],
    [{ sheet: 'Sheet1', line: 7, col: 3 }, 'Sheet1!C7'],
    [{ sheet: 'Sheet1', line: 7, col: null }, 'Sheet1!A7'],
    [{ sheet: '表1', line: null, col: null }, '表1'],
    [{ sheet: '2023', line: 1, col: 1 }, "'2023'!A1"],
    [{ sheet: "it's 1", line: 1, col: 1 }, "'it''s 1'!A1"],
  ])('%j: %s', (spot, text) => {
    expect(spotText(spot)).toBe(text);
    expect(placeText('a.xlsx', spot)).toBe(text === '' ? 'a.xlsx' : `a.xlsx:${text}`);
  });

  it('by the beginning of its span', () => {
    const span = { line: 7, col: 12, endLine: 8, endCol: 1 };
    expect(spotOf({ file: 'a', span })).toEqual({ sheet: undefined, line: 7, col: 12 });
    expect(spotOf({ file: 'a', sheet: 's' })).toEqual({ sheet: 's', line: null, col: null });
  });
});

it.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [28, 'AB'],
  [52, 'AZ'],
  [53, 'BA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [16_384, 'XFD'],
])('column %i is %s', (col, letters) => {
  expect(columnLetters(col)).toBe(letters);
});
