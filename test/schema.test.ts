import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { schemaFiles } from '../scripts/schema.ts';
import { main } from '../src/cli/main.ts';
import * as fields from '../src/model/fields.ts';

const files = schemaFiles();
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const validatorOf = (name: string): ValidateFunction => ajv.compile(JSON.parse(files[name] ?? 'false'));
const validators = {
  plan: validatorOf('plan.schema.json'),
  report: validatorOf('report.schema.json'),
  analysis: validatorOf('analysis.schema.json'),
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

  test.each(yamlIn('fixtures/shanxi'))('%s', path => {
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

async function printedBy(argv: string[]): Promise<string> {
  const out: string[] = [];
  await main(argv, {
    stdout: { write: text => void out.push(text) },
    stderr: { write: () => {} },
    stdin: (async function* () {})(),
    env: {},
    cwd: process.cwd(),
    today: () => '2026-03-01',
  });
  return out.join('');
}

describe('what an editor says of a report', () => {
  const figure = (value: string) => `as_of: 2023\nmetrics: { racks: ${value} }`;
  const accepted: [name: string, text: string][] = [
    ['a number', figure('120000')],
    ['a number with thousands', figure('"120,000"')],
    ['a number with a multiplier', figure('12万')],
    ['a percentage', figure('5.4%')],
    ['a bound', figure('">93,000"')],
    ['a year as a day', 'as_of: 2023\nmetrics: { racks: 1 }'],
    ['a month as a day', 'as_of: 2023-11\nmetrics: { racks: 1 }'],
    ['a title that is a number', 'report: 2023\nas_of: 2023\nmetrics: { racks: 1 }'],
    ['a long form', figure('{ value: 1.3, counts: all, scope: { part: one operator }, rounded_to: 1000 }')],
  ];
  test.each(accepted)('%s is right', (_name, text) => {
    expect(errorsOf(validators.report, asEditor(text))).toEqual([]);
  });

  const refused: [name: string, text: string][] = [
    ['a mistyped key', 'as_of: 2023\npublishd: 2024-01-01\nmetrics: { racks: 1 }'],
    ['an unquoted thousands separator', figure('{ value: 233,600 }')],
    ['an unknown status', figure('{ value: 1, status: finall }')],
    ['a day in another form', 'as_of: 31.12.2023\nmetrics: { racks: 1 }'],
    ['a list where one figure stands', figure('[1, 2]')],
    ['a true or false where a figure stands', figure('true')],
    ['nothing where a figure stands', figure('')],
  ];
  test.each(refused)('%s is wrong', (_name, text) => {
    expect(errorsOf(validators.report, asEditor(text))).not.toEqual([]);
  });
});
