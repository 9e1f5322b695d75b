import { createHash } from 'node:crypto';
import type { PlanFile, Read } from '../../src/index.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';

/** What is judged is held to right verdicts by odd plans, too, which the library refuses because a lint finds an error in them. */
export async function readUnlinted({ path, text }: { path: string; text: string }): Promise<Read<'plan', PlanFile>> {
  const { plan, problems } = await readPlan({ path, bytes: new TextEncoder().encode(text) });
  if (!plan) return { plan: undefined, problems };
  return { plan: { path, sha256: createHash('sha256').update(text).digest('hex'), plan, problems }, problems };
}
