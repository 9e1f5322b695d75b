import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/cli/package-root.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import type { Comparisons } from '../../src/model/comparison.ts';
import type { Plan } from '../../src/model/plan.ts';
import { expectGolden } from '../support/golden.ts';
import { runCli } from '../support/io.ts';
import { action } from './composite.ts';
import { expectConsole } from './console.ts';
import { temporaryFolder } from './world.ts';

const EXAMPLE = 'examples/monitoring';
const FIVE_G = '5g-stations-2025';

/** The end of each year and the middle of the last, as known 45 days later (see the README of the example). */
const dates = [
  { asOf: '2021-12-31', knownBy: '2022-02-14' },
  { asOf: '2022-12-31', knownBy: '2023-02-14' },
  { asOf: '2023-12-31', knownBy: '2024-02-14' },
  { asOf: '2024-12-31', knownBy: '2025-02-14' },
  { asOf: '2025-12-31', knownBy: '2026-02-14' },
  { asOf: '2026-06-30', knownBy: '2026-08-14' },
];
const LAG_DAYS = 45;

interface Checked {
  readonly asOf: string;
  readonly analysis: Analysis;
  readonly code: number;
  readonly stderr: string;
}

describe('the example of a monitoring project', () => {
  const folder = temporaryFolder();
  const file = (name: string) => path.join(folder, name);
  const cli = (...argv: string[]) => runCli(argv, { cwd: EXAMPLE, today: '2026-07-01' });
  const checked: Checked[] = [];

  async function check(asOf: string, knownBy: string, ...more: string[]): Promise<Checked> {
    const { code, stdout, stderr } = await cli(
      ...['check', '--as-of', asOf, '--known-by', knownBy, '--format', 'json', ...more],
    );
    expect(stdout, stderr).not.toBe('');
    return { asOf, analysis: JSON.parse(stdout) as Analysis, code, stderr: stderr.replaceAll(`${folder}/`, '') };
  }

  /** As a project does that runs at every reporting date: each run is held against the one before it, then kept. */
  beforeAll(async () => {
    if (process.env['UPDATE_GOLDEN'] === '1') {
      await check('2024-12-31', '2025-02-14', '--since', file('baseline.json'), '--update');
      copyFileSync(file('baseline.json'), `${EXAMPLE}/baseline.json`);
    }
    const since = file('since.json');
    for (const { asOf, knownBy } of dates) {
      const run = await check(asOf, knownBy, '--since', since, '--update');
      checked.push(run);
      writeFileSync(file(`${asOf}.json`), JSON.stringify(run.analysis));
    }
  });

  test('the lag is the same at every date', () => {
    const days = dates.map(({ asOf, knownBy }) => (Date.parse(knownBy) - Date.parse(asOf)) / 86_400_000);
    expect(new Set(days)).toEqual(new Set([LAG_DAYS]));
  });

  test('over six reporting dates', async () => {
    const blocks: string[] = [];
    for (const [index, run] of checked.entries()) {
      blocks.push(stateOf(run));
      const next = checked[index + 1];
      if (!next) break;
      const { code, stdout } = await cli(
        ...['diff', file(`${run.asOf}.json`), file(`${next.asOf}.json`), '--format', 'json'],
      );
      blocks.push(changesOf(JSON.parse(stdout) as Comparisons, code));
    }
    expectGolden('example/timeline.txt', `${blocks.join('\n\n')}\n`);
  });

  test('5G slipped between the end of 2024 and the end of 2025, and by what follows from other figures', () => {
    const seen = checked.map(({ asOf, code, analysis }) => {
      const stations = analysis.assessments.find(({ target }) => target === FIVE_G);
      return `${asOf} ${stations?.verdict}${stations?.derived ? ' (derived)' : ''} ${stations?.gate}, exit ${code}`;
    });
    expect(seen).toEqual([
      '2021-12-31 undecided undecided, exit 3',
      '2022-12-31 on-schedule pass, exit 0',
      '2023-12-31 on-schedule pass, exit 0',
      '2024-12-31 on-schedule pass, exit 0',
      '2025-12-31 missed (derived) fail, exit 1',
      '2026-06-30 missed (derived) waived, exit 0',
    ]);
  });

  test('without the lag the slip is not known on its own day', async () => {
    const { code, analysis } = await check('2025-12-31', '2025-12-31');
    const stations = analysis.assessments.find(({ target }) => target === FIVE_G);
    expect([code, stations?.verdict, stations?.possible]).toEqual([3, 'undecided', ['missed', 'met']]);
  });

  test('the ratchet: what failed before and got no worse does not fail again, even without the waiver', async () => {
    const config = file('without-waivers.yaml');
    const { waivers: _, ...settings } = parse(readFileSync(`${EXAMPLE}/shanxi-plan.yaml`, 'utf8'));
    const reports = path.resolve(packageRoot, EXAMPLE, 'reports');
    writeFileSync(config, JSON.stringify({ ...settings, reports, since: '2025-12-31.json' }));
    const args = ['check', '--config', config, '--as-of', '2026-06-30', '--format', 'json'];
    const { code, stdout } = await cli(...args);
    const stations = (JSON.parse(stdout) as Analysis).assessments.find(({ target }) => target === FIVE_G);
    expect([code, stations?.gate, stations?.change]).toEqual([0, 'failed-before', 'same']);
    expect((await cli(...args, '--since', file('2024-12-31.json'))).code).toBe(1);
  });

  test('the waiver ends, and then the check fails', async () => {
    const last = await check('2026-12-31', '2026-12-31');
    const after = await check('2027-01-01', '2027-01-01');
    expect([last.code, after.code]).toEqual([0, 1]);
    expect(after.stderr).toContain('expired on 2026-12-31');
  });

  test('baseline.json says what --update would write at the end of 2024', async () => {
    const baseline = file('baseline-anew.json');
    const { code } = await check('2024-12-31', '2025-02-14', '--since', baseline, '--update');
    expect([code, readFileSync(baseline, 'utf8')]).toEqual([0, readFileSync(`${EXAMPLE}/baseline.json`, 'utf8')]);
  });

  test('today, by the config alone', async () => {
    const { code, stderr } = await cli('check');
    expect(code).toBe(0);
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^shanxi-plan: set by shanxi-plan\.yaml, which was found and not given: .*as_of today/),
      expect.stringMatching(/^shanxi-plan: .*14 targets undecided.*\(exit 0\)$/),
      '',
    ]);
  });

  test('the README shows what the commands print', () => expectConsole(`${EXAMPLE}/README.md`, cli));

  test('the workflow uses inputs and outputs that the action has', () => {
    const text = readFileSync(`${EXAMPLE}/.github/workflows/plan.yml`, 'utf8');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const { steps } = parse(text).jobs.check;
    const step = steps.find(({ id }: { id?: string }) => id === 'plan');
    expect(step.uses).toBe(`OWNER/shanxi-plan@v${version}`);
    expect(Object.keys(step.with).filter(name => !(name in action.inputs))).toEqual([]);
    const outputs = [...text.matchAll(/steps\.plan\.outputs\.([\w-]+)/g)].map(([, name = '']) => name);
    expect(outputs).not.toEqual([]);
    expect(outputs.filter(name => !(name in action.outputs))).toEqual([]);
  });
});

