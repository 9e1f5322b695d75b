import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { nearest } from '../../src/input/document/nearest.ts';
import { MOST_PROBLEMS } from '../../src/input/document/room.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import type { InputFormat } from '../../src/input/source/registry.ts';
import { lintPlan } from '../../src/lint/lint-plan.ts';
import { planSchema } from '../../src/model/plan.ts';
import { widthOf, wrap } from '../../src/render/layout/text.ts';

/*
 * Inputs of less than 1 MB that took minutes or gigabytes when something looked at each with each. They have so many
 * parts that a test would not end otherwise.
 */

const MANY = 60_000;
const many = (of: (index: number) => string, count = MANY): string =>
  Array.from({ length: count }, (_, index) => of(index)).join('');

const head = { plan: 'p', title: 'P', period: { from: '2021-01-01', to: '2025-12-31' } };
const plan = planSchema.parse({ ...head, indicators: { roads: { title: 'Roads', unit: 'km', kind: 'stock' } } });

const codesIn = async (format: InputFormat, text: string, of = plan) => {
  const { problems } = await readReport({ path: 'r', format, bytes: Buffer.from(text) }, of);
  return { count: problems.length, codes: [...new Set(problems.map(({ code }) => code))] };
};

describe('many keys of one mapping', () => {
  const told = { count: MOST_PROBLEMS + 1, codes: ['unknown-indicator', 'more-problems'] };

  test('YAML, read quickly', async () => {
    expect(await codesIn('yaml', `as_of: 2023\nmetrics:\n${many(index => ` k${index}: 1\n`)}`)).toEqual(told);
  });

  test('YAML, read by the full parser', async () => {
    const text = `as_of: &x 2023\nmetrics:\n${many(index => ` k${index}: 1\n`)}`;
    expect(await codesIn('yaml', text)).toEqual(told);
  });

  test('YAML, each an anchor and an alias', async () => {
    const text = `as_of: 2023\nmetrics:\n${many(index => ` k${index}: &a${index} 1\n l${index}: *a${index}\n`, 25_000)}`;
    expect(await codesIn('yaml', text)).toEqual(told);
  });

  test('JSON', async () => {
    expect(await codesIn('json', `{"as_of":"2023","metrics":{"roads":1${many(index => `,"k${index}":1`)}}}`)).toEqual(
      told,
    );
  });

  test('one line of NDJSON', async () => {
    const text = `{"as_of":"2023","metrics":{"roads":1${many(index => `,"k${index}":1`)}}}`;
    expect(await codesIn('ndjson', text)).toEqual(told);
  });

  test('keys of a figure that nobody knows', async () => {
    const text = `{"indicator":"roads","value":1,"as_of":"2023"${many(index => `,"k${index}":1`)}}`;
    expect(await codesIn('ndjson', text)).toEqual({
      count: MOST_PROBLEMS + 1,
      codes: ['unknown-key', 'more-problems'],
    });
  });
});

describe('many problems are told as far as anybody reads them', () => {
  test.each<[InputFormat, string, string]>([
    ['csv', `indicator,value,as_of\n${'x\n'.repeat(400_000)}`, 'row-too-short'],
    ['csv', `indicator,value,as_of\n${many(index => `roads,x${index},2023\n`, 40_000)}`, 'bad-quantity'],
    ['yaml', '"'.repeat(900_000), 'yaml-syntax'],
    ['yaml', '['.repeat(900_000), 'yaml-syntax'],
    ['yaml', `- a:\n${' '.repeat(2)}a:\n`.repeat(60_000), 'duplicate-key'],
    ['yaml', `a: "${'\\\n'.repeat(400_000)}`, 'yaml-syntax'],
    ['yaml', `&a [b]\n${'['.repeat(900_000)}`, 'beyond-limit'],
    ['yaml', `]${']'.repeat(900_000)}`, 'yaml-syntax'],
    ['yaml', 'a:\n'.repeat(180_000), 'duplicate-key'],
    ['yaml', `as_of: 2023\nobservations: [${'1,'.repeat(400_000)}1]\n`, 'wrong-type'],
    ['json', `[${'1,'.repeat(400_000)}1]`, 'wrong-type'],
    ['json', '{'.repeat(99) + ','.repeat(800_000), 'json-syntax'],
  ])('%s %#', async (format, text, code) => {
    const { count, codes } = await codesIn(format, text);
    expect(count).toBeLessThanOrEqual(MOST_PROBLEMS + 2);
    expect(codes).toContain(code);
  });

  test('an error behind many warnings is told', async () => {
    const bounded = planSchema.parse({
      ...head,
      indicators: { roads: { title: 'R', unit: 'km', kind: 'stock', plausible: { max: '1' } } },
    });
    const text = `indicator,value,as_of\n${'roads,2,2023\n'.repeat(12_000)}rails,1,2023\n`;
    const { codes } = await codesIn('csv', text, bounded);
    expect(codes).toEqual(['implausible', 'unknown-indicator', 'more-problems']);
  });
});

