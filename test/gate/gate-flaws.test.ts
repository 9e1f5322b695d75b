import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gateFlaws } from '../../src/gate/consistent.ts';
import type { Analysis, Assessment } from '../../src/model/analysis.ts';
import { analysisOfGate } from '../support/outside.ts';

/* What an analysis from outside says its gate made of it, beside what the gate makes of it. */

const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-flaws-'));
afterAll(() => rmSync(tmp, { recursive: true, force: true }));

let analysis: Analysis;
beforeAll(async () => {
  analysis = JSON.parse(await analysisOfGate(path.join(tmp, 'since.json')));
});

const flawsOf = (changed: Analysis): string[] => gateFlaws(changed).map(flaw => flaw.path.join('.'));

/** The analysis with something else about the first of its targets that this is said of. */
function withRow(of: (each: Assessment) => boolean, rest: Partial<Assessment>): Analysis {
  const at = analysis.assessments.findIndex(of);
  expect(at).toBeGreaterThanOrEqual(0);
  return {
    ...analysis,
    assessments: analysis.assessments.map((each, index) => (index === at ? { ...each, ...rest } : each)),
  };
}

const withGate = (rest: Partial<Analysis['gate']>): Analysis => ({ ...analysis, gate: { ...analysis.gate, ...rest } });
const problem = (code: 'empty-file' | 'read-as-gb18030'): Analysis['problems'][number] => ({
  code,
  args: {},
  file: 'f',
  sheet: null,
  line: 1,
  col: 1,
});

const waived = ({ gate }: Assessment): boolean => gate === 'waived';
const failedBefore = ({ gate }: Assessment): boolean => gate === 'failed-before';

test('what the gate made has none', () => {
  expect(analysis.assessments.map(({ gate }) => gate)).toEqual(expect.arrayContaining(['waived', 'failed-before']));
  expect(analysis.exit).toMatchObject({ code: 0 });
  expect(flawsOf(analysis)).toEqual([]);
});

describe('a flaw is where', () => {
  test.each<[string, () => Analysis, string]>([
    ['nobody answers for what is waived', () => withRow(waived, { waiver: null }), 'assessments.0.waiver'],
    [
      'somebody answers for what is not waived',
      () => withRow(failedBefore, { waiver: analysis.assessments.find(waived)?.waiver ?? null }),
      'assessments.1.waiver',
    ],
    ['nothing became of a target, beside a ratchet', () => withRow(waived, { change: null }), 'assessments.0.change'],
    ['what is said to have failed before is new', () => withRow(failedBefore, { change: 'new' }), 'assessments.1.gate'],
    [
      'outcomes are counted wrongly',
      () => withGate({ outcomes: { ...analysis.gate.outcomes, pass: 99 } }),
      'gate.outcomes.pass',
    ],
    ['an outcome is not counted', () => withGate({ outcomes: {} }), 'gate.outcomes.waived'],
    [
      'a waiver is not used that is',
      () => withGate({ waivers: analysis.gate.waivers.map(each => ({ ...each, state: 'unused' })) }),
      'gate.waivers.0.state',
    ],
    [
      'a waiver has run out that covers',
      () => withGate({ waivers: analysis.gate.waivers.map(each => ({ ...each, until: '2023-12-30' })) }),
      'gate.waivers.0.state',
    ],
    [
      'a waiver is of another region',
      () => withGate({ waivers: analysis.gate.waivers.map(each => ({ ...each, region: 'abroad' })) }),
      'gate.waivers.0.state',
    ],
    ['the count of the exit is another', () => ({ ...analysis, exit: { ...analysis.exit, count: 77 } }), 'exit.count'],
    [
      'it is incomplete, of nothing',
      () => ({ ...analysis, exit: { code: 2, reason: 'incomplete', count: 0 } }),
      'exit.reason',
    ],
    ['something was read with an error', () => ({ ...analysis, problems: [problem('empty-file')] }), 'problems.0.code'],
  ])('%s', (_, changed, at) => {
    expect(flawsOf(changed())).toContain(at);
  });
});

describe('there is none where', () => {
  test.each<[string, () => Analysis]>([
    [
      'rows that were lost make it incomplete',
      () => ({ ...analysis, exit: { code: 2, reason: 'incomplete', count: 3 } }),
    ],
    [
      'an error ends with 2',
      () => ({ ...analysis, exit: { code: 2, reason: 'incomplete', count: 1 }, problems: [problem('empty-file')] }),
    ],
    ['a warning ends as it would without', () => ({ ...analysis, problems: [problem('read-as-gb18030')] })],
    ['a change is another than the gate can know', () => withRow(failedBefore, { change: 'better' })],
  ])('%s', (_, changed) => {
    expect(flawsOf(changed())).toEqual([]);
  });
});

test('without a ratchet nothing became of anything', () => {
  const { since: _, ...policy } = analysis.gate.policy;
  const settings = policy.settings.filter(({ key }) => key !== 'since');
  const without = withGate({ policy: { ...policy, since: null, settings } });
  const changes = analysis.assessments.map((_each, index) => `assessments.${index}.change`);
  expect(flawsOf(without)).toEqual(expect.arrayContaining(changes));
});
