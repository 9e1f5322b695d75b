import path from 'node:path';
import { assessmentFlaws } from '../../src/assess/consistent.ts';
import { packageRoot } from '../../src/cli/package-root.ts';
import { gateFlaws } from '../../src/gate/consistent.ts';
import { analysisSchema } from '../../src/model/analysis.ts';
import { runCli } from './io.ts';

export const gate = path.join(packageRoot, 'fixtures', 'gate');

/** Whether an analysis from outside contradicts its schema or itself. */
export const isRefused = (data: unknown): boolean => {
  const parsed = analysisSchema.safeParse(data);
  return !parsed.success || assessmentFlaws(parsed.data).length + gateFlaws(parsed.data).length > 0;
};

/** An analysis with something of everything: known, waived and undecided targets, and settings; `since` is written. */
export async function analysisOfGate(since: string): Promise<string> {
  const known = ['check', 'reports/missed.yaml', 'reports/far-behind.yaml', '--plan', 'plan.yaml'];
  await runCli([...known, '--since', since, '--update'], { cwd: gate });
  const argv = [
    ...['check', 'reports/behind.yaml', 'reports/missed.yaml', '--plan', 'plan.yaml', '--since', since],
    ...['--waivers', 'waivers/here.yaml', '--margin', '2%', '--allow-undecided=no-report', '--format', 'json'],
  ];
  return (await runCli(argv, { cwd: gate })).stdout;
}

export type Steps = readonly (string | number)[];

/** A copy of an analysis in which one thing is another, or is left out. */
export function changedAt(text: string, at: Steps, to: unknown): unknown {
  const copy = JSON.parse(text);
  const last = at.at(-1) as string;
  const holder = at.slice(0, -1).reduce((node, step) => node[step], copy);
  if (to === undefined) delete holder[last];
  else holder[last] = to;
  return copy;
}
