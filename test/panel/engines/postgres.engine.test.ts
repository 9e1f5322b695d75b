import { afterAll, describe, expect, test } from 'vitest';
import { batchesAlike, leavesMixedColumns, leavesWhatMatters, numbersOf } from './law.ts';
import { findPostgres, postgresEngine } from './postgres-server.ts';

const programs = findPostgres();
const engine = programs === undefined ? undefined : postgresEngine(programs);
afterAll(() => engine?.stop());

describe.skipIf(!engine)(`PostgreSQL${engine ? '' : ' (not run: no server is installed here)'}`, () => {
  if (!engine) return;

  test('leaves of a table what changes no analysis', () => leavesWhatMatters(engine, 0.02));

  test('leaves of mixed columns what says the same', () => leavesMixedColumns(engine, 0.02));

  test('leaves of a panel what a batch makes the same bytes of', () => batchesAlike(engine));

  test.each([
    ['text', '500.00 12.50 '],
    ['numeric(12, 2)', '500 12.5 '],
    ['double precision', '500 12.5 '],
    ['real', '500 12.5 '],
  ])('numbers of the type %s are printed as %s', async (type, expected) => {
    expect(await numbersOf(engine, type)).toBe(expected);
  });
});
