import type { BareProblem } from '../../values/problem.ts';
import { beyondLimit, type DocumentPath, type Step } from '../document/document.ts';
import { limitsFor } from '../document/limits.ts';

/** Why data of a program is none that JSON can hold, and the way to it. */
interface NotJson {
  readonly path: DocumentPath;
  readonly problem: BareProblem;
}

/**
 * The first part of data that JSON would leave out or write as something else: a number that is none, a function, a day,
 * a map, a hole of a list. What a mapping has as `undefined` is not there.
 */
export function notJson(data: unknown): NotJson | undefined {
  const limits = limitsFor();
  const path: Step[] = [];
  const around = new Set<object>();
  const seen = new Set<object>();
  let again = 0;
  const refused = (problem: BareProblem): NotJson => ({ path: [...path], problem });
  const inside = (value: object): NotJson | undefined => {
    for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
      if (item === undefined && !Array.isArray(value)) continue;
      path.push(key);
      const found = visit(item);
      if (found) return found;
      path.pop();
    }
    return undefined;
  };
  const visit = (value: unknown): NotJson | undefined => {
    if (typeof value !== 'object' || value === null) return isScalar(value) ? undefined : refused(wrongType(value));
    if (!isPlain(value)) return refused(wrongType(value));
    if (around.has(value)) return refused(wrongType('itself'));
    if (path.length >= limits.levels) return refused(beyondLimit('levels', limits));
    // What stands in many places is written out in each of them.
    if (seen.has(value) && ++again > limits.aliases) return refused(beyondLimit('aliases', limits));
    seen.add(value);
    around.add(value);
    const found = inside(value);
    around.delete(value);
    return found;
  };
  return data === undefined ? undefined : visit(data);
}

const isScalar = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

/** A plain object or list, of whatever realm: an object of a class may write as JSON what it does not hold. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const parent = Object.getPrototypeOf(value);
  return parent === null || Object.getPrototypeOf(parent) === null;
}

const wrongType = (value: unknown): BareProblem => ({
  code: 'wrong-type',
  args: { expected: 'data as JSON has it', found: kindOf(value) },
});

function kindOf(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  if (typeof value !== 'object' || value === null) return typeof value;
  return value.constructor?.name || 'object';
}
