import { beyondLimit } from '../document/document.ts';
import type { Limits } from '../document/limits.ts';
import type { Finding } from '../shape/check-shape.ts';
import { targetsIn } from './plan-numbers.ts';

/** Each region's goal and each milestone is kept in each reading of its target: long lists in one target multiply. */
export function sizeFindings(data: unknown, limits: Limits): Finding[] {
  let count = 0;
  for (const { target, path } of targetsIn(data, [])) {
    const [regions, milestones] = [sizeOf(target['regions']), sizeOf(target['path'])];
    count += Math.max(1, sizeOf(target['readings'])) * (regions + milestones * (1 + regions));
    const last = regions > 0 ? 'regions' : 'path';
    if (count > limits.readings) return [{ ...beyondLimit('readings', limits), path: [...path, last], at: 'key' }];
  }
  return [];
}

const sizeOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
