import type { RefusalReason } from '../model/reason.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import { direction as wantedDirection } from './goals.ts';
import { judgeHeld } from './hold.ts';
import type { Case, Method } from './method.ts';
import { trendOf } from './trend.ts';

const refuses = ({ history }: Case): RefusalReason | null => (history.length === 0 ? 'too-few-points' : null);

function judgePace(given: Case, value: number): DecidedVerdict {
  const trend = trendOf(given.history, given.at, value);
  if (!trend) return 'open';
  const wanted = wantedDirection(given.goal, value);
  const isMeanRight = wanted * trend.perYear > 0;
  const isLastRight = wanted * trend.last > 0;
  if (isMeanRight) return isLastRight ? 'on-schedule' : 'nearly';
  return isLastRight ? 'behind' : 'reversing';
}

const edges = ({ history }: Case): number[] => history.map(({ value }) => value);

/** Only the direction counts: of the mean change, and of the last one (methods.md §7a, type 4). */
export const direction: Method = { id: 'direction', refuses, judgePace, judgeMet: judgeHeld, edges };
