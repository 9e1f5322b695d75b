import { expect, test } from 'vitest';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { blankWatch } from '../../src/panel/blank-watch.ts';
import { roadsPlan } from '../support/roads-plan.ts';

/** An indicator is counted in 万个, another one in km. */
const text = roadsPlan().replace("unit: '%', kind: level", 'unit: 万个, kind: level');
const { plan } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(text) });

const doubtIn = (
  format: 'csv' | 'ndjson',
  groups: readonly (readonly [region: string, unit: string, rows: number])[],
) => {
  if (!plan) throw new Error('no plan');
  const watch = blankWatch([{ format, shown: 'a.csv' }], plan);
  for (const [region, unit, rows] of groups) watch.add({ keys: { region, unit }, file: 0, rows });
  return watch.doubt();
};

test.each([
  [
    'a region that stands once above blank ones',
    'csv',
    [
      ['north', '', 1],
      ['', '', 1],
    ],
    'region',
  ],
  [
    'several, each once',
    'csv',
    [
      ['north', '', 1],
      ['', '', 5],
      ['south', '', 1],
    ],
    'region',
  ],
  [
    'a unit',
    'csv',
    [
      ['north', '千km', 1],
      ['north', '', 3],
    ],
    'unit',
  ],
  [
    'a unit that is no multiple, of which an indicator may be counted in one',
    'csv',
    [
      ['north', '个', 1],
      ['north', '', 3],
    ],
    'unit',
  ],
  [
    'a unit that all are counted in, or of something else',
    'csv',
    [
      ['north', 'km', 1],
      ['north', '', 3],
    ],
    undefined,
  ],
  [
    'a unit in each of its rows',
    'csv',
    [
      ['north', '个', 2],
      ['north', '', 3],
    ],
    undefined,
  ],
  [
    'a region in each of its rows',
    'csv',
    [
      ['north', '', 2],
      ['', '', 1],
    ],
    undefined,
  ],
  [
    'in rows of several indicators',
    'csv',
    [
      ['north', '', 1],
      ['north', '', 1],
      ['', '', 1],
    ],
    undefined,
  ],
  ['none', 'csv', [['', '', 9]], undefined],
  [
    'no blank one',
    'csv',
    [
      ['north', '', 1],
      ['south', '', 1],
    ],
    undefined,
  ],
  [
    'lines, of which each says all of itself',
    'ndjson',
    [
      ['north', '', 1],
      ['', '', 1],
    ],
    undefined,
  ],
] as const)('%s', (_, format, groups, field) => {
  const doubt = doubtIn(format, groups);
  expect(doubt === undefined ? undefined : ['region', 'unit'].find(each => doubt.includes(each))).toBe(field);
});
