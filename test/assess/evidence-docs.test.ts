import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/assess/assess.ts';
import { MOST_CONTESTED } from '../../src/evidence/largest-sets.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';

/* Every example of docs/evidence.md: one indicator, one target by the end of 2025, and what is said of it. */

interface Example {
  readonly indicator: Readonly<Record<string, unknown>>;
  readonly target: Readonly<Record<string, unknown>>;
  readonly figures: readonly Readonly<Record<string, unknown>>[];
  readonly parts?: readonly string[];
  readonly authorities?: readonly string[];
  readonly compare?: string;
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly verdict?: string;
  readonly possible?: readonly string[];
}

const text = readFileSync('docs/evidence.md', 'utf8');
const examples = [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml = '']) => ({
  yaml,
  example: parse(yaml, { schema: 'failsafe' }) as Example,
}));

const file = (path: string, data: unknown) => ({ path, bytes: Buffer.from(JSON.stringify(data)) });

async function possibleIn({ indicator, target, figures, parts = [], asOf, knownBy, ...rest }: Example) {
  const ids = Object.keys((indicator['counts'] as object | undefined) ?? {});
  const { plan, problems } = await readPlan(
    file('plan.json', {
      plan: 'p',
      title: 'P',
      period: { from: '2021-01-01', to: '2025-12-31' },
      region: 'whole',
      regions: [{ id: 'whole', title: 'Whole', parts: parts.map(id => ({ id, title: id })) }],
      ...(rest.authorities && { authorities: rest.authorities }),
      ...(rest.compare && { compare: rest.compare }),
      indicators: { i: { title: 'I', unit: 'unit', ...indicator } },
      measures: [{ id: 'm', title: 'M', targets: [{ id: 't', indicator: 'i', by: '2025-12-31', ...target }] }],
    }),
  );
  if (!plan) throw new Error(JSON.stringify(problems));
  const own = figures.map(figure => ({
    indicator: 'i',
    ...(ids[0] && !figure['counts'] && { counts: ids[0] }),
    ...figure,
  }));
  const { report, problems: wrong } = await readReport(file('report.json', { observations: own }), plan);
  if (!report) throw new Error(JSON.stringify(wrong));
  const request = { asOf: (asOf ?? '2026-12-31') as never, ...(knownBy && { knownBy: knownBy as never }) };
  return assess(plan, report.observations, request).assessments[0]?.possible;
}

describe('docs/evidence.md', () => {
  test.each(examples)('$yaml', async ({ example }) => {
    expect(await possibleIn(example)).toEqual(example.possible ?? [example.verdict]);
  });

  test('has examples, and names how many claims in conflict are told apart', () => {
    expect(examples.length).toBeGreaterThan(20);
    expect(text).toContain(`More than ${MOST_CONTESTED} claims`);
  });
});
