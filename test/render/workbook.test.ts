import type { CellObject } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { limitsFor } from '../../src/input/document/limits.ts';
import { openArchive } from '../../src/input/xlsx/zip.ts';
import { contentOf } from '../../src/input/xlsx/zip-content.ts';
import { analyses, hostile, languages, rendered } from './analyses.ts';
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
    ['en', ['Gap analysis', 'Summary', 'Evidence']],
    ['zh', ['差距分析', '汇总', '依据']],
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
    expect(sheets).toHaveLength(3);
    for (const [, { content }] of sheets)
      expect(new TextDecoder().decode(content)).toMatch(/<pane ySplit="1" topLeftCell="A2" state="frozen"/);
    for (const sheet of Object.values(book.Sheets))
      expect(sheet['!cols']?.every(({ width = 0 }) => width >= 8 && width <= 50)).toBe(true);
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

/** `A` for 0, `AB` for 27. */
const column = (index: number): string =>
  (index >= 26 ? column(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
