import { afterAll, describe, expect, test } from 'vitest';
import { batchesAlike, leavesMixedColumns, leavesWhatMatters, numbersOf } from './law.ts';
import { pythonEngine } from './python-engine.ts';

const engine = pythonEngine('clickhouse', 'chdb');
afterAll(() => engine?.stop());

describe.skipIf(!engine)(`ClickHouse${engine ? '' : ' (not run: chdb is not here, or not asked for)'}`, () => {
  if (!engine) return;

  test('leaves of a table what changes no analysis', () => leavesWhatMatters(engine, 0.01));

  test('leaves of mixed columns what says the same', () => leavesMixedColumns(engine, 0.01));

  test('leaves of a panel what a batch makes the same bytes of', () => batchesAlike(engine));

  test.each(['Decimal(12, 2)', 'Float64', 'Float32'])(
    'numbers of the type %s are printed without zeros',
    async type => {
      expect(await numbersOf(engine, type)).toBe('500 12.5 ');
    },
  );
});
