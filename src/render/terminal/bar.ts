import type { Assessment } from '../../model/analysis.ts';
import { goalEnds, markedDomain, plannedMark } from '../layout/marks.ts';
import { scaleOf } from '../layout/scale.ts';

export const barSigns = { value: '█', allowed: '▒', due: '¦', goal: '│' } as const;

/** Value against goal on one line of signs, as the bullet of the page draws it; empty where nothing is known. */
export function bar(assessment: Assessment, width: number): string {
  const { value, baseline, goal } = assessment;
  if (!value || (value.low === null && value.high === null)) return '';
  const domain = markedDomain(assessment);
  const scale = scaleOf(domain, 0, width - 1);
  const at = (mark: number) => Math.round(scale(mark));
  const start = domain.low <= 0 ? 0 : (baseline?.value ?? domain.low);
  const low = value.low === null ? 0 : at(value.low);
  const high = value.high === null ? width - 1 : at(value.high);
  const signs = Array.from({ length: width }, (_, cell): string => {
    if (cell >= low && cell <= high && value.low !== value.high) return barSigns.allowed;
    if (value.low === null) return ' ';
    const [from, to] = [at(start), low].toSorted((a, b) => a - b) as [number, number];
    return cell >= from && cell <= to ? barSigns.value : ' ';
  });
  const planned = plannedMark(assessment);
  if (planned !== null) signs[at(planned)] = barSigns.due;
  for (const end of goalEnds(goal)) signs[at(end)] = barSigns.goal;
  return signs.join('').trimEnd();
}
