import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from './support/io.ts';
import { type Diagnostic, LanguageServer } from './support/language-server.ts';

/*
 * What an editor makes of our schemas: the language server that editors run for YAML, a report with a modeline, and what it
 * offers, underlines and explains.
 */

const folder = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-'));
const server = new LanguageServer();

beforeAll(async () => {
  const { stdout } = await runCli(['schema', 'report', '--plan', 'shanxi-new-infrastructure-2021-25']);
  writeFileSync(path.join(folder, 'report.schema.json'), stdout);
  await server.start(folder);
});

afterAll(() => {
  server.stop();
  rmSync(folder, { recursive: true });
});

const ofPlan = '# yaml-language-server: $schema=./report.schema.json\n';
const shipped = (schema: string) => `# yaml-language-server: $schema=${path.resolve('schema')}/${schema}.schema.json\n`;

let opened = 0;

/** Opens a document in which `▮` is where the cursor stands. */
async function inEditor(text: string) {
  opened += 1;
  const file = path.join(folder, `${opened}.yaml`);
  const before = (text.split('▮')[0] ?? '').split('\n');
  const at = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const document = text.replace('▮', '');
  return { file, at, document, found: await server.open(file, document) };
}

const underlined = ({ document, found }: { document: string; found: readonly Diagnostic[] }): string[] =>
  found.map(
    ({ range: { start, end } }) => document.split('\n')[start.line]?.slice(start.character, end.character) ?? '',
  );

async function offered(text: string): Promise<readonly string[]> {
  const { file, at } = await inEditor(text);
  return server.completion(file, at);
}

async function explained(text: string): Promise<string> {
  const { file, at } = await inEditor(text);
  return server.hover(file, at);
}

describe('with the schema of a plan an editor', () => {
  test('offers the indicators of the plan, and no others', async () => {
    const labels = await offered(`${ofPlan}as_of: 2023-12-31\nmetrics:\n  ▮\n`);
    expect(labels).toContain('5g-base-stations');
    expect(labels).toContain('data-centre-racks');
    expect(labels).not.toContain('value');
  });

  test('offers what a figure of this indicator may count, and the regions', async () => {
    const counts = await offered(`${ofPlan}metrics:\n  data-centre-racks:\n    value: 82.78万\n    counts: ▮\n`);
    expect(counts).toContain('in-use-or-under-construction');
    expect(counts).not.toContain('own-laboratory');
    expect(await offered(`${ofPlan}region: ▮\n`)).toContain('taiyuan');
  });

  test('offers ids in a list', async () => {
    const labels = await offered(`${ofPlan}observations:\n  - indicator: ▮\n`);
    expect(labels).toContain('5g-base-stations');
  });

  test('underlines a wrong id, a wrong definition, another plan and an impossible day, and nothing else', async () => {
    const report = await inEditor(`${ofPlan}plan: another-plan
as_of: 2023-02-30
published: 2024-01-23
region: nowhere
metrics:
  5g-base-stations: 9.3万
  5g-base-stationz: 3
  data-centre-racks:
    value: 82.78万
    counts: own-laboratory
`);
    expect(underlined(report).toSorted()).toEqual(
      ['another-plan', '2023-02-30', 'nowhere', '5g-base-stationz', 'own-laboratory'].toSorted(),
    );
    expect(report.found.map(({ message }) => message).join()).toContain('不是有效的日期');
  });

  test('underlines nothing where things are called by their titles', async () => {
    const report = await inEditor(`${ofPlan}region: 太原市
as_of: 2023年底
metrics:
  数据中心机架: { value: 3万架, counts: planned }
observations:
  - { indicator: 5G base stations, value: 9.3万, as_of: 2023 }
`);
    expect(underlined(report)).toEqual([]);
  });

  test('explains in both languages', async () => {
    const indicator = await explained(`${ofPlan}metrics:\n  5g-base-▮stations: 9.3万\n`);
    expect(indicator).toMatch(/5G base stations[\s\S]*5G基站/);
    expect(await explained(`${ofPlan}publi▮shed: 2024-01-23\n`)).toMatch(/the figure was known[\s\S]*数据公布的日期/);
  });
});

test('nothing is underlined in the examples of docs/editor.md', async () => {
  const text = readFileSync('docs/editor.md', 'utf8').replaceAll('./node_modules/shanxi-plan/', `${process.cwd()}/`);
  const examples = [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, example = '']) => example);
  expect(examples).toHaveLength(2);
  for (const example of examples) expect(underlined(await inEditor(example))).toEqual([]);
  expect(text).toContain('shanxi-plan schema report --plan shanxi-new-infrastructure-2021-25 > report.schema.json');
});

describe('with a schema that ships an editor', () => {
  test('explains what stands in a plan', async () => {
    const text = `${shipped('plan')}plan: a\ntitle: A\nperiod: { from: 2021, to: 2025 }\nindicators:\n  a: { title: A, unit: b, kind: stock, mono▮tone: true }\n`;
    expect(await explained(text)).toMatch(/only rise[\s\S]*只增不减/);
  });

  test('underlines a day that is none in a waiver, and offers its keys', async () => {
    const waiver = await inEditor(`${shipped('waivers')}waivers:
  - target: racks-2025
    verdicts: [missed]
    reason: moved
    approver: DRC
    document: No. 12
    from: 2025-13-01
    until: 2026
`);
    expect(underlined(waiver)).toEqual(['2025-13-01']);
    expect(await offered(`${shipped('waivers')}waivers:\n  - target: a\n    ▮\n`)).toContain('approver');
  });
});
