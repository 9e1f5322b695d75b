import { POINTS } from '../../model/field-texts.ts';
import type { Indicator, Plan } from '../../model/plan.ts';
import { isMultiplied } from '../../values/multipliers.ts';
import { isMultipleUnit, isOtherMultiple } from '../../values/unit-scale.ts';
import type { DocumentPath } from '../document/document.ts';
import type { Finding } from '../shape/check-shape.ts';
import { indicatorOf } from '../shape/names.ts';
import { numbersIn, type PlanNumber } from './plan-numbers.ts';

/**
 * Numbers of the plan that are not counted as their indicator is. "At least 5.4%" of stations would be read as five
 * stations, and be met at once; 12万 of tens of thousands would be one or the other.
 */
export function unitFindings(data: unknown, plan: Plan): Finding[] {
  const faults = numbersIn(data).flatMap(number => {
    const indicator = typeof number.indicator === 'string' ? indicatorOf(plan, number.indicator) : undefined;
    return indicator ? (faultOf(number, indicator) ?? []) : [];
  });
  return [...namesOfUnits(plan), ...faults];
}

/** Names that cannot be those of one unit: a report that writes 万个 would be read as so many stations. */
const namesOfUnits = ({ indicators, units }: Plan): Finding[] => [
  ...Object.entries(indicators).flatMap(([id, { unit, unitTitle }]) =>
    otherMultiple(unitTitle.zh, unit, ['indicators', id, 'unit', 'zh']),
  ),
  ...Object.entries(units).flatMap(([unit, { aliases }]) =>
    aliases.flatMap((name, index) => otherMultiple(name, unit, ['units', unit, 'aliases', index])),
  ),
];

const otherMultiple = (name: string, unit: string, path: DocumentPath): Finding[] =>
  isOtherMultiple(name, unit) ? [{ code: 'names-of-two-units', args: { name, unit }, path }] : [];

/** A change of per cent is in points, and any other may be in per cent of what there was, as all that compounds is. */
function faultOf({ text, path, aggregate }: PlanNumber, { unit, unitTitle }: Indicator): Finding | undefined {
  const isPercent = /[%％]/.test(text);
  if (unit === '%' && ['plus', 'tolerance'].includes(String(path.at(-1)))) return undefined;
  if (aggregate === 'change' && unit === '%')
    return isPercent ? { code: 'percent-or-points', args: { text }, path } : undefined;
  if (POINTS.test(text)) return { code: 'wrong-unit', args: { found: 'pp', expected: unitTitle }, path };
  if (isPercent && (aggregate === 'change' || aggregate === 'compound')) return undefined;
  if (unit !== '%' && isPercent) return { code: 'wrong-unit', args: { found: '%', expected: unitTitle }, path };
  if (isMultiplied(text) && isMultipleUnit(unit))
    return { code: 'multiplied-twice', args: { text, unit: unitTitle }, path };
  return undefined;
}
