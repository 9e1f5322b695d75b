import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { applyGate } from '../../src/gate/apply.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/model/policy.ts';
import { NOTHING_SET } from '../../src/model/policy-setting.ts';
import { runCli } from '../support/io.ts';

/** A gate to which no target was put lets nothing pass; one that is undecided was put to it. */

const here = path.join(packageRoot, 'fixtures', 'gate');

async function analysis(): Promise<Analysis> {
  const argv = ['check', 'reports/imprecise.yaml', '--plan', 'plan.yaml', '--only', 'lanes-2025', '--format', 'json'];
  return JSON.parse((await runCli(argv, { cwd: here })).stdout) as Analysis;
}

const lenient: readonly Partial<Policy>[] = [
  {},
  { exitZero: true },
  { allowUndecided: true },
  { failOn: ['missed'], exitZero: true, allowUndecided: true, maxWarnings: 1000 },
];

describe.each(lenient)('with %j', given => {
  const gated = (whole: Analysis, assessments: Analysis['assessments'], lost = 0) =>
    applyGate(
      { ...whole, assessments },
      { policy: { ...DEFAULT_POLICY, ...given }, record: NOTHING_SET, waivers: [], lost },
    ).exit;

  test('no target, or none in force, is 2', async () => {
    const whole = await analysis();
    const superseded = whole.assessments.map(each => ({ ...each, inForce: false }));
    for (const assessments of [[], superseded])
      for (const lost of [0, 1])
        expect(gated(whole, assessments, lost)).toEqual({ code: 2, reason: 'nothing-to-judge', count: 0 });
  });

  test('an undecided one is judged', async () => {
    const whole = await analysis();
    const { code, reason } = gated(whole, whole.assessments);
    expect(['undecided', 'undecided-allowed']).toContain(reason);
    expect(code).toBe(reason === 'undecided-allowed' || given.exitZero ? 0 : 3);
  });
});

test.each([
  ['check', []],
  ['batch', ['--by', 'file']],
  ['batch', ['--by', 'region']],
])('%s %j of a plan with nothing in force ends with 2', async (command, argv) => {
  const nothing = ['reports/behind.yaml', '--plan', 'plans/not-in-force.yaml', '--exit-zero', ...argv];
  const { code, stdout } = await runCli([command, ...nothing], { cwd: here });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});
