import { expect, test } from 'vitest';
import { foreignHeader } from '../../src/input/table/foreign.ts';
import { otherHeadings } from '../../src/model/other-headings.ts';

const looksOf = (...cells: string[]) => foreignHeader({ count: 1, rowAt: () => cells })?.looks;

test.each(['indicator', ...(otherHeadings['indicator'] ?? [])])(
  'a table with our own %s is ours, whatever its day is called',
  name => {
    for (const day of ['as_of', ...(otherHeadings['as_of'] ?? [])]) expect(looksOf(name, 'Value', day)).toBeUndefined();
  },
);

test('a table of one indicator, by years, is one of Open SDG', () => {
  expect(looksOf('Year', 'Region', 'Units', 'Value')).toBe('open-sdg');
});
