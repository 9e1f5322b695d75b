import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Assessed, assess } from '../../src/assess/assess.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import type { Assessment } from '../../src/model/analysis.ts';

/* Examples of the docs: an indicator, a target by the end of 2025, the figures, and what is said of it. */

type Fields = Readonly<Record<string, unknown>>;

export interface Example {
  readonly indicator: Fields;
  /** Other indicators of the plan. */
  readonly others?: Readonly<Record<string, Fields>>;
  readonly target: Fields;
  readonly figures: readonly Fields[];
  readonly parts?: readonly string[];
  readonly authorities?: readonly string[];
  readonly compare?: string;
  readonly bands?: unknown;
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly verdict?: string;
  readonly possible?: readonly string[];
}

export const examplesIn = (file: string): { readonly yaml: string; readonly example: Example }[] =>
  [...readFileSync(file, 'utf8').matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml = '']) => ({
    yaml,
    example: parse(yaml, { schema: 'failsafe' }) as Example,
  }));

const file = (path: string, data: unknown) => ({ path, bytes: Buffer.from(JSON.stringify(data)) });

export async function assessExample(example: Example): Promise<Assessment> {
  const [assessment] = (await assessedExample(example)).assessments;
  if (!assessment) throw new Error('nothing was judged');
  return assessment;
}

export async function assessedExample(example: Example): Promise<Assessed> {
  const { indicator, others = {}, target, figures, parts = [], asOf, knownBy, ...rest } = example;
  const titled = Object.entries(others).map(([id, fields]) => [id, { title: id, unit: 'unit', ...fields }]);
  const ids = Object.keys((indicator['counts'] as object | undefined) ?? {});
  const day = 'over' in target ? {} : { by: '2025-12-31' };
  const { plan, problems } = await readPlan(
    file('plan.json', {
      plan: 'p',
      title: 'P',
      period: { from: '2021-01-01', to: '2025-12-31' },
      region: 'whole',
      regions: [{ id: 'whole', title: 'Whole', parts: parts.map(id => ({ id, title: id })) }],
      ...(rest.authorities && { authorities: rest.authorities }),
      ...(rest.bands !== undefined && { bands: rest.bands }),
      ...(rest.compare && { compare: rest.compare }),
      indicators: { i: { title: 'I', unit: 'unit', ...indicator }, ...Object.fromEntries(titled) },
      measures: [{ id: 'm', title: 'M', targets: [{ id: 't', indicator: 'i', ...day, ...target }] }],
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
  return assess(plan, report.observations, request);
}
