import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as sheetJs from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

const langs = ['en', 'zh'] as const;
const formats = ['csv', 'xlsx', 'yaml'] as const;
const all = langs.flatMap(lang => formats.map(format => ({ lang, format })));

/** What stands in the form of each language, and a figure for it. */
const stations = { en: '5G base stations', zh: '5G基站' };
const day = { en: 'as_of', zh: '日期' };
const DAY = '2025-12-31';
const VALUE = 130_000;

type Fill = (file: string, lang: (typeof langs)[number], counts: string | undefined) => Promise<void>;

const fill: Readonly<Record<(typeof formats)[number], Fill>> = {
  csv: async (file, lang, counts) => {
    const text = await readFile(file, 'utf8');
    const filled = text
      .replace(`\n${day[lang]},`, `\n${day[lang]},${DAY}`)
      .replace(new RegExp(`\n(${stations[lang]}),,([^,]*),([^,]*),`), (_, name, unit, choice) =>
        ['\n', name, ',', VALUE, ',', unit, ',', counts ?? choice, ','].join(''),
      );
    expect(filled.split(String(VALUE))).toHaveLength(2);
    await writeFile(file, filled);
  },
  xlsx: async (file, lang, counts) => {
    const book = sheetJs.read(await readFile(file), { cellStyles: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    if (!sheet) throw new Error('no sheet');
    const rows = sheetJs.utils.sheet_to_json<(string | null)[]>(sheet, { header: 1, defval: null });
    const rowOf = (name: string) => rows.findIndex(([first]) => first === name) + 1;
    const put = (cell: string, value: string | number) =>
      sheetJs.utils.sheet_add_aoa(sheet, [[value]], { origin: cell });
    put(`B${rowOf(day[lang])}`, DAY);
    put(`B${rowOf(stations[lang])}`, VALUE);
    if (counts !== undefined) put(`D${rowOf(stations[lang])}`, counts);
    await writeFile(file, sheetJs.write(book, { type: 'buffer', bookType: 'xlsx' }));
  },
  yaml: async (file, _, counts) => {
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text
        .replace(/^# as_of: \S+/m, `as_of: ${DAY}`)
        .replace('# 5g-base-stations:', `5g-base-stations: { value: ${VALUE}, counts: ${counts} }`),
    );
  },
};

describe('a form of init', () => {
  test.each(all)('checks as soon as it is filled in, and replaces nothing ($format, $lang)', ({ lang, format }) =>
    inTemporaryFolder({}, async cwd => {
      const file = `metrics.${format}`;
      const written = await runCli(['init', '--format', format, '--lang', lang], { cwd });
      expect([written.code, written.stderr]).toStrictEqual([0, expect.stringContaining(`shanxi-plan check ${file}`)]);
      const again = await runCli(['init', file], { cwd });
      expect([again.code, again.stderr]).toStrictEqual([2, expect.stringContaining('exists already')]);
      await fill[format](path.join(cwd, file), lang, 'built');
      // What nobody filled in, a day or a publisher, is nothing that the form says.
      if (format === 'yaml')
        expect(Object.keys(parse(await readFile(path.join(cwd, file), 'utf8')))).toEqual(['plan', 'as_of', 'metrics']);
      const { code, stdout, stderr } = await runCli(['check', file, '--only', '5g-stations-2025', '--format', 'json'], {
        cwd,
        today: '2026-06-30',
      });
      expect(code, stderr).toBe(0);
      expect(JSON.parse(stdout).assessments[0]).toMatchObject({ verdict: 'met', value: { nominal: VALUE } });
      if (format !== 'yaml') expect(stderr).toMatch(/nothing reported in 17 cells/);
      expect(stderr).not.toContain('warning');
    }),
  );

  test.each([
    { format: 'csv', cell: 'metrics.csv:7:' },
    { format: 'xlsx', cell: 'metrics.xlsx:Form!B7' },
    { format: 'yaml', cell: 'metrics.yaml:9:' },
  ] as const)('that nobody filled in is refused at a cell to fill in ($format)', ({ format, cell }) =>
    inTemporaryFolder({}, async cwd => {
      await runCli(['init', '--format', format], { cwd });
      const { code, stderr } = await runCli(['check', `metrics.${format}`], { cwd });
      expect([code, stderr]).toStrictEqual([2, expect.stringContaining(`${cell}`)]);
      expect(stderr).toContain('[nothing-reported]');
    }),
  );

  test.each(['csv', 'xlsx'] as const)('asks for the definition of a figure, by its cell (%s)', format =>
    inTemporaryFolder({}, async cwd => {
      const file = `metrics.${format}`;
      await runCli(['init', file, '--lang', 'zh'], { cwd });
      await fill[format](path.join(cwd, file), 'zh', undefined);
      const { code, stderr } = await runCli(['check', file], { cwd });
      expect([code, stderr]).toStrictEqual([
        2,
        expect.stringMatching(/:(11:\d+|填报表!D11): error: "\?" is left open here[\s\S]*one of: built, opened, /),
      ]);
    }),
  );

  test.each(langs)('of a plan that plan init wrote, which lints clean, checks (%s)', lang =>
    inTemporaryFolder({}, async cwd => {
      const run = (...argv: string[]) => runCli([...argv, '--lang', lang], { cwd, today: '2026-12-31' });
      expect(await run('plan', 'init', 'own.yaml')).toMatchObject({ code: 0 });
      expect(await run('plan', 'init', 'own.yaml')).toMatchObject({ code: 2 });
      const { findings, problems } = JSON.parse((await run('plan', 'lint', 'own.yaml', '--format', 'json')).stdout);
      expect([findings, problems]).toStrictEqual([[], []]);
      await run('init', 'form.csv', '--plan', 'own.yaml');
      const form = await readFile(path.join(cwd, 'form.csv'), 'utf8');
      const filled = form
        .replace(`\n${day[lang]},`, `\n${day[lang]},2026-06-30`)
        .replace(/(charging points|公共充电桩),,([^,]*),[^,]*,/i, '$1,6000,$2,in-service,');
      await writeFile(path.join(cwd, 'form.csv'), filled);
      const { code, stdout, stderr } = await run('check', 'form.csv', '--plan', 'own.yaml', '--format', 'json');
      expect([code, stderr.includes('error')]).toStrictEqual([0, false]);
      expect(JSON.parse(stdout).assessments[0]).toMatchObject({ verdict: 'on-schedule', value: { nominal: 6000 } });
      const texts = await Promise.all(['own.yaml'].map(name => readFile(path.join(cwd, name), 'utf8')));
      for (const text of texts) expect(text).toMatch(/^# yaml-language-server: \$schema=\.\/node_modules/);
    }),
  );

  test('is one of any plan, and is not written where the plan or the name is wrong', () =>
    inTemporaryFolder({}, async cwd => {
      const eu = 'eu-digital-decade-2030';
      const { stderr } = await runCli(['init', 'eu.csv', '--plan', eu], { cwd });
      expect(stderr).toContain(`shanxi-plan check eu.csv --plan ${eu}`);
      expect(await readFile(path.join(cwd, 'eu.csv'), 'utf8')).toContain(`plan,${eu}`);
      expect(await runCli(['init', '--plan', 'none'], { cwd })).toMatchObject({ code: 2 });
      expect(await runCli(['init', 'a.xlsx', '--format', 'csv'], { cwd })).toMatchObject({ code: 2 });
      expect(await runCli(['init', 'a.parquet'], { cwd })).toMatchObject({ code: 2 });
    }));

  test('as a workbook has lists to choose from, and notes in both languages', () =>
    inTemporaryFolder({}, async cwd => {
      await runCli(['init', 'form.xlsx', '--lang', 'zh'], { cwd });
      const { readXlsx } = await import('hucre/xlsx');
      const book = await readXlsx(await readFile(path.join(cwd, 'form.xlsx')));
      const [form, notes] = book.sheets;
      const lists = form?.dataValidations ?? [];
      expect(lists.find(({ range }) => range === 'E7:E24' || range === 'F7:F24')?.values).toContain('provisional');
      const [, from = 0, to = 0] =
        /^'说明'!\$E\$(\d+):\$E\$(\d+)$/.exec(lists.find(({ range }) => range === 'D11')?.formula1 ?? '') ?? [];
      const rows = notes?.rows.slice(Number(from) - 1, Number(to)) ?? [];
      expect(rows.map(row => row[4])).toStrictEqual(['built', 'opened', 'completed-and-delivered', 'started']);
      expect(rows[0]).toEqual(expect.arrayContaining(['5g-base-stations', '5G基站', '5G base stations']));
    }));
});
