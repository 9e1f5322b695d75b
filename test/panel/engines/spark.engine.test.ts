import { afterAll, describe, expect, test } from 'vitest';
import { batchesAlike, leavesMixedColumns, leavesWhatMatters, numbersOf } from './law.ts';
import { pythonEngine } from './python-engine.ts';

const engine = pythonEngine('spark', 'pyspark');
afterAll(() => engine?.stop());

describe.skipIf(!engine)(`Spark${engine ? '' : ' (not run: pyspark is not here, or not asked for)'}`, () => {
  if (!engine) return;

  test('leaves of a table what changes no analysis', () => leavesWhatMatters(engine, 0.005));

  test('leaves of mixed columns what says the same', () => leavesMixedColumns(engine, 0.005));

  test('leaves of a panel what a batch makes the same bytes of', () => batchesAlike(engine));

  test.each([
    ['decimal(12, 2)', '500 12.5 '],
    ['double', '500 12.5 '],
    ['float', '500 12.5 '],
  ])('numbers of the type %s are printed without zeros', async (type, expected) => {
    expect(await numbersOf(engine, type)).toBe(expected);
  });
});
