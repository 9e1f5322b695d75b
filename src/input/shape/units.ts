import type { Indicator, Plan } from '../../model/plan.ts';
import { foldedCase } from '../../values/fold.ts';
import { multipliers } from '../../values/multipliers.ts';
import { unifyWidth } from '../../values/number-text.ts';
import { onceEach } from '../../values/once-each.ts';
import { rangeEnds } from '../../values/quantity.ts';
import { isMultipleUnit } from '../../values/unit-scale.ts';

/** What a unit says beyond the indicator's own. */
export interface Multiple {
  readonly power: number;
  /** How it is written behind a number. */
  readonly word: string;
}

export const ONE: Multiple = { power: 0, word: '' };

/** A unit by all its names, in one width and case. */
export type UnitNames = ReadonlySet<string>;

/** The names of each unit: of its indicators in both languages, and its aliases. */
export function namesOfUnits(
  indicators: Iterable<Pick<Indicator, 'unit' | 'unitTitle'>>,
  units: Readonly<Record<string, { readonly aliases: readonly string[] }>>,
): ReadonlyMap<string, UnitNames> {
  const names = new Map<string, Set<string>>();
  const add = (unit: string, more: readonly string[]) => {
    const known = names.get(unit) ?? new Set([foldedCase(unit)]);
    names.set(unit, known);
    for (const name of more) known.add(foldedCase(name));
  };
  for (const { unit, unitTitle } of indicators) add(unit, [unitTitle.zh]);
  for (const [unit, { aliases }] of Object.entries(units)) add(unit, aliases);
  return names;
}

const unitsOf = onceEach(({ indicators, units }: Plan) => namesOfUnits(Object.values(indicators), units));

/** All names of the unit of an indicator. */
export const unitNames = (plan: Plan, { unit }: Pick<Indicator, 'unit'>): UnitNames =>
  unitsOf(plan).get(unit) ?? new Set([foldedCase(unit)]);

/** Percentage points; per cent is another unit. */
const POINTS: ReadonlySet<string> = new Set(['pp', '百分点', '个百分点', 'percentage point', 'percentage points']);

const PERCENT: ReadonlySet<string> = new Set(['percent', 'per cent', '百分比']);

/** A unit as a multiple of the indicator's own; undefined where it is another one. */
export function multipleOf(unit: string, own: UnitNames): Multiple | undefined {
  const text = foldedCase(unit);
  if (own.has(text) || (POINTS.has(text) && [...own].some(name => POINTS.has(name)))) return ONE;
  if (PERCENT.has(text) && own.has('%')) return ONE;
  if (text === '‰' && own.has('%')) return { power: -1, word: 'e-1' };
  if ([...own].some(isMultipleUnit)) return undefined;
  const word = Object.keys(multipliers).find(name => {
    const rest = text.startsWith(name.toLowerCase()) ? text.slice(name.length).trim() : undefined;
    return rest === '' || (rest !== undefined && own.has(rest));
  });
  return word === undefined ? undefined : { power: multipliers[word] ?? 0, word };
}

/** Behind the digits of a number, before the words after them; of a range behind those of both ends. */
export function withMultiplier(number: string, multiplier: string): string {
  const plain = unifyWidth(number);
  const multiplied = (text: string) => text.replace(/(\d)(?=[^\d]*$)/, `$1${multiplier}`);
  return (rangeEnds(plain)?.map(multiplied) ?? [multiplied(plain)]).join('–');
}
