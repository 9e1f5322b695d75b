import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/input/report/read-report.ts';
import { planSchema } from '../../src/model/plan.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

const PLAN = {
  plan: 'p',
  title: 'p',
  period: { from: '2021-01-01', to: '2025-12-31' },
  region: 'all',
  regions: [
    { id: 'all', title: 'all' },
    { id: '太原', title: { en: 'Taiyuan', zh: '太原' } },
    { id: 'north', title: 'north' },
  ],
  indicators: { a: { title: 'A', unit: 'km', kind: 'stock', counts: { built: 'same', open: 'part' } } },
  measures: [
    { id: 'm', title: 'M', targets: [{ id: 't', indicator: 'a', at_least: '9', by: '2025-12-31', regions: 'each' }] },
  ],
};
const CSV = 'indicator,value,as_of\na,5,2023-12-31\n';
const JSON_LINE = '{"indicator":"a","value":5,"as_of":"2023-12-31"}\n';

async function read(file: string, text = CSV) {
  const { report, problems } = await readReport({ path: file, bytes: Buffer.from(text) }, planSchema.parse(PLAN));
  const [one] = report?.observations ?? [];
  const { publisher } = one?.source ?? {};
  const said = [one?.region, one?.counts ?? null, ...(publisher ? [publisher] : [])];
  return problems.length > 0 ? problems.map(({ code }) => code).join() : said;
}

describe('a folder that engines name after a column', () => {
  it.each<[path: string, text: string, is: unknown]>([
    ['region=north/part-0.csv', CSV, ['north', null]],
    ['region=north/part-0.ndjson', JSON_LINE, ['north', null]],
    ['out/counts=open/region=north/part-0.csv', CSV, ['north', 'open']],
    ['region=%E5%A4%AA%E5%8E%9F/part-0.csv', CSV, ['太原', null]],
    ['region=太原/part-0.csv', CSV, ['太原', null]],
    ['region=__HIVE_DEFAULT_PARTITION__/part-0.csv', CSV, ['all', null]],
    ['region=north/part-0.csv', 'indicator,value,as_of,region\na,5,2023-12-31,all\n', ['all', null]],
    ['year=2023/part-0.csv', CSV, ['all', null]],
    ['region=north.csv', CSV, ['all', null]],
    ['region=south/part-0.csv', CSV, 'unknown-region'],
    ['publisher=Bureau/part-0.csv', CSV, ['all', null, 'Bureau']],
    ['flow_to=2023-12-31/part-0.csv', CSV, 'unknown-key'],
    ['unit=万/part-0.csv', CSV, 'unknown-key'],
    ['indicator=a/part-0.csv', CSV, 'unknown-key'],
  ])('%s', async (file, text, is) => {
    expect(await read(file, text)).toStrictEqual(is);
  });

  it.each<[path: string, text: string, where: unknown]>([
    ['out/region=south/part-0.csv', CSV, { file: 'out/region=south/' }],
    ['out/region=south/part-0.ndjson', JSON_LINE, { file: 'out/region=south/' }],
    ['out/unit=万/region=north/part-0.csv', CSV, { file: 'out/unit=万/' }],
    ['as_of=20x/part-0.csv', CSV.replaceAll(/,[^,]*$/gm, ''), { file: 'as_of=20x/' }],
    ['flow_to=2023-12-31/part-0.csv', CSV, { file: 'flow_to=2023-12-31/' }],
    [
      'region=north/part-0.csv',
      'indicator,value,as_of,region\na,5,2023-12-31,south\n',
      { file: 'region=north/part-0.csv', line: 2 },
    ],
    [
      'region=south/a.yaml',
      'region: sout\nas_of: 2023-12-31\nmetrics: { a: 5 }\n',
      { file: 'region=south/a.yaml', line: 1 },
    ],
  ])('%s is where it is wrong, and not the first row', async (path, text, where) => {
    const { problems } = await readReport({ path, bytes: Buffer.from(text) }, planSchema.parse(PLAN));
    expect(problems.map(({ place: { file, span } }) => ({ file, ...(span && { line: span.line }) }))).toEqual([where]);
  });

  it('divides a batch into its regions, as DuckDB and Spark write a table', async () => {
    const files = {
      'plan.json': JSON.stringify(PLAN),
      'out/_SUCCESS': '',
      'out/counts=built/region=north/part-0.csv': CSV,
      'out/counts=built/region=太原/part-0.csv': CSV.replace('5', '9'),
    };
    await inTemporaryFolder({}, async cwd => {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(path.join(cwd, path.dirname(name)), { recursive: true });
        await writeFile(path.join(cwd, name), text);
      }
      const argv = ['batch', 'out', '--plan', 'plan.json', '--by', 'region', '--index', 'json'];
      const { stdout, stderr } = await runCli(argv, { cwd });
      const groups: { region: string; verdicts: object }[] = JSON.parse(stdout || stderr).groups;
      const met = groups.filter(({ verdicts }) => 'met' in verdicts).map(({ region }) => region);
      expect(met).toStrictEqual(['太原']);
    });
  });
});
