import type { Label } from '../../model/fields.ts';
import type { Indicator, Plan } from '../../model/plan.ts';
import type { RawFigure } from '../../model/report.ts';
import { inBoth } from '../../values/fact.ts';
import { isMultiplied } from '../../values/multipliers.ts';
import { onceEach } from '../../values/once-each.ts';
import type { BareProblem } from '../../values/problem.ts';
import { parseQuantity, type Quantity } from '../../values/quantity.ts';
import { timesTen } from '../../values/times-ten.ts';
import { isMultipleUnit } from '../../values/unit-scale.ts';
import { type Multiple, multipleOf, ONE, unitNames, withMultiplier } from '../shape/units.ts';

/** A figure in the unit of its indicator, or why it is not one in it. */
export type InUnit = { readonly raw: RawFigure } | { readonly problem: BareProblem; readonly key: 'unit' | 'value' };

/**
 * The numbers of a row are in the unit that it names: `9.3` of 万个 is 9.3万 of an indicator that is counted in 个. A unit
 * that is none of the indicator's, and no multiple of one, is refused; so is a number that is multiplied twice.
 */
export function inUnit(raw: RawFigure, indicator: Indicator, plan: Plan): InUnit {
  const { unit: own } = indicator;
  const { value, power_of_ten: exponent = 0 } = raw;
  const written = value?.inUnit ?? perCent(value, own);
  const unit = written?.unit ?? raw.unit;
  if (unit === undefined && exponent === 0)
    return isAsWritten(value, indicator) ? { raw } : wronglyWritten(raw, indicator);
  const names = unitNames(plan, indicator);
  const named = unit === undefined ? ONE : multipleOf(unit, names);
  const isOther = written && raw.unit !== undefined && !isSame(multipleOf(raw.unit, names), named);
  if (!named || isOther) {
    const args = { found: unit ?? '', expected: isOther ? inBoth(raw.unit ?? own) : indicator.unitTitle };
    return { problem: { code: 'wrong-unit', args }, key: written ? 'value' : 'unit' };
  }
  const isPower = exponent !== 0;
  const { power, word } = isPower ? { power: exponent, word: `e${exponent}` } : named;
  const number = written?.number ?? value?.text ?? '';
  if (power === 0 || !value) return written || isAsWritten(value, indicator) ? { raw } : wronglyWritten(raw, indicator);
  if ((value.percent && !written) || isMultiplied(number) || (isPower && (isMultipleUnit(own) || named.power !== 0)))
    return multipliedTwice(value.text, inBoth(isPower ? `${unit ?? ''} × 10^${exponent}`.trim() : (unit ?? '')));
  return timesPower(raw, number, { power, word });
}

/** A sign of per cent is a unit where the indicator is counted in ‰. */
const perCent = (value: Value, own: string): Quantity['inUnit'] =>
  value?.percent && own === '‰' ? { unit: '%', number: value.text.replace(/[%％]/g, '') } : undefined;

/** Beside a number in 个 of a column of 万个 one of the two is wrong; `9.3万个` in a column of 个 says what it is. */
const isSame = (ofColumn: Multiple | undefined, ofNumber: Multiple | undefined): boolean =>
  ofColumn !== undefined && (ofColumn.power === 0 ? true : ofColumn.power === ofNumber?.power);

type Value = RawFigure['value'];

const isAsWritten = (value: Value, indicator: Indicator): boolean =>
  !value ||
  ((!value.percent || indicator.unit === '%') && !(isCountedSeverally(indicator).is && isMultiplied(value.text)));

/** Whether several are counted at once, as by 万个; asked once an indicator. */
const isCountedSeverally = onceEach(({ unit }: Indicator) => ({ is: isMultipleUnit(unit) }));

const wronglyWritten = ({ value }: RawFigure, { unit, unitTitle }: Indicator): InUnit =>
  value?.percent && unit !== '%'
    ? { problem: { code: 'wrong-unit', args: { found: '%', expected: unitTitle } }, key: 'value' }
    : multipliedTwice(value?.text ?? '', unitTitle);

const multipliedTwice = (text: string, unit: Label): InUnit => ({
  problem: { code: 'multiplied-twice', args: { text, unit } },
  key: 'value',
});

/** All numbers of a figure, read as they would be if each were written with the multiplier. */
function timesPower(raw: RawFigure, text: string, { power, word }: Multiple): InUnit {
  const scaled = (width: number | undefined) => (width === undefined ? undefined : timesTen(width, power));
  const [tolerance, rounded_to] = [scaled(raw.tolerance), scaled(raw.rounded_to)];
  const parsed = parseQuantity(withMultiplier(text, word), tolerance);
  if (!parsed.ok) return { problem: { code: 'bad-quantity', args: { ...parsed.error.args, text } }, key: 'value' };
  const { kept } = raw;
  return {
    raw: {
      ...raw,
      value: parsed.value,
      ...(tolerance !== undefined && { tolerance }),
      ...(rounded_to !== undefined && { rounded_to }),
      ...(kept && { kept: { value: timesTen(kept.value, power), step: timesTen(kept.step, power) } }),
    },
  };
}
