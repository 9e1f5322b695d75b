import { expect, test } from 'vitest';
import type { Analysis } from '../../src/model/analysis.ts';
import { runCli } from '../support/io.ts';

/* Sums of floats have noise; what a figure keeps beyond its digits has none. The plan's count rises from its start to 5,000. */
test.each([
  ['4999.9999999999995', 'undecided'],
  ['4999.999999999', 'missed'],
  ['5000', 'met'],
  ['5000.0000000000005', 'met'],
])('%s of 5,000 is %s', async (value, verdict) => {
  const stdin = `{"as_of":"2025-12-31","metrics":{"base-stations":{"value":${value},"counts":"built"}}}`;
  const flags = ['--input-format', 'json', '--plan', 'plan.yaml', '--compare', 'exact', '--format', 'json', '--quiet'];
  const { stdout } = await runCli(['check', '-', ...flags], { cwd: 'fixtures/formats', stdin });
  const { assessments } = JSON.parse(stdout) as Analysis;
  expect(assessments.find(({ target }) => target === 'stations-2025')?.verdict).toBe(verdict);
});
