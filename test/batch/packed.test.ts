import { readdirSync, readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { pack, unpack } from '../../src/cli/batch/packed.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';

/** Every notation and field that real reports use, and tables with places of their own. */
const folders = [
  'fixtures/shanxi',
  'fixtures/shanxi-cities',
  'fixtures/eu-digital-decade-2030',
  'fixtures/china-14fyp-2021-25',
  'fixtures/formats',
];
const plans = [
  'plan/shanxi-new-infrastructure-2021-25.yaml',
  'plan/shanxi-cities-2021-23.yaml',
  'plan/eu-digital-decade-2030.yaml',
  'plan/china-14fyp-2021-25.yaml',
  'fixtures/formats/plan.yaml',
];

test.each(folders.map((folder, index) => [folder, plans[index] ?? ''] as const))('%s', async (folder, planFile) => {
  const { plan } = await readPlan({ path: planFile, bytes: readFileSync(planFile) });
  if (!plan) throw new Error(`${planFile} cannot be read`);
  const names = readdirSync(folder).filter(
    name => /\.(yaml|csv|ndjson|xlsx|parquet)$/.test(name) && name !== 'plan.yaml',
  );
  const read = await Promise.all(
    names.map(name => readReport({ path: `${folder}/${name}`, bytes: readFileSync(`${folder}/${name}`) }, plan)),
  );
  const observations = read.flatMap(({ report }) => report?.observations ?? []);
  expect(observations.length).toBeGreaterThan(5);
  expect(unpack(deserialize(serialize(pack(observations))))).toEqual(observations);
});
