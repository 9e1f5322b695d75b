import { afterAll, expect, test } from 'vitest';
import { duckdbEngine } from './duckdb-engine.ts';
import { batchesAlike, leavesMixedColumns, leavesWhatMatters, numbersOf } from './law.ts';

const engine = await duckdbEngine();
afterAll(() => engine.stop());

test('leaves of a table what changes no analysis', () => leavesWhatMatters(engine, 0.05));

test('leaves of mixed columns what says the same', () => leavesMixedColumns(engine, 0.02));

test('leaves of a panel what a batch makes the same bytes of', () => batchesAlike(engine));

test.each(['decimal(12, 2)', 'double', 'float'])('numbers of the type %s are printed without zeros', async type => {
  expect(await numbersOf(engine, type)).toBe('500 12.5 ');
});
