import type { Position } from '../../src/methods/path.ts';
import type { Row } from './row.ts';

/** The straight line from base to target, in the row's own units of time; null where one of its ends is not printed. */
export function lineOf({ base, baseYear, target, targetYear }: Row): [Position, Position] | null {
  if (base === null || baseYear === null || target === null || targetYear === null) return null;
  return [
    { at: baseYear, value: base },
    { at: targetYear, value: target },
  ];
}
