import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { type ExitReason, exitReasons } from '../../src/model/exit-reason.ts';
import { wordsIn } from '../../src/render/words/registry.ts';
import { runCli } from '../support/io.ts';
import { groups, type Row } from './gate-rows.ts';

/** The command line against invented plans and reports: flags in, exit code and first line out. */

const here = path.join(packageRoot, 'fixtures', 'gate');
const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-gate-'));
const inTmp = (name: string): string => path.join(tmp, name);

beforeAll(async () => {
  mkdirSync(inTmp('empty'));
  await Promise.all([
    ...['on-schedule', 'nearly', 'behind', 'far-behind', 'failing-either-way'].map(name =>
      baseline(name, `reports/${name}.yaml`, '--plan', 'plan.yaml', '--only', 'lanes-2025'),
    ),
    baseline('bridges', 'reports/missed.yaml', '--plan', 'plan.yaml', '--only', 'bridges-2022'),
    baseline('another', '-', '--plan', 'plans/another.yaml'),
  ]);
  const analysis = JSON.parse(readFileSync(inTmp('behind.json'), 'utf8')) as object;
  writeFileSync(inTmp('older.json'), JSON.stringify({ ...analysis, schemaVersion: 0 }));
  writeFileSync(inTmp('newer.json'), JSON.stringify({ ...analysis, schemaVersion: 2 }));
  writeFileSync(inTmp('foreign.json'), '{ "verdict": "met" }');
});

afterAll(() => rmSync(tmp, { recursive: true, force: true }));

async function baseline(name: string, ...argv: readonly string[]): Promise<void> {
  const world = { cwd: here, stdin: 'as_of: 2023-12-31\nmetrics: { lanes: 150 }' };
  const { stderr } = await runCli(['check', ...argv, '--format', `json=${inTmp(name)}.json`], world);
  expect(readFileSync(inTmp(`${name}.json`), 'utf8'), stderr).not.toBe('');
}

/** As one text, so that a difference is seen at once. */
const lineOf = ({ code, first, says }: Pick<Row, 'code' | 'first' | 'says'>): string =>
  [`exit ${code}`, first, ...(says === undefined ? [] : [says])].join(' · ');

/** `failing 1` for the words of that reason, whatever targets are named after them, so that rewording breaks no row. */
function reasonIn(words: string | undefined): string | undefined {
  if (words === undefined) return undefined;
  const count = Number(/\d+/.exec(words)?.[0] ?? 0);
  const reasons = Object.keys(exitReasons) as ExitReason[];
  const reason = reasons.find(code => wordsIn('en').exit[code]({ count }) === words.split(': ')[0]);
  return reason === undefined ? words : `${reason} ${count}`;
}

async function outcome({ args, stdin, env }: Row): Promise<string> {
  const argv = args.replaceAll('{tmp}', tmp).split(' ');
  const { code, stdout, stderr } = await runCli(argv, { cwd: here, ...(stdin && { stdin }), ...(env && { env }) });
  const shown = stderr.replaceAll(tmp, '{tmp}');
  const [verdict, target] = stdout.split('\n')[0]?.split('\t') ?? [];
  const says = reasonIn(/^shanxi-plan: (.*) \(exit \d+\)$/m.exec(shown)?.[1]);
  const first = stdout.length > 0 ? `${verdict} ${target}` : (shown.split('\n')[0] ?? '');
  return lineOf({ code, first, ...(says !== undefined && { says }) });
}

describe.each(Object.entries(groups))('%s', (_group, rows) => {
  test.each(rows as readonly Row[])('$title', async row => {
    expect(await outcome(row)).toBe(lineOf(row));
  });
});

test('every row has a title of its own', () => {
  const titles = Object.entries(groups).flatMap(([group, rows]) => rows.map(({ title }) => `${group}: ${title}`));
  expect(titles.filter((title, index) => titles.indexOf(title) < index)).toEqual([]);
  expect(titles.length).toBeGreaterThanOrEqual(70);
});
