import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Plan } from '../../src/model/plan.ts';
import { reduce } from '../../src/panel/reduce.ts';
import { describeReduction } from '../../src/panel/reduction.ts';
import { runs } from '../support/properties.ts';
import { roadsPlan } from '../support/roads-plan.ts';
import { type Fetched, fetched } from './fetched.ts';
import { contents, read } from './files.ts';

/* Lines that are nearly written as those around them: DuckDB and the reader of rows must see the same figures. */

const folder = mkdtempSync(path.join(tmpdir(), 'panel-ndjson-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function planOf(): Promise<Plan> {
  const { plan } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(roadsPlan()) });
  if (!plan) throw new Error('the plan is wrong');
  return plan;
}

const plan = await planOf();
const reduction = describeReduction(plan, {});

const line = (day: number): string =>
  `{"indicator":"loss","value":8.${day},"as_of":"2021-01-1${day}","published":"2021-02-10","region":"north","publisher":"A gazette"}`;
const around = Array.from({ length: 6 }, (_, day) => line(day));

/** What the reader of rows sees; undefined where it has anything to say. */
const readRows = (text: string): Promise<readonly Observation[] | undefined> =>
  read(text, 'panel.ndjson', plan).catch(() => undefined);

/** What DuckDB hands over; undefined where it refuses, or the reader of rows has anything to say of a row. */
async function fetch(text: string | Uint8Array, rowsAtOnce?: number): Promise<Fetched | undefined> {
  const file = path.join(folder, 'panel.ndjson');
  writeFileSync(file, text);
  const options = { tempFolder: folder, ...(rowsAtOnce !== undefined && { rowsAtOnce }) };
  const files = [{ path: file, format: 'ndjson', shown: 'panel.ndjson' }] as const;
  const found = await fetched(files, plan, reduction, options).catch(() => 'a row is wrong');
  return typeof found === 'string' ? undefined : found;
}

const kept = (observations: readonly Observation[]): string[] => contents(reduce(reduction, observations).kept);

/** They see the same, or DuckDB sees nothing. */
async function compared(text: string): Promise<Fetched | undefined> {
  const [expected, found] = [await readRows(text), await fetch(text)];
  if (!found) return undefined;
  expect(expected, 'a wrong row went unseen').toBeDefined();
  expect(kept(found.observations)).toEqual(kept(expected ?? []));
  expect(found.rows).toBe(expected?.length);
  expect(found.regions).toEqual([...new Set(expected?.map(({ region }) => region))].toSorted());
  return found;
}

const among = (...lines: readonly string[]): string => [...around, ...lines, ...around].join('\n');

const row = (more: string, value = '7', region = '"south"'): string =>
  `{"indicator":"loss","value":${value},"as_of":"2021-03-01","published":"2021-03-02","region":${region},${more}}`;

