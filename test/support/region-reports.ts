import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/*
 * An invented plan whose targets hold for every region by itself, and invented reports of some regions and months: one
 * file is one region in one month.
 */

export const regionPlan = `
# Invented for tests.
plan: invented-regions
title: Invented regions
period: { from: 2021-01-01, to: 2025-12-31 }
region: land
regions:
  - id: land
    title: Land
    parts:
      - { id: east, title: East }
      - { id: north, title: North }
      - { id: west, title: West }
indicators:
  lanes: { title: Lanes, unit: km, kind: stock, monotone: true }
  loss: { title: Loss, unit: '%', kind: level }
measures: []
tasks:
  - id: roads
    level: strategic
    title: Roads
    measures:
      - id: building
        title: Building
        targets:
          - id: lanes-2025
            indicator: lanes
            at_least: 900
            by: 2025-12-31
            baseline: { value: 60, as_of: 2020-12-31 }
            regions:
              east: { at_least: 500, baseline: { value: 10, as_of: 2020-12-31 } }
              north: { share: 30%, baseline: { value: 20, as_of: 2020-12-31 } }
  - id: pipes
    level: strategic
    title: Pipes
    measures:
      - id: sealing
        title: Sealing
        targets:
          - id: loss-2025
            indicator: loss
            at_most: 9
            by: 2025-12-31
            baseline: { value: 20, as_of: 2020-12-31 }
            regions: each
`;

const regions = ['east', 'north', 'west'];

/** The report of a region in a month, both counted from 0. */
export function regionReport(region: number, month: number): string {
  const asOf = `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  return [
    `report: Invented figures of ${regions[region]}`,
    'invented: made up for tests',
    `region: ${regions[region]}`,
    `as_of: ${asOf}`,
    'metrics:',
    `  lanes: ${10 * (region + 1) + month * (region + 2)}`,
    `  loss: ${(20 - month * 0.2 * (region + 1)).toFixed(1)}%`,
    '',
  ].join('\n');
}

export const regionCsv = (months: number): string =>
  [
    'indicator,value,as_of,region',
    ...regions.flatMap((region, index) =>
      Array.from({ length: months }, (_, month) => {
        const asOf = `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
        return `lanes,${10 * (index + 1) + month * (index + 2)},${asOf},${region}`;
      }),
    ),
    '',
  ].join('\n');

/** A folder with the plan, and `reports/` with the reports of so many months. */
export async function inRegionFolder<T>(months: number, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shanxi-plan-'));
  try {
    await mkdir(path.join(folder, 'reports'));
    await writeFile(path.join(folder, 'plan.yaml'), regionPlan);
    for (const region of regions.keys())
      for (let month = 0; month < months; month++)
        await writeFile(path.join(folder, 'reports', `${regions[region]}-${month}.yaml`), regionReport(region, month));
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every file below a folder that a user sees, with its content. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = names.filter(each => each.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  const shown = files.map(file => path.relative(folder, file)).filter(name => !name.startsWith('.'));
  const read = shown.toSorted().map(async name => [name, await readFile(path.join(folder, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(read));
}
