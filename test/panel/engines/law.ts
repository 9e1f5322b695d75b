import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { type AssessRequest, assess } from '../../../src/assess/assess.ts';
import { columnName } from '../../../src/input/report/column-steps.ts';
import type { Observation } from '../../../src/model/observation.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { reduce } from '../../../src/panel/reduce.ts';
import { describeReduction, type Reduction } from '../../../src/panel/reduction.ts';
import { type Dialect, dialects } from '../../../src/panel/sql/dialects.ts';
import { reductionSql } from '../../../src/panel/sql/reduction-sql.ts';
import { runCli } from '../../support/io.ts';
import { runs } from '../../support/properties.ts';
import { filesIn } from '../../support/region-reports.ts';
import { roadsPlan } from '../../support/roads-plan.ts';
import { anyScenario } from '../arbitraries.ts';
import { columnsOf, contents, csvOf, isPossible, type Row, read, rowOf, stepsOf } from '../files.ts';
import { judged } from '../judged.ts';
import type { Engine } from './engine.ts';
import { mixedPanel } from './mixed.ts';

/* What every engine is held to: the printed query leaves of a table what the local way would have kept. */

const tableOf = (rows: readonly Row[]) => {
  const columns = columnsOf(rows);
  return { columns, rows: rows.map(row => columns.map(column => row[column] ?? '')) };
};

/** Random plans and panels. */
export async function leavesWhatMatters(engine: Engine, share: number): Promise<void> {
  let [all, left] = [0, 0];
  await fc.assert(
    fc.asyncProperty(anyScenario, async ({ plan, figures, request }) => {
      const rows = figures.filter(isPossible(plan)).map(rowOf);
      fc.pre(rows.length > 0);
      const { observations, kept } = await leftBy(engine, plan, request, rows);
      all += observations.length;
      left += kept.length;
    }),
    { ...runs(share), endOnFailure: true },
  );
  expect(left).toBeLessThan(all);
}

/** Random columns in which whole numbers stand beside decimals. */
export async function leavesMixedColumns(engine: Engine, share: number): Promise<void> {
  let [all, left] = [0, 0];
  await fc.assert(
    fc.asyncProperty(mixedPanel, async ({ plan, rows, request }) => {
      const { observations, kept } = await leftBy(engine, plan, request, rows);
      const [before, after] = [mixedSteps(observations), mixedSteps(kept)];
      for (const [column, step] of after) expect([column, step]).toEqual([column, before.get(column)]);
      all += observations.filter(each => before.has(nameOf(each))).length;
      left += kept.filter(each => before.has(nameOf(each))).length;
    }),
    { ...runs(share, 8), endOnFailure: true },
  );
  // Where the result may come in several files, such a column is left as it is.
  const { oneFile }: Dialect = dialects[engine.dialect];
  if (oneFile) expect(left).toBeLessThan(all);
  else expect(left).toBe(all);
}

const nameOf = ({ indicator, source, counts }: Observation): string =>
  columnName(undefined, indicator, source.publisher, counts);

/** What the whole numbers of a column with decimals are worth, column by column; nothing of any other. */
function mixedSteps(observations: readonly Observation[]): ReadonlyMap<string, number | undefined> {
  const steps = stepsOf(observations);
  const whole = observations.filter(({ quantity }) => quantity?.isPlain && /^-?[1-9]\d*$/.test(quantity.text));
  return new Map(whole.map(nameOf).flatMap(name => (steps[name] ? [[name, steps[name]]] : [])));
}

/** What the query leaves is judged as the whole, and has nothing that the whole has not. */
async function leftBy(engine: Engine, plan: Plan, request: AssessRequest, rows: readonly Row[]) {
  const reduction = describeReduction(plan, request);
  const table = tableOf(rows);
  const sql = reductionSql(dialects[engine.dialect], reduction, { name: 'panel', columns: table.columns });
  const csv = await engine.query(table, sql);
  const observations = await read(csvOf(rows), 'all.csv', plan);
  const kept = csv.trim().includes('\n') ? await read(csv, 'kept.csv', plan) : [];
  expect(contents(reduce(reduction, kept).kept)).toEqual(contents(reduce(reduction, observations).kept));
  expect(judged(assess(plan, kept, request))).toEqual(judged(assess(plan, observations, request)));
  const there = new Set(contents(observations));
  expect(contents(kept).filter(each => !there.has(each))).toEqual([]);
  return { observations, kept };
}

