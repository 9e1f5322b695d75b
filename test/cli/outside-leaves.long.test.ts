import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Analysis } from '../../src/model/analysis.ts';
import { changes } from '../../src/model/change.ts';
import { gateOutcomes } from '../../src/model/policy.ts';
import { severities, verdicts } from '../../src/model/verdict.ts';
import { analysisOfGate, changedAt, isRefused, type Steps } from '../support/outside.ts';

/* An analysis from outside is changed in each of its leaves. */

const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-leaves-'));
afterAll(() => rmSync(tmp, { recursive: true, force: true }));

/** What is only told: no verdict, outcome, count or exit code follows from it, or none that could be told from here. */
const TOLD = [
  /^(tool|bands|coverage|unlisted|plan\.(title|period|note))\b/,
  /^(asOf|compare|regionTitle)$/,
  /^inputs\.#\.(path|sha256|title|invented|observations\.#\.(line|col|sheet))$/,
  /^assessments\.#\.(title|indicator|derived|monthsAhead|outlook|counts|course|missingParts|whole)\b/,
  /^assessments\.#\.deciding\.args\b/,
  /^assessments\.#\.evidence\.used\.#\.claimIgnored$/,
  /^assessments\.#\.evidence\.used\.#\.observation\.(measure|value|published|counts|says|against|note|publisher|url)\b/,
  /^assessments\.#\.goal\.(unit|unitTitle|share|over|against)$/,
  /^assessments\.#\.readings\.#\.(name|goal|title|by|value|low|high|method|sides)\b/,
  // Against a baseline that is not there to be asked.
  /^assessments\.#\.change$/,
  /^(measures|summary\.tasks)\.#\.title\b/,
  // Where another policy comes to the same outcomes, and a setting is not written down as the policy has it.
  /^gate\.policy\.(rules|exitZero|since|leftOut|settings\.#\.values)\b/,
];

const leavesOf = (value: unknown, at: Steps = []): Steps[] =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...at, Array.isArray(value) ? +key : key]))
    : [at];

const others = [
  ...[null, '', 'x', 0, 1, -1, 256, 1e15, 1e308, true, false, [], {}, ['missed'], undefined],
  ...['2023-12-30', '2024-01-01', ...verdicts, ...severities, ...Object.keys(gateOutcomes)],
  ...Object.keys(changes),
];

// Every leaf with every other value: on a busy machine that takes longer than a test is given.
test('in one leaf of which anything follows, is refused', async () => {
  const text = await analysisOfGate(path.join(tmp, 'since.json'));
  const analysis: Analysis = JSON.parse(text);
  const taken = new Map<string, unknown>();
  for (const at of leavesOf(analysis)) {
    const name = at.map(step => (typeof step === 'number' ? '#' : step)).join('.');
    const now = at.reduce<unknown>((node, step) => (node as Record<Steps[0], unknown>)[step], analysis);
    // An empty list or mapping is a leaf as well.
    const wrong = taken.has(name) ? [] : others.filter(other => JSON.stringify(other) !== JSON.stringify(now));
    for (const to of wrong) if (!isRefused(changedAt(text, at, to))) taken.set(name, to);
  }
  expect([...taken].filter(([name]) => !TOLD.some(told => told.test(name)))).toEqual([]);
  expect(TOLD.filter(told => ![...taken.keys()].some(name => told.test(name)))).toEqual([]);
});
