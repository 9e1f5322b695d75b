import { expect, it } from 'vitest';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import type { SourceFile } from '../../src/input/source/source-file.ts';
import { roadsPlan } from '../support/roads-plan.ts';

const REGIONS =
  'regions: [{ id: all, title: All }, { id: north, title: North }, { id: south, title: South }]\nregion: all\n';
const parts = ['whole', 'first', 'later', 'half'] as const;

/** In which parts of a table a problem of a kind is told of such rows. */
async function toldIn(code: string, rows: readonly string[]): Promise<readonly string[]> {
  const { plan } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(roadsPlan(REGIONS)) });
  if (!plan) throw new Error('no plan');
  const bytes = Buffer.from(['indicator,value,as_of,region', ...rows, ''].join('\n'));
  const told: string[] = [];
  for (const part of parts) {
    const how: Partial<SourceFile> = part === 'whole' ? {} : { part, encoding: 'utf-8' };
    const { problems } = await readReport({ path: 'a.csv', bytes, ...how }, plan);
    if (problems.some(problem => problem.code === code)) told.push(part);
  }
  return told;
}

const [north, blank, south] = ['lanes,5,2023,north', 'loss,9,2023,', 'lanes,7,2023,south'];

it.each([
  ['each name once, with blank cells below', [north, blank, south, blank], ['whole', 'first', 'later']],
  ['a blank one at the beginning, which no later piece can know', [blank, north, blank], ['later']],
  ['a name at the end, below which more may follow', [north, blank, south], ['first', 'later']],
  ['names in each row of theirs', [north, 'loss,8,2023,north', south, blank], []],
  ['no name', [blank, 'lanes,9,2023,'], []],
])('left blank: %s', async (_, rows, expected) => {
  expect(await toldIn('left-blank', rows)).toStrictEqual(expected);
});

it.each([
  ['above a figure', ['north,,,', blank], ['whole', 'first', 'later', 'half']],
  ['in the last row, where figures may follow in the next piece', [north, 'south,,,'], ['first', 'later']],
])('a region alone: %s', async (_, rows, expected) => {
  expect(await toldIn('region-alone', rows)).toStrictEqual(expected);
});
