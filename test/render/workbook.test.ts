import { type CellObject, utils, type WorkBook } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { limitsFor } from '../../src/input/document/limits.ts';
import { openArchive } from '../../src/input/xlsx/zip.ts';
import { contentOf } from '../../src/input/xlsx/zip-content.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import { wordsIn } from '../../src/render/words/registry.ts';
import { analyses, hostile, languages, rendered } from './analyses.ts';
import { severitiesIn } from './readers/reader.ts';
import { gapRows, rowsOf, workbookOf } from './readers/workbook.ts';

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const archive = openArchive(bytes, limitsFor());
  const entry = 'entries' in archive && archive.entries.get(name);
  if (!entry) throw new Error(`there is no ${name}`);
  const pieces: Uint8Array[] = [];
  for await (const piece of contentOf(archive, entry)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const cellsOf = (sheet: object): [string, CellObject][] =>
  Object.entries(sheet).filter(([address]) => !address.startsWith('!')) as [string, CellObject][];

describe('the workbook', () => {
  test.each([
    ['en', ['Overview', 'Gap analysis', 'Summary', 'Evidence', 'Settings']],
    ['zh', ['概况', '差距分析', '汇总', '依据', '设定']],
  ] as const)('has its sheets (%s)', async (lang, names) => {
    expect(workbookOf(await rendered('xlsx', await hostile(), lang)).SheetNames).toEqual(names);
  });

  test.each(languages)('holds no formula, whatever a text begins with (%s)', async lang => {
    const book = workbookOf(await rendered('xlsx', await hostile(), lang));
    const cells = Object.values(book.Sheets).flatMap(sheet => cellsOf(sheet));
    expect(cells.some(([, { v }]) => String(v).startsWith('='))).toBe(true);
    expect(cells.filter(([, { f }]) => f !== undefined)).toEqual([]);
  });

  test('has numbers and days where there are numbers and days', async () => {
    const book = workbookOf(await rendered('xlsx', await hostile()));
    const sheet = book.Sheets['Gap analysis'] ?? {};
    const [heading = {}] = rowsOf(sheet);
    const names = Object.keys(heading);
    const address = (title: string, row: number) => `${column(names.indexOf(title))}${row}`;
    const formula = sheet as Record<string, CellObject>;
    expect(formula[address('Goal', 3)]).toMatchObject({ t: 'n', v: 100 });
    expect(formula[address('Reported', 3)]).toMatchObject({ t: 'n', v: 120 });
    expect(formula[address('Done', 3)]).toMatchObject({ t: 'n', w: '120.0%' });
    expect(formula[address('By', 3)]).toMatchObject({ t: 'n', w: '2025-12-31' });
    expect(formula[address('Target', 4)]).toMatchObject({ t: 's', v: '+1' });
  });

  test('freezes its headings and gives columns a width', async () => {
    const book = workbookOf(await rendered('xlsx', await hostile()));
    const files = (book as unknown as { files: Record<string, { content: Uint8Array }> }).files;
    const sheets = Object.entries(files).filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(5);
    const panes = sheets.map(([, { content }]) => /<pane ySplit="(\d+)"/.exec(new TextDecoder().decode(content))?.[1]);
    const heading = rowIn(book, 'Overview', 'Target') + 1;
    expect(panes).toEqual([String(heading), '1', '1', '1', undefined]);
    for (const sheet of Object.values(book.Sheets))
      expect(sheet['!cols']?.every(({ width = 0 }) => width >= 8 && width <= 60)).toBe(true);
  });

  test('says how many figures it has no room for', async () => {
    const analysis = await hostile();
    const [assessment] = analysis.assessments.filter(({ evidence }) => evidence.used.length > 0);
    if (!assessment) throw new Error('no figure is used');
    const used = Array.from(
      { length: 10_002 },
      () => assessment.evidence.used[0] as (typeof assessment.evidence.used)[0],
    );
    const alone = { ...analysis, assessments: [{ ...assessment, evidence: { used, setAside: [] } }] };
    const texts = await partOf((await rendered('xlsx', alone)) as Uint8Array, 'xl/sharedstrings.xml');
    expect(texts).toContain('and 2 more: --format json lists every figure');
  });

  test('has one row a target, and every figure used or set aside', async () => {
    for (const analysis of Object.values(analyses)) {
      const { assessments } = await analysis;
      const book = workbookOf(await rendered('xlsx', await analysis));
      expect(gapRows(book, 'en')).toHaveLength(assessments.length);
      const figures = assessments.flatMap(({ evidence }) => [...evidence.used, ...evidence.setAside]);
      expect(rowsOf(book.Sheets['Evidence'])).toHaveLength(figures.length);
    }
  });

  test('brings notes and publishers back', async () => {
    const rows = rowsOf(workbookOf(await rendered('xlsx', await hostile())).Sheets['Evidence']);
    const used = rows.find(row => row['Target id'] === 'formula');
    expect(used).toMatchObject({
      Use: 'used',
      Note: '+1\n@x | ]]> \u202e',
      Publisher: '=Publisher() | <b>bold</b> ␛[1m',
      URL: "javascript:alert('<>')",
      File: 'fixtures/hostile/report.yaml',
      Line: 10,
    });
  });
});

describe('the sheet that may be handed on', () => {
  test.each(languages)(
    'begins with the plan, the day and the counts, and has each target once, worst first (%s)',
    async lang => {
      const analysis = (await analyses['the real data in 2026']) as Analysis;
      const book = workbookOf(await rendered('xlsx', analysis, lang));
      const [name = ''] = book.SheetNames;
      const rows = utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, defval: '' });
      const words = wordsIn(lang);
      const { failing, inOrder } = analysis.summary.range;
      expect(rows[0]?.[0]).toBe(analysis.plan.title[lang]);
      expect(rows[1]?.[0]).toContain('2026-06-30');
      expect(severitiesIn(rows[2]?.[0] ?? '', lang)).toMatchObject({ fail: 2, undecided: 13, ok: 3 });
      expect(rows[3]?.[0]).toBe(words.screen.whatever(failing, inOrder));
      const top = rowIn(book, name, words.table.columns.target);
      const byId = new Map(analysis.assessments.map(each => [each.target, each]));
      expect(rows.slice(top + 1).map(([title]) => title)).toEqual(
        analysis.summary.worstFirst.map(id => byId.get(id)?.title[lang]),
      );
      expect(rows[top + 1]?.[9]).toBe(`✘ ${words.verdict.missed.name}`);
    },
  );

  test('has a colour and a word for each verdict, and says how it is printed', async () => {
    const book = workbookOf(await rendered('xlsx', (await analyses['the real data in 2026']) as Analysis));
    const sheet = book.Sheets['Overview'] as Record<string, { s?: { fgColor?: { rgb?: string } }; v?: string }>;
    const top = rowIn(book, 'Overview', 'Target');
    const colours = new Map<string, string>();
    for (let row = top + 2; sheet[`J${row}`]; row++)
      colours.set(sheet[`J${row}`]?.v ?? '', sheet[`J${row}`]?.s?.fgColor?.rgb ?? '');
    expect([...colours.keys()]).toEqual(['✘ missed', '? undecided', '✔ met early']);
    expect(new Set(colours.values()).size).toBe(3);
    const xml = await partOf((await rendered('xlsx', await hostile())) as Uint8Array, 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/orientation="landscape"/);
    expect(xml).toMatch(/fitToWidth="1"/);
  });
});

