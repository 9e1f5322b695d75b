import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { readers } from '../../src/input/source/registry.ts';
import { figureKeys, nameColumns } from '../../src/input/table/columns.ts';
import { figureColumns, headColumns } from '../../src/model/figure-columns.ts';
import { planSchema } from '../../src/model/plan.ts';
import { listedFigure, reportSchema } from '../../src/model/report.ts';
import { runCli } from '../support/io.ts';

const page = readFileSync(path.join(packageRoot, 'docs/input-formats.md'), 'utf8');

/** The rows of the table under a heading of the page, without its own two heading rows. */
function rowsUnder(heading: string): string[][] {
  const part = page.split(`${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = part.split('\n').filter(line => line.startsWith('|'));
  return rows.slice(2).map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );
}

const quoted = (text = ''): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

describe('docs/input-formats.md lists', () => {
  it('every format with its extensions, and no other', () => {
    const rows = rowsUnder('# Input formats').map(([id, extensions]) => [quoted(id)[0], quoted(extensions)]);
    expect(rows).toStrictEqual(Object.entries(readers).map(([id, { extensions }]) => [id, [...extensions]]));
  });

  it('every column, and no other', () => {
    const named = rowsUnder('## Columns').flatMap(([names]) => quoted(names));
    expect(named.toSorted()).toStrictEqual(figureColumns.toSorted());
  });

  it('every field that may stand above a table, and no other', () => {
    const sentence = /each a name and its value: ([^.]*)\./.exec(page)?.[1];
    expect(quoted(sentence).toSorted()).toStrictEqual(headColumns.toSorted());
  });
});

const examples = [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, format = '', text = '']) => ({ format, text }));

it.each(examples)('the example in $format is read', async ({ format, text }) => {
  const argv = ['check', '-', '--input-format', format, '--plan', 'plan.yaml', '--format', 'json', '--quiet'];
  const { stdout, stderr } = await runCli(argv, { cwd: 'fixtures/formats', stdin: text });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout).inputs[1].observations.length).toBeGreaterThan(1);
});

describe('columns', () => {
  it('are the fields of a figure, and those inside its source and its flow', () => {
    const { source, flow } = listedFigure.shape;
    const inner = [
      ...Object.keys(source.unwrap().shape),
      ...Object.keys(flow.unwrap().shape).map(key => `flow_${key}`),
    ];
    const outer = Object.keys(listedFigure.shape).filter(key => key !== 'source' && key !== 'flow');
    expect(figureColumns.toSorted()).toStrictEqual([...outer, ...inner, 'plan'].toSorted());
    expect(figureKeys.toSorted()).toStrictEqual([...figureColumns, 'source', 'flow'].toSorted());
    expect(nameColumns.every(name => figureColumns.includes(name))).toBe(true);
  });

  it('above a table are the fields of a report', () => {
    const fields = Object.keys(reportSchema.shape).filter(
      key => !['$schema', 'metrics', 'observations', 'source'].includes(key),
    );
    expect(headColumns.toSorted()).toStrictEqual([...fields, 'publisher', 'title', 'url'].toSorted());
  });
});

describe('docs/input-formats.md says how wide numbers are', () => {
  it.each(rowsUnder('## How wide a number is'))('%s of a %s: %s', async (numbers, kind, read) => {
    const plan = planSchema.parse({
      ...{ plan: 'p', title: 'p', period: { from: '2021', to: '2025' } },
      indicators: { i: { title: 'i', unit: '%', kind } },
    });
    const text = ['indicator,as_of,value', ...quoted(numbers).map(number => `i,2023,${number}`)].join('\n');
    const { report } = await readReport({ path: 'table.csv', bytes: Buffer.from(text) }, plan);
    const widths = report?.observations.map(({ quantity }) => [quantity?.low, quantity?.high]);
    expect(widths).toEqual((read ?? '').split(' and ').map(each => ends(each.split(' to ').map(Number))));
  });

  const ends = ([low, high = low]: readonly (number | undefined)[]) => [low, high];
});