describe('a line that DuckDB reads itself', () => {
  test.each([
    ['written as those around it', row('"publisher":"A gazette"')],
    ['with an escaped letter', row(String.raw`"publisher":"A g\u0061zette \/ \\ 太\u539f"`)],
    ['with an escaped line break', row(String.raw`"publisher":"A\ngazette"`)],
    ['with an escaped letter in its region', row('"publisher":"A"', '7', String.raw`"so\u0075th"`)],
    ['with escaped quotes', row(String.raw`"publisher":"A \"gazette\""`)],
    ['with what looks like a pair in a text', row(String.raw`"publisher":"A\",\"value\":9,\"x\":\""`)],
    ['with letters of several bytes', row('"publisher":"太原市统计局 🛣️ é"')],
    ['with a comma at the end of a text', row('"publisher":"A, gazette,"')],
    ['with brackets in a text', row('"publisher":"{A} [gazette]: null"')],
    ['with keys in another order', '{"region":"south","as_of":"2021-03-01","value":7,"indicator":"loss"}'],
    ['with spaces between its tokens', '{ "indicator": "loss", "value": 7, "region": "south", "as_of": "2021-03-01" }'],
    ['with a number as a text', row('"publisher":"A"', '"7.50"')],
    ['with another key', row('"note":"A note"')],
  ])('%s', async (_what, text) => {
    const found = await compared(among(text));
    expect(found).toMatchObject({ rows: 13, lines: 0, regions: ['north', 'south'] });
  });

  test.each([
    ['no line break at the end', around.join('\n')],
    ['carriage returns before the line breaks', `${around.join('\r\n')}\r\n`],
    ['a byte order mark', `\ufeff${around.join('\n')}\n`],
    ['a few empty lines', `\n\n${around.join('\n')}\n\n  \n\t\n`],
    ['spaces between tokens', around.map(each => each.replaceAll(/([,:])"/g, '$1 "').replace(':8', ': 8')).join('\n')],
    ['no value known', around.map(each => each.replace('"A gazette"', 'null')).join('\n')],
    ['regions in digits', around.map(each => each.replace('"north"', '140100')).join('\n')],
    ['texts in escapes alone', around.map(each => each.replace('A gazette', String.raw`\u592a\u539f`)).join('\n')],
    ['two orders of keys', around.flatMap(each => [each, row('"note":"A note"')]).join('\n')],
  ])('in a file with %s', async (_what, text) => {
    expect(await compared(text)).toMatchObject({ lines: 0 });
  });
});

describe('a line for the ordinary reader', () => {
  test.each([
    ['many decimals', row('"publisher":"A"', '7.12345')],
    ['an exponent', row('"publisher":"A"', '7e0')],
    ['a null among texts', row('"publisher":null')],
    ['a number among texts', row('"publisher":5.0')],
    ['a key in escapes', row(String.raw`"publish\u0065r":"A"`)],
    ['a byte order mark in a text', row('"publisher":"\ufeffA"')],
    ['a byte order mark before a name', row('"publisher":"A"').replace('loss', '\ufeffloss')],
    ['an escaped one before a name', row('"publisher":"A"').replace('loss', String.raw`\uFEFFloss`)],
    ['a nested source', row('"source":{"publisher":"A","title":"B"}')],
    ['a region in digits', row('"publisher":"A"', '7', '140100')],
  ])('with %s', async (_what, text) => {
    expect(await compared(among(text))).toMatchObject({ rows: 13 });
  });
});

const hidden = '"as_of":"2021-03-01", "region":"south","publisher":"A"';

describe('a line of which the reader of rows has to tell', () => {
  test.each([
    ['an empty text', row('"publisher":""')],
    ['an empty text and no other row of its kind', row('"note":""')],
    ['a number with a space in it', row('"publisher":"A"', '"7 000"')],
    ['the same key twice', row('"publisher":"A","value":9')],
    ['the same key twice behind a space', row('"publisher":"A", "value":9')],
    ['another region behind a space', `{"indicator":"loss","value":7,${hidden}, "region":"north"}`],
    ['a key that no figure has', row('"colour":"red"')],
    ['a key that no figure has behind a space', row('"publisher":"A", "colour":"red"')],
    ['a comma at the end', row('"publisher":"A",')],
    ['no number', row('"publisher":"A"', 'NaN')],
    ['no text', row('"publisher":Infinity')],
    ['a number with a zero before it', row('"publisher":"A"', '07')],
    ['two values', `${row('"publisher":"A"')}${row('"publisher":"A"')}`],
    ['two values between which a carriage return stands', `${row('"publisher":"A"')}\r${row('"publisher":"A"')}`],
    ['a piece too much', `${row('"publisher":"A"')},"`],
    ['a line break in a text', row('"publisher":"A\ngazette"')],
    ['a carriage return in a text', row('"publisher":"A\rgazette"')],
    ['a tab in a text', row('"publisher":"A\tgazette"')],
    ['a control character', row('"publisher":"A\u0001"')],
    ['a byte of zero', row('"publisher":"A\0"')],
    ['half an escape', row(String.raw`"publisher":"A\u00"`)],
    ['an escape that there is not', row(String.raw`"publisher":"A\x"`)],
    ['an escaped quote at its end', row(String.raw`"publisher":"A\"`)],
    ['texts that escape each other’s quotes', row(String.raw`"publisher":"A\","note":" , \"`)],
    ['a text without its end', '{"indicator":"loss","value":7,"as_of":","region":"south"}'],
    ['a byte order mark', `\ufeff${row('"publisher":"A"')}`],
    ['one before a region', row('"publisher":"A"', '7', '"\ufeffnorth"')],
    ['another indicator', row('"publisher":"A"').replace('loss', 'lost')],
    ['no JSON', 'indicator,value'],
  ])('%s', async (_what, text) => {
    expect(await readRows(among(text))).toBeUndefined();
    expect(await fetch(among(text))).toBeUndefined();
  });

  // Names may be written in any case, and are looked up by the reader of rows.
  test('a name in capitals', async () => {
    const text = among(row('"publisher":"A"').replace('loss', 'LOSS'));
    expect(await readRows(text)).toHaveLength(13);
    expect(await fetch(text)).toBeUndefined();
  });

  test('only carriage returns end the lines', async () => {
    const text = around.join('\r');
    expect(await readRows(text)).toBeUndefined();
    expect(await fetch(text)).toBeUndefined();
  });

  test('bytes that are no UTF-8', async () => {
    expect(await fetch(Buffer.from(among(row('"publisher":"\xe9"')), 'latin1'))).toBeUndefined();
  });
});

test('a list on a line is no figure', async () => {
  expect(await fetch(among(`[${row('"publisher":"A"')}]`))).toBeUndefined();
  expect(await fetch(among('[]'))).toBeUndefined();
});

test('DuckDB refuses a file of which it did not read every byte', async () => {
  const text = around.join('\n\n\n\n\n');
  expect(await readRows(text)).toHaveLength(around.length);
  expect(await fetch(text)).toBeUndefined();
});

test('a line of some megabytes is not cut short', async () => {
  const text = among(row(`"note":"${'n'.repeat(3_000_000)}"`));
  await compared(text);
  expect(await compared(among(row(`"note":"${'n'.repeat(1_000_000)}"`)))).toMatchObject({ lines: 0, rows: 13 });
});

test('regions may be gathered a few at a time, however their names are spelled', async () => {
  const names = [
    'north',
    String.raw`n\u006frth`,
    'south',
    String.raw`\u0073outh`,
    '太原',
    String.raw`\u592a原`,
    'west',
  ];
  const text = names.map((region, index) => line(index).replace('north', region)).join('\n');
  const [whole, some] = [await fetch(text), await fetch(text, 2)];
  expect(some?.regions.toSorted()).toEqual(['north', 'south', 'west', '太原']);
  expect(contents(some?.observations ?? [])).toEqual(contents(whole?.observations ?? []));
  expect(some?.rows).toBe(names.length);
});

const SNIPPETS = [
  ...['"', '\\', '\\\\', ',', ',"', '":"', ':', ' ', '  ', '\t', '\r', '\n', '{', '}', '[', ']', 'null', '0', '-', '.'],
  ...[',"region":"south"', '", "region":"south', ', "note":"x"', '"note":"x",', ',"note":null', ',"value":9', '\\"'],
  ...['\\u0041', '\\n', '\u0001', '\ufeff', '\u00a0', '太', '🛣', ' "', '" ', ',}', ', "', '": "', '\r\n', '\n\n'],
];

test('whatever is put into lines or taken out of them', async () => {
  let seen = 0;
  const change = fc.record({
    at: fc.nat(400),
    take: fc.constantFrom(0, 0, 0, 1, 2, 10),
    put: fc.constantFrom(...SNIPPETS),
  });
  const spaced = (text: string) => text.replaceAll(/([,:])(?=["\d])/g, '$1 ');
  const start = [line(1), line(2), row('"note":"A, \\"note\\""')].join('\n');
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), fc.boolean(), async (changes, isSpaced) => {
      const changed = changes.reduce(
        (text, { at, take, put }) => `${text.slice(0, at)}${put}${text.slice(at + take)}`,
        isSpaced ? spaced(start) : start,
      );
      const others = isSpaced ? around.map(spaced) : around;
      if (await compared([...others, changed, ...others].join('\n'))) seen++;
    }),
    { ...runs(0.1), endOnFailure: true },
  );
  expect(seen).toBeGreaterThan(0);
});