const NOTHING: Reduction = {
  ...{
    plan: 'p',
    region: 'p',
    knownBy: undefined,
    regions: [],
    regionsInSums: [],
    regionsWithStart: [],
    indicators: {},
  },
};

/** How numbers of a type leave the engine through the printed query. */
export async function numbersOf(engine: Engine, type: string): Promise<string> {
  const columns = ['indicator', 'value', 'as_of'];
  const sql = reductionSql(dialects[engine.dialect], NOTHING, { name: 'panel', columns });
  const rows = [
    ['a', '500.00', '2021-01-31'],
    ['a', '12.50', '2021-02-28'],
    ['a', '', '2021-03-31'],
  ];
  const csv = await engine.query({ columns, rows, types: { value: type } }, sql);
  const cells = csv
    .replaceAll('"', '')
    .split('\n')
    .slice(1, 4)
    .map(line => line.split(','));
  return cells
    .toSorted(([, , a = ''], [, , b = '']) => (a < b ? -1 : 1))
    .map(([, value]) => value)
    .join(' ');
}

const REGIONS = `region: 全省
regions:
  - { id: 全省, title: Whole }
  - { id: 太原, title: Taiyuan }
  - { id: north, title: North }
`;

/** Sixty months of each series; in two of six stand figures that are no plain number, and names between blanks. */
function hostileRows(): Row[] {
  const odd = ['约8.2', '>8', '≤9', '８.5', ' 8.4', '8.4 ', '8.40', '84'];
  return ['全省', '太原', 'north'].flatMap((region, place) =>
    ['loss', 'lanes'].flatMap((indicator, which) =>
      Array.from({ length: 60 }, (_, month): Row => {
        const plain = (which === 0 ? 8 + ((month * 7 + place) % 9) / 10 : 100.5 + month + place).toFixed(1);
        const isOdd = which === 0 && place === 0 && month % 11 === 5;
        const day = new Date(Date.UTC(2021, month + 1, 0)).toISOString().slice(0, 10);
        return {
          indicator: place === 0 && which === 0 && month % 17 === 3 ? ` ${indicator}` : indicator,
          value: isOdd ? (odd[month % odd.length] ?? plain) : plain,
          as_of: day,
          published: day,
          region: place === 1 && which === 0 && month % 13 === 2 ? ` ${region}\u3000` : region,
          note: ['', 'a "note", with\ttab', '注：“引”', "it's \\ #"][month % 4] ?? '',
        };
      }),
    ),
  );
}

/** A batch over what is left, and one over all. */
export async function batchesAlike(engine: Engine): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'engine-'));
  try {
    writeFileSync(path.join(folder, 'plan.yaml'), roadsPlan(REGIONS));
    const rows = hostileRows();
    const table = tableOf(rows);
    const flags = ['--plan', 'plan.yaml', '--as-of', '2025-12-31'];
    const asked = ['panel-sql', '--dialect', engine.dialect, '--columns', table.columns.join(','), ...flags];
    const { stdout: sql } = await runCli(asked, { cwd: folder });
    const batch = async (csv: string) => {
      writeFileSync(path.join(folder, 'panel.csv'), csv);
      rmSync(path.join(folder, 'out'), { recursive: true, force: true });
      const made = [
        '--by',
        'region',
        '--output-dir',
        'out',
        '--format',
        'markdown',
        '--format',
        'plain',
        '--workers',
        '0',
      ];
      const { code, stdout, stderr } = await runCli(['batch', 'panel.csv', ...made, ...flags], { cwd: folder });
      const { 'index.json': _, ...outputs } = await filesIn(path.join(folder, 'out'));
      return { code, stdout, stderr, outputs };
    };
    const left = await engine.query(table, sql);
    const [local, reduced] = [await batch(csvOf(rows)), await batch(left)];
    expect(reduced).toEqual(local);
    expect(Object.keys(local.outputs)).toHaveLength(6);
    expect(left.split('\n').length).toBeLessThan((rows.length * 3) / 5);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
