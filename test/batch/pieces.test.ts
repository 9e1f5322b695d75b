import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cut } from '../../src/cli/batch/cut.ts';
import { type ReadFigures, readFigures } from '../../src/cli/batch/read-figures.ts';
import { sha256 } from '../../src/cli/digest.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { joinSteps } from '../../src/input/report/column-steps.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Day } from '../../src/values/day.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { regionCsv, regionPlan } from '../support/region-reports.ts';

/* A large table is read in pieces; what comes out must be what reading it at once gives, lines included. */

const planOf = async (): Promise<Plan> => {
  const { plan } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(regionPlan) });
  if (!plan) throw new Error('the plan of this test cannot be read');
  return plan;
};

const today = '2099-12-31' as Day;

const lines = regionCsv(400).trim().split('\n');
const withNotes = lines.map((line, index) =>
  index === 0 ? `${line},note` : `${line},${index % 7 === 0 ? '"two\nlines, and a ""quote"""' : ''}`,
);
const ndjson = lines
  .slice(1)
  .map(line => line.split(','))
  .map(([indicator, value, as_of, region]) => JSON.stringify({ indicator, value, as_of, region }));

const wrongAt = (rows: readonly string[], at: number, wrong: string): string[] => rows.with(at, wrong);

/** Two figures with decimals, far from each other and from most whole numbers. */
const withDecimals = lines.map((line, index) =>
  index === 5 ? line.replace(/^(\w+,\d+)/, '$1.25') : index === 700 ? line.replace(/^(\w+,\d+)/, '$1.5') : line,
);

const tables: Record<string, { name: string; text: string }> = {
  'plain rows': { name: 'a.csv', text: `${lines.join('\n')}\n` },
  'no line end at the end': { name: 'a.csv', text: lines.join('\n') },
  'line ends of Windows': { name: 'a.csv', text: lines.join('\r\n') },
  'quoted line breaks': { name: 'a.csv', text: withNotes.join('\n') },
  'decimals beside whole numbers': { name: 'a.csv', text: withDecimals.join('\n') },
  'a wrong value': { name: 'a.csv', text: wrongAt(lines, 700, 'lanes,much,2021-03,west').join('\n') },
  'a wrong row among quoted line breaks': {
    name: 'a.csv',
    text: wrongAt(withNotes, 900, 'lanes,"12 or ""so""",2021-03,west,').join('\n'),
  },
  'lines of JSON': { name: 'a.ndjson', text: ndjson.join('\n') },
  'a broken line of JSON': { name: 'a.ndjson', text: wrongAt(ndjson, 800, '{"indicator":').join('\n') },
};

async function inPieces(folder: string, name: string, size: number, plan: Plan, isKeepGoing: boolean) {
  const { pieces, sha256: digest } = cut(name, folder, size);
  const read: ReadFigures[] = [];
  for await (const piece of pieces) read.push(await readFigures(piece, { plan, isKeepGoing, today }));
  return { pieces: read.length, digest: digest(), ...together(read) };
}

const together = (read: readonly ReadFigures[]) => ({
  observations: read.flatMap(({ observations }) => observations),
  columns: joinSteps(read.map(({ columns }) => columns)),
  problems: read.flatMap(({ problems }) => problems),
  lost: read.flatMap(({ lost }) => lost),
});

describe.each(Object.entries(tables))('%s', (_, { name, text }) => {
  const file = { path: name, bytes: Buffer.from(text) };
  const atOnce = planOf()
    .then(plan => readFigures({ file, linesBefore: 0, headerLines: 0 }, { plan, isKeepGoing: true, today }))
    .then(read => together([read]));

  test.each([256, 1000, 4096])('in pieces of %i bytes', size =>
    inTemporaryFolder({ [name]: text }, async folder => {
      const plan = await planOf();
      const whole = await atOnce;
      const { pieces, digest, ...read } = await inPieces(folder, name, size, plan, true);
      expect(pieces).toBeGreaterThan(5);
      expect(digest).toBe(sha256(Buffer.from(text)));
      expect(read.observations).toEqual(whole.observations);
      expect(read.columns).toEqual(whole.columns);
      expect(Object.values(read.columns).some(step => step === 0.1)).toBe(text.includes('.5'));
      expect(read.problems.map(placed)).toEqual(whole.problems.map(placed));
      expect(read.lost).toEqual(whole.lost);
    }),
  );
});

