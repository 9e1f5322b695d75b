import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import type { Plan } from '../../src/model/plan.ts';

const ids = z.array(z.string()).min(1);
export const factSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['identity', 'task', 'measure', 'target', 'baseline', 'conflict', 'observation']),
  target: z.string().optional(),
  indicator: z.string().optional(),
  measure: z.string().optional(),
  region: z.string().optional(),
  says: z.string().min(1),
  certainty: z.enum(['stated', 'paraphrased', 'inferred']),
  sources: ids,
  file: z.string().optional(),
});
export const publicationSchema = z.strictObject({
  id: z.string(),
  publisher: z.string(),
  title: z.string(),
  published: z.string().optional(),
  url: z.url().optional(),
  mirror: z.enum(['true', 'false']).optional(),
  readable: z.string(),
  file: z.string().optional(),
});

/** The failsafe schema keeps a date or a year as the text that stands there. */
export function readTexts(file: string): unknown {
  return parse(readFileSync(file, 'utf8'), { schema: 'failsafe' });
}

export async function planIn(path: string): Promise<Plan> {
  const { plan, problems } = await readPlan({ path, bytes: readFileSync(path) });
  if (!plan || problems.length > 0) throw new Error(`${path}: ${JSON.stringify(problems, null, 2)}`);
  return plan;
}

export const repeated = (names: readonly string[]): string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

/** Whether a number stands in a sentence as a whole: 10 does not stand in 100, nor in 1.10. */
export function saysNumber(says: string, written: string): boolean {
  const literal = written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\d.,])${literal}(?!\\d|[.,]\\d)`, 'u').test(says);
}

/** With or without thousands separators. */
const formsOf = (value: number): string[] => [String(value), value.toLocaleString('en-US')];

export const saysValue = (says: string, value: number): boolean => formsOf(value).some(form => saysNumber(says, form));