test('no number has a point with nothing behind it', async () => {
  for (const analysis of Object.values(analyses)) {
    const book = workbookOf(await rendered('xlsx', await analysis));
    const shown = Object.values(book.Sheets).flatMap(sheet =>
      cellsOf(sheet).flatMap(([, { t, w = '' }]) => (t === 'n' ? [w] : [])),
    );
    expect(shown.length).toBeGreaterThan(50);
    expect(shown.filter(text => /\d\.$/.test(text))).toEqual([]);
  }
});

test('a number that is not whole keeps its decimals, and a whole one has its separators', async () => {
  const book = workbookOf(await rendered('xlsx', (await analyses['the real data in 2026']) as Analysis));
  const sheet = book.Sheets['Gap analysis'] ?? {};
  const shown = cellsOf(sheet).map(([, { w }]) => w);
  expect(shown).toContain('1.3');
  expect(shown).toContain('5.4');
  expect(shown).toContain('500,000');
});

/** The row of a sheet, from 0, in whose first cell a text stands. */
const rowIn = (book: WorkBook, name: string, text: string): number =>
  utils
    .sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, defval: '' })
    .findIndex(([first]) => first === text);

/** `A` for 0, `AB` for 27. */
const column = (index: number): string =>
  (index >= 26 ? column(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