describe('the reports of the example', () => {
  const names = readdirSync(`${EXAMPLE}/reports`);

  test('hold nothing but figures of fixtures/shanxi, as they stand there', async () => {
    const plan = await planOf('plan/shanxi-new-infrastructure-2021-25.yaml');
    const real = new Set((await observationsIn('fixtures/shanxi', plan)).map(({ text }) => text));
    const own = await observationsIn(`${EXAMPLE}/reports`, plan);
    expect(own.length).toBeGreaterThan(50);
    expect(own.filter(({ text }) => !real.has(text))).toEqual([]);
  });

  test('are named after the month in which their figures were published', async () => {
    const plan = await planOf('plan/shanxi-new-infrastructure-2021-25.yaml');
    const own = await observationsIn(`${EXAMPLE}/reports`, plan);
    expect(own.filter(({ file, published }) => !published?.startsWith(path.basename(file, '.yaml')))).toEqual([]);
    expect(names.filter(name => !/^\d{4}-\d{2}\.yaml$/.test(name))).toEqual([]);
  });
});

async function planOf(file: string): Promise<Plan> {
  const { plan } = await readPlan({ path: file, bytes: readFileSync(file) });
  if (!plan) throw new Error(`${file} cannot be read`);
  return plan;
}

async function observationsIn(folder: string, plan: Plan) {
  const all = readdirSync(folder).map(async name => {
    const { report, problems } = await readReport(
      { path: `${folder}/${name}`, bytes: readFileSync(`${folder}/${name}`) },
      plan,
    );
    expect(problems.filter(({ code }) => code !== 'implausible')).toEqual([]);
    return (report?.observations ?? []).map(({ place, ...observation }) => ({
      file: place.file,
      published: observation.published,
      text: JSON.stringify(observation, Object.keys(flat(observation)).toSorted()),
    }));
  });
  return (await Promise.all(all)).flat();
}

/** All keys of an object and of those in it. */
function flat(value: object): Record<string, true> {
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => ({
      [key]: true,
      ...(inner && typeof inner === 'object' ? flat(inner) : {}),
    })),
  );
}

/** One reporting date: the exit code, what the check said, every decided target, and how many are not. */
function stateOf({ asOf, analysis, code, stderr }: Checked): string {
  const decided = analysis.assessments.filter(({ verdict, target }) => verdict !== 'undecided' || target === FIVE_G);
  const rows = decided.map(({ target, verdict, derived, value, goal, gate, change }) => {
    const said = value ? `${value.low ?? '…'} to ${value.high ?? '…'} (${value.asOf})` : 'nothing';
    return `  ${target}: ${verdict}${derived ? ' (derived)' : ''}, ${said} of ${goal.value}; gate ${gate}, ${change ?? 'first'}`;
  });
  const left = analysis.assessments.length - decided.length;
  return [
    `== ${asOf}, known by ${analysis.knownBy}: exit ${code} ${analysis.exit.reason}`,
    ...rows,
    `  and ${left} more undecided`,
    ...stderr
      .trim()
      .split('\n')
      .filter(line => !line.includes('figures of that day are stale')),
  ].join('\n');
}

function changesOf({ from, to, targets, counts }: Comparisons, code: number): string {
  const moved = targets.filter(({ change }) => change !== 'same');
  const rows = moved.map(({ target, change, verdict }) => `  ${target}: ${change}, ${verdict.from} → ${verdict.to}`);
  return [`-- diff ${from.asOf} ${to.asOf}: exit ${code}`, ...rows, `  ${counts.same ?? 0} same`].join('\n');
}