const placed = ({ code, args, place }: ReadFigures['problems'][number]) => ({ code, args, span: place.span });

test('a packed table is cut as it is unpacked', () =>
  inTemporaryFolder({}, async folder => {
    const bytes = gzipSync(lines.join('\n'));
    await writeFile(path.join(folder, 'a.csv.gz'), bytes);
    const plan = await planOf();
    const read = await inPieces(folder, 'a.csv.gz', 1000, plan, false);
    expect(read.observations).toHaveLength(1200);
    expect(read.digest).toBe(sha256(bytes));
  }));

test('a wrong row costs itself alone, and names its region', () =>
  inTemporaryFolder({ 'a.csv': tables['a wrong value']?.text ?? '' }, async folder => {
    const plan = await planOf();
    const kept = await inPieces(folder, 'a.csv', 4096, plan, true);
    expect(kept.observations).toHaveLength(1199);
    expect(kept.lost).toMatchObject([{ region: 'west', problems: [{ code: 'bad-quantity' }] }]);
    expect(kept.problems).toMatchObject([{ code: 'bad-quantity', place: { span: { line: 701, col: 7 } } }]);
  }));

test('a packed table that ends too soon is a problem, not an end', () =>
  inTemporaryFolder({}, async folder => {
    const bytes = gzipSync(lines.join('\n'));
    await writeFile(path.join(folder, 'a.csv.gz'), bytes.subarray(0, bytes.length / 2));
    const { pieces, problem } = cut('a.csv.gz', folder, 1000);
    for await (const _ of pieces);
    expect(problem()).toMatchObject({ code: 'damaged-file', args: { format: 'gzip' }, place: { file: 'a.csv.gz' } });
  }));

test('a table that is gone is a problem', () =>
  inTemporaryFolder({}, async folder => {
    const { pieces, problem } = cut('gone.csv', folder);
    for await (const _ of pieces);
    expect(problem()).toMatchObject({ code: 'file-unreadable', args: { reason: 'ENOENT' } });
  }));

describe('a table in GB18030', () => {
  /** 太原 in GB18030 is two letters in UTF-8, so a part of the file by itself would be read as that. */
  const taiyuan = Buffer.from([0xcc, 0xab, 0xd4, 0xad]);
  const row = (value: string) =>
    Buffer.concat([Buffer.from(`loss,${value},2021-03,west,`), taiyuan, Buffer.from('\n')]);
  const header = Buffer.from('indicator,value,as_of,region,note\n');
  const datong = Buffer.from([0xb4, 0xf3, 0xcd, 0xac]);
  const first = Buffer.concat([Buffer.from('loss,12,2021-02,west,'), datong, Buffer.from('\n')]);
  const notes = (read: Pick<ReadFigures, 'observations'>) => new Set(read.observations.map(({ note }) => note));

  test('is read so in every piece', () =>
    inTemporaryFolder({}, async folder => {
      await writeFile(path.join(folder, 'a.csv'), Buffer.concat([header, first, ...Array(500).fill(row('11'))]));
      const read = await inPieces(folder, 'a.csv', 400, await planOf(), false);
      expect(notes(read)).toEqual(new Set(['大同', '太原']));
      expect(read.observations).toHaveLength(501);
    }));

  test('is read so in every half', async () => {
    const rows = [header, first, row('11'), row('much'), row('10'), row('9')];
    const file = { path: 'a.csv', bytes: Buffer.concat(rows) };
    const read = await readFigures(
      { file, linesBefore: 0, headerLines: 0 },
      { plan: await planOf(), isKeepGoing: true, today },
    );
    expect(notes(read)).toEqual(new Set(['大同', '太原']));
    expect(read.observations).toHaveLength(4);
    expect(read.lost).toHaveLength(1);
  });
});
