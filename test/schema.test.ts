import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { schemaFiles } from '../scripts/schema.ts';
import * as fields from '../src/model/fields.ts';
import { runCli } from './support/io.ts';

const files = schemaFiles();
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const validatorOf = (name: string, by = ajv): ValidateFunction => by.compile(JSON.parse(files[name] ?? 'false'));
const validators = {
  plan: validatorOf('plan.schema.json'),
  report: validatorOf('report.schema.json'),
  analysis: validatorOf('analysis.schema.json'),
  index: validatorOf('batch-index.schema.json'),
  // A list that begins with something else than what follows.
  since: validatorOf('since.schema.json', new Ajv2020({ strict: true, strictTuples: false, allErrors: true })),
};

const yamlIn = (folder: string): string[] =>
  readdirSync(folder).flatMap(name => (name.endsWith('.yaml') ? [`${folder}/${name}`] : []));

/** As an editor reads it: with the core schema, in which 120000 is a number and 2023-12-31 a text. */
const asEditor = (text: string): unknown => parse(text, { schema: 'core' });

function errorsOf(validate: ValidateFunction, data: unknown): string[] {
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the files in schema/', () => {
  test('are those that exist and no others', () => {
    expect(readdirSync('schema').toSorted()).toEqual(Object.keys(files).toSorted());
  });

  test.each(Object.keys(files))('%s is up to date (else: npm run schema)', name => {
    expect(readFileSync(`schema/${name}`, 'utf8') === files[name]).toBe(true);
  });

  test('keep the description of every field that has one', () => {
    const described = Object.values(fields).flatMap(field =>
      field instanceof z.ZodType ? (z.globalRegistry.get(field)?.description ?? []) : [],
    );
    const text = Object.values(files).join('\n');
    expect(described.length).toBeGreaterThan(0);
    expect(described.filter(words => !text.includes(JSON.stringify(words)))).toEqual([]);
  });
});

describe('an independent validator accepts', () => {
  test.each(yamlIn('plan'))('%s', path => {
    expect(errorsOf(validators.plan, asEditor(readFileSync(path, 'utf8')))).toEqual([]);
  });

  test('fixtures/regions/plan.yaml', () => {
    expect(errorsOf(validators.plan, asEditor(readFileSync('fixtures/regions/plan.yaml', 'utf8')))).toEqual([]);
  });

  test.each([...yamlIn('fixtures/shanxi'), ...yamlIn('fixtures/shanxi-cities')])('%s', path => {
    expect(errorsOf(validators.report, asEditor(readFileSync(path, 'utf8')))).toEqual([]);
  });

  test.each([
    ['one report', ['fixtures/shanxi/2023-12-08-shanxi-daily.yaml']],
    ['all reports', ['fixtures/shanxi']],
    ['all reports on a later day', ['fixtures/shanxi', '--as-of', '2026-12-31']],
    ['all reports on an earlier day', ['fixtures/shanxi', '--as-of', '2022-06-30', '--known-by', '2022-03-01']],
  ])('the analysis of %s', async (_name, args) => {
    const printed = await printedBy(['check', '--format', 'json', ...args]);
    expect(errorsOf(validators.analysis, JSON.parse(printed))).toEqual([]);
  });
});

test('the index of a batch fits its schema', async () => {
  const printed = await printedBy(['batch', 'fixtures/shanxi', '--by', 'region,period', '--index', 'json']);
  expect(errorsOf(validators.index, JSON.parse(printed))).toEqual([]);
});

test('what --update writes fits its schema', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'shanxi-plan-')), 'since.json');
  await runCli(['check', 'fixtures/shanxi', '--since', file, '--update']);
  const written = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(path.dirname(file), { recursive: true });
  expect(written.length).toBeGreaterThan(10);
  expect(errorsOf(validators.since, written)).toEqual([]);
});

const printedBy = async (argv: string[]): Promise<string> => (await runCli(argv)).stdout;
