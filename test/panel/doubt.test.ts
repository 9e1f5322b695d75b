import { expect, test } from 'vitest';
import { doubtOf, type GroupContext } from '../../src/panel/panel-group.ts';

const noKeys = { region: '', indicator: 'a', unit: '', counts: '', publisher: '', title: '', url: '', note: '1,234' };

const plan = { indicators: { a: { title: { en: 'A', zh: '甲' }, aliases: [] } }, regions: [], measures: [], tasks: [] };

const doubtIn = (areSeparatorsDoubtful: boolean, cells: Record<string, string> | null) =>
  doubtOf(
    { plan, files: [{ format: 'csv', shown: 'a.csv', numbers: [], areSeparatorsDoubtful }] } as unknown as GroupContext,
    {
      keys: noKeys,
      file: 0,
      rows: 1,
      bytes: 0,
      line: cells && JSON.stringify(cells),
      words: new Int32Array(0),
    },
  );

test.each([
  [true, { indicator: 'a', value: '12,345', note: '' }, true],
  [true, { indicator: 'a', value: '约 12,345 万', rounded_to: '' }, true],
  [true, { indicator: 'a', value: '5', rounded_to: '1,000' }, true],
  [true, { indicator: 'a', value: '1,234,567', note: 'of 12,345' }, false],
  [true, { indicator: 'a', value: '12,345.6' }, false],
  [true, { indicator: 'a', value: '93.307' }, true],
  [true, { indicator: 'a', value: '93.30' }, false],
  [true, { indicator: 'a', value: '0.307' }, false],
  [true, null, false],
  [false, { indicator: 'a', value: '12,345' }, false],
])('semicolons: %s, %o: the reader of rows must see it: %s', (areSeparatorsDoubtful, cells, isDoubtful) => {
  expect(doubtIn(areSeparatorsDoubtful, cells) !== undefined).toBe(isDoubtful);
});
