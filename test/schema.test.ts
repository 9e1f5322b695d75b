import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemaFiles } from '../scripts/schema.ts';
import { parseDay } from '../src/values/day-notation.ts';
import { runCli } from './support/io.ts';

const files = schemaFiles();
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
// What editors say in the place of a pattern; a validator has no use for it.
ajv.addKeyword('patternErrorMessage');
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

  test('describe every key in English and in Chinese', () => {
    const keys = Object.values(files).flatMap(text => keysIn(JSON.parse(text)));
    expect(keys.length).toBeGreaterThan(1000);
    const isInBoth = (words: string) => /^[^\n]*[a-z][^\n]*\n.*\p{Script=Han}/u.test(words);
    expect(keys.filter(({ description }) => !isInBoth(description))).toEqual([]);
  });
});

function keysIn(node: unknown): { key: string; description: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, part]) => [
    ...(name === 'properties'
      ? Object.entries(part as object).map(([key, { description = '' }]) => ({ key, description }))
      : []),
    ...keysIn(part),
  ]);
}

describe('the pattern of a day', () => {
  const schema = JSON.parse(files['report.schema.json'] ?? '');
  const pattern = new RegExp(schema.$defs.day.anyOf[0].pattern, 'u');

  test.each([
    '2023-02-30',
    '2023-13-01',
    '1900-02-29',
    '2023-13',
    '2023年2月30日',
    '2023/04/31',
    '31.12.2023',
    'soon',
    '20231231',
  ])('underlines %s', text => {
    expect(parseDay(text).ok).toBe(false);
    expect(pattern.test(text)).toBe(false);
  });

  test('lets through whatever is read', () => {
    const two = fc.integer({ min: 0, max: 32 }).map(number => String(number).padStart(2, '0'));
    const piece = fc.oneof(
      fc.integer({ min: 1890, max: 2105 }).map(String),
      two,
      two.map(text => String(Number(text))),
      fc.constantFrom(
        ...'-/. 年月日号末底份Q季度第一二34半上下HhM截至到前全',
        '年1-',
        '前三季度',
        '上半年',
        '季度',
        '年底',
        '年度',
        ' 00:00',
        'T00:00:00Z',
      ),
    );
    const shapes = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map(parts => parts.join('')),
      fc
        .tuple(fc.integer({ min: 1890, max: 2105 }), fc.constantFrom('-', '/', '.'), two, two)
        .map(([y, by, m, d]) => [y, m, d].join(by)),
      fc.tuple(fc.integer({ min: 1890, max: 2105 }), two, two).map(([y, m, d]) => `${y}年${m}月${d}日`),
    );
    fc.assert(
      fc.property(shapes, text => {
        if (parseDay(text).ok) expect(text).toMatch(pattern);
        else if (/^\d{4}-\d\d-\d\d$/.test(text)) expect(text).not.toMatch(pattern);
      }),
      { numRuns: 3000 },
    );
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

test.each([
  [['schema', 'plan', '--plan', 'shanxi-new-infrastructure-2021-25'], '--plan is of report'],
  [['schema', 'report', '--plan', 'no-such-plan'], 'no-such-plan'],
])('%j is refused', async (argv, said) => {
  const { code, stdout, stderr } = await runCli(argv);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(said);
});

test.each(readdirSync('plan').map(name => name.replace('.yaml', '')))(
  'the schema of reports of %s is one, and takes its indicators only',
  async plan => {
    const schema = JSON.parse(await printedBy(['schema', 'report', '--plan', plan]));
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
    const [id = ''] = Object.keys(schema.properties.metrics.properties);
    expect(validate({ plan, metrics: { [id]: 1 } })).toBe(true);
    expect(validate({ plan, metrics: { [`${id}z`]: 1 } })).toBe(false);
    expect(validate({ observations: [{ indicator: id, value: 1 }] })).toBe(true);
    expect(validate({ observations: [{ indicator: `${id}z`, value: 1 }] })).toBe(false);
  },
);

const printedBy = async (argv: string[]): Promise<string> => (await runCli(argv)).stdout;