describe('figures of one day', () => {
  const target = { id: 't', indicator: 'roads', at_least: '5000', by: '2025-12-31' };
  const measures = [{ id: 'm', title: 'M', targets: [target] }];
  const indicators = { roads: { title: 'Roads', unit: 'km', kind: 'level' } };
  const judged = planSchema.parse({ ...head, authorities: ['P0', 'P1', 'P2'], indicators, measures });
  const publishedOn = (index: number) => new Date(Date.UTC(2024, 0, 1 + (index % 700))).toISOString().slice(0, 10);

  test.each<[string, (index: number) => string]>([
    ['each later one holding the one before', index => `>${40_000 - index},P`],
    ['each later one denying the one before', index => `${index},P`],
    ['of ranked publishers', index => `${index % 997},P${index % 3}`],
    ['each of another publisher', index => `${index},Q${index}`],
  ])('%s', async (_, cells) => {
    const rows = many(index => `roads,2023-12-31,${publishedOn(index)},${cells(index)}\n`, 20_000);
    const bytes = Buffer.from(`indicator,as_of,published,value,publisher\n${rows}`);
    const { report } = await readReport({ path: 'r', format: 'csv', bytes }, judged);
    const { assessments } = assess(judged, report?.observations ?? []);
    const { used = [], setAside = [] } = assessments[0]?.evidence ?? {};
    expect(used.length + setAside.length).toBe(20_000);
  });
});

describe('a plan with very many', () => {
  const rest = '{ title: I, unit: u, kind: stock }';
  const planOf = (targets: string, more = '') =>
    `plan: p\ntitle: P\nperiod: { from: 2021-01-01, to: 2025-12-31 }\n${more}indicators:\n i: ${rest}\nmeasures:\n - id: m\n   title: M\n   targets:\n${targets}`;
  const target = (index: number, more = '') =>
    `    - { id: t${index}, indicator: i, at_least: 5, by: 2025-12-31${more} }\n`;
  const lint = async (text: string) => {
    const { problems, findings } = await lintPlan({ path: 'plan.yaml', bytes: Buffer.from(text) });
    return [...new Set([...problems, ...findings].map(({ code }) => code))];
  };

  test('targets that supersede each other', async () => {
    const codes = await lint(planOf(many(index => target(index, `, supersedes: t${index + 1}`), 12_000)));
    expect(codes).toContain('two-targets-one-indicator');
    expect(codes).toContain('unknown-target');
  });

  test('milestones, of which each is twice and leads away from the goal', async () => {
    const day = (index: number) => new Date(Date.UTC(1970, 0, 1 + (index % 9000))).toISOString().slice(0, 10);
    const path = many(index => `{ by: ${day(index)}, value: ${20_000 - index} },`, 18_000);
    const baseline = '{ value: 0, as_of: 1969-12-31 }';
    const codes = await lint(planOf(target(0, `, baseline: ${baseline}, path: [${path}]`)));
    expect(codes).toEqual(expect.arrayContaining(['milestone-twice', 'path-backwards']));
  });

  test('targets of unknown indicators, and sources nobody states', async () => {
    const named = many(
      index => `    - { id: t${index}, indicator: x${index}, at_least: 5, by: 2025-12-31, source: [s${index}] }\n`,
      10_000,
    );
    const sources = `sources:\n${many(index => ` g${index}: { publisher: P }\n`, 10_000)}`;
    const codes = await lint(planOf(named, sources));
    expect(codes).toEqual(expect.arrayContaining(['unknown-indicator', 'unknown-source', 'more-problems']));
  });

  test('regions, all of them twice, each with a goal', async () => {
    const regions = `regions:\n${many(index => ` - { id: r${index % 8000}, title: R }\n`, 16_000)}`;
    const goals = many(index => `        r${index}: { at_least: 1 }\n`, 8000);
    const codes = await lint(
      planOf(
        `    - id: t\n      indicator: i\n      at_least: 5\n      by: 2025-12-31\n      regions:\n${goals}`,
        regions,
      ),
    );
    expect(codes).toContain('region-twice');
  });
});

describe('the nearest name', () => {
  test('is not looked for in what nobody typed', () => {
    expect(nearest('a'.repeat(900_000), ['b'.repeat(900_000)])).toBeUndefined();
    expect(nearest('a'.repeat(100), [`${'a'.repeat(99)}b`])).toBe(`${'a'.repeat(99)}b`);
  });

  test('is not looked for without end', () => {
    const known = Array.from({ length: 20_000 }, (_, index) => `name-${index}`);
    for (let index = 0; index < 20_000; index++) nearest(`nane-${index}`, known);
    expect(nearest('nane-0', known)).toBe('name-0');
  });

  test('is the first of those that are equally near, whatever its length', () => {
    expect(nearest('roads', ['roadsxx', 'roadx', 'roasd', 'roadsx'])).toBe('roadx');
    expect(nearest('roads', ['roadsx', 'roadx', 'road'])).toBe('roadsx');
    expect(nearest('ROADS', ['Road', 'railway'])).toBe('Road');
    expect(nearest('roads', ['railway', 'r'])).toBeUndefined();
  });
});

describe('a text of very many characters is measured and broken', () => {
  test.each([
    ['万', 2],
    ['a', 1],
    ['"', 1],
    ['、', 2],
    ['👨‍👩‍👧‍👦', 2],
  ])('%s', (sign, width) => {
    const count = Math.floor(300_000 / sign.length);
    expect(widthOf(sign.repeat(count))).toBe(width * count);
    const lines = wrap(sign.repeat(count), 80);
    expect(Math.max(...lines.map(widthOf))).toBe(80);
    expect(lines.join('')).toBe(sign.repeat(count));
  });
});
