import { readdir, readFile } from 'node:fs/promises';
import { counts, type Judged, runTable } from '../oracles/run.ts';
import { tableOf } from './table.ts';

const folder = 'fixtures/oracles';

/** `docs/oracles.md`: how many verdicts of each table follow from the figures published with them, and why others do not. */
export async function oraclePage(): Promise<string> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.csv')).toSorted();
  const tables = await Promise.all(
    names.map(async name => ({ name, judged: runTable(await readFile(`${folder}/${name}`, 'utf8')).judged })),
  );
  return `${[
    '# Published verdicts, recomputed',
    'Written by `npm run docs`; a test holds that it is up to date. What is computed how stands in [methods.md](methods.md), where the tables come from in [fixtures/oracles](../fixtures/oracles/README.md).',
    tableOf(
      ['table', 'methods', 'rows'],
      tables.map(({ name, judged }) => [name, methodsIn(judged).join(', '), counts(judged)]),
    ),
    '## Not reproduced',
    'The verdict that was published does not follow from what was published with it.',
    tableOf(['row', 'published', 'computed', 'why'], tables.flatMap(different)),
    '## Nothing to compute',
    'A number or a word is missing that a verdict takes.',
    tableOf(['row', 'why'], tables.flatMap(without)),
  ].join('\n\n')}\n`;
}

interface Table {
  readonly name: string;
  readonly judged: readonly Judged[];
}

const methodsIn = (judged: readonly Judged[]): string[] => [...new Set(judged.map(({ row }) => row.method))].toSorted();

const rowName = (name: string, { row }: Judged): string => `${name} ${row.number}: ${row.indicator}`;

const different = ({ name, judged }: Table): string[][] =>
  judged.flatMap(each => {
    const { finding, explanation } = each;
    return finding.is === 'different'
      ? [[rowName(name, each), finding.expected, finding.got, explanation ?? 'not explained']]
      : [];
  });

const without = ({ name, judged }: Table): string[][] =>
  judged.flatMap(each => (each.finding.is === 'not-applicable' ? [[rowName(name, each), each.finding.why]] : []));
