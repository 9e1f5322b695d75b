import type { Indicator, Plan } from '../../model/plan.ts';
import { foldedUnit } from '../../values/fold.ts';
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
    const own = names.get(unit) ?? new Set([foldedUnit(unit)]);
    names.set(unit, own);
    for (const name of more) own.add(foldedUnit(name));
  };
  for (const { unit, unitTitle } of indicators) add(unit, [unitTitle.zh]);
  for (const [unit, { aliases }] of Object.entries(units)) add(unit, aliases);
  return names;
}

const unitsOf = onceEach(({ indicators, units }: Plan) => namesOfUnits(Object.values(indicators), units));

/** All names of the unit of an indicator. */
export const unitNames = (plan: Plan, { unit }: Pick<Indicator, 'unit'>): UnitNames =>
  unitsOf(plan).get(unit) ?? new Set([foldedUnit(unit)]);

/** Percentage points; per cent is another unit. */
const POINTS: ReadonlySet<string> = new Set(['pp', '百分点', '个百分点', 'percentage point', 'percentage points']);

const PERCENT: ReadonlySet<string> = new Set(['percent', 'per cent', '百分比']);

/** What is counted, and how many at once as a power of ten: 万亿元 is 10¹² 元. A km² is no thousand m². */
function split(unit: string): readonly [counted: string, power: number] {
  const [word = ''] = LEADING.exec(unit) ?? [];
  const counted = unit.slice(word.length).trim();
  if (word === '' || POWERED.test(unit)) return [unit, 0];
  const [rest, more] = split(counted);
  return [rest, (powers.get(word) ?? 0) + more];
}

const POWERED = /^[k千]\S*[²³23]$/;

/** In one case, as the names of units are. */
const powers = new Map(Object.entries(multipliers).map(([word, power]) => [foldedUnit(word), power]));
const LEADING = new RegExp(`^(?:${[...powers.keys()].toSorted((a, b) => b.length - a.length).join('|')})`);

/** The first word that multiplies so, or the power itself. */
const byPower = (power: number): Multiple => ({
  power,
  word: Object.keys(multipliers).find(name => multipliers[name] === power) ?? `e${power}`,
});

/** A unit as a multiple of the indicator's own; undefined where it is another one. */
export function multipleOf(unit: string, own: UnitNames): Multiple | undefined {
  const text = foldedUnit(unit);
  if (own.has(text) || (POINTS.has(text) && [...own].some(name => POINTS.has(name)))) return ONE;
  if (PERCENT.has(text) && own.has('%')) return ONE;
  if (text === '‰' && own.has('%')) return { power: -1, word: 'e-1' };
  if (text === '%' && own.has('‰')) return { power: 1, word: 'e1' };
  const [counted, power] = split(text);
  // A multiple alone beside a unit that is one itself, 亿 of 亿元, may be another one of it.
  if (counted === '') return [...own].some(isMultipleUnit) ? undefined : byPower(power);
  const same = [...own].map(split).find(([name]) => name === counted);
  if (!same) return undefined;
  // Words beside a unit that is a multiple itself could be taken for one of that: 2.5万 of 亿元.
  return same[1] === 0 ? byPower(power) : { power: power - same[1], word: `e${power - same[1]}` };
}

/** Behind the digits of a number, before the words after them; of a range behind those of both ends. Exponents add up. */
export function withMultiplier(number: string, multiplier: string): string {
  const plain = unifyWidth(number);
  const [, own] = /^e(-?\d+)$/.exec(multiplier) ?? [];
  const multiplied = (text: string) =>
    own === undefined
      ? text.replace(/(\d)(?=[^\d]*$)/, `$1${multiplier}`)
      : text.replace(/(\d)(?:e([+-]?\d+))?(?=[^\d]*$)/i, (_, digit, more = '0') => `${digit}e${+own + +more}`);
  return (rangeEnds(plain)?.map(multiplied) ?? [multiplied(plain)]).join('–');
}
