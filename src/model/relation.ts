import type { Relation } from './plan.ts';

/** The definition id under which a plan says what a figure without a definition means. */
export const UNSTATED = 'unstated';

/** The definitions by which a figure counts what is meant, as a report may name them. */
export const sameDefinitions = (counts: Readonly<Record<string, Relation>>): string[] =>
  Object.keys(counts).filter(name => counts[name] === 'same' && name !== UNSTATED);

/** Where a plan defines nothing, a figure that defines nothing is what is meant. */
export function relationOf(
  counts: Readonly<Record<string, Relation>>,
  definition: string | null,
): Relation | undefined {
  if (definition === null && Object.keys(counts).length === 0) return 'same';
  return counts[definition ?? UNSTATED];
}
