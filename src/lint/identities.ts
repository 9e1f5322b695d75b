import type { Label } from '../model/fields.ts';
import { behind, namedBy } from '../model/identities.ts';
import type { IdentityFormula } from '../model/indicator.ts';
import { rateUnits } from '../model/kind.ts';
import type { Indicator, Plan } from '../model/plan.ts';
import { evaluate, type Formula, type Operator, placedTokens } from '../values/formula.ts';
import { add, divide, EVERYTHING, type Interval, multiply, point, subtract } from '../values/interval.ts';
import { entryOf } from '../values/mapping.ts';
import { isNear } from '../values/noise.ts';
import { type LintRule, type Note, note } from './context.ts';

/** What is odd in the identity of an indicator: its names, its divisors, its units. */
export const identities: LintRule = ({ indicators, plan }) =>
  indicators.flatMap(({ id, item, path }) => {
    const { identity } = item;
    if (!identity) return [];
    const at = [...path, 'identity', ...(identity.within > 0 ? ['is'] : [])];
    const unknown = unknownNames(plan, identity, at);
    const isCircle = namedBy(item).some(name => behind(plan, name).includes(id));
    return [
      ...unknown,
      ...(isCircle ? [note('identity-in-circle', at, { indicator: id })] : []),
      ...(unknown.length > 0 ? [] : [...divisors(plan, identity, at), ...units(plan, item, identity, at)]),
    ];
  });

function unknownNames(plan: Plan, identity: IdentityFormula, path: Note['path']): Note[] {
  const found = placedTokens(identity).filter(
    ({ token }) => namedBy({ identity }).includes(String(token)) && !entryOf(plan.indicators, String(token)),
  );
  return found.map(({ token, from, to }) => ({
    ...note('identity-unknown-indicator', path, { indicator: String(token) }),
    piece: { from, to, of: identity.text.length },
  }));
}

/** A divisor that can be zero, by what is plausible of it, lets nothing follow. */
function divisors(plan: Plan, identity: Formula, path: Note['path']): Note[] {
  const plausible = (operand: number | string): Interval => {
    if (typeof operand === 'number') return point(operand);
    const { min = 0, max = Infinity } = entryOf(plan.indicators, operand)?.plausible ?? {};
    return min > max ? EVERYTHING : { low: min, high: max };
  };
  let isFound = false;
  evaluate(identity, plausible, (operator, left, right) => {
    if (operator === '+') return add(left, right);
    if (operator === '-') return subtract(left, right);
    if (operator === '*') return multiply(left, right);
    const isZero = right.low === 0 && right.high === 0;
    if (isZero || (right.low < 0 && right.high > 0)) isFound = true;
    // Nothing at all is the edge of what is plausible of most that is counted, and rarely what is reported.
    return divide(left, right.low === 0 && !isZero ? { ...right, lowOpen: true } : right);
  });
  return isFound ? [note('identity-divisor-may-be-zero', path, {})] : [];
}

/** What a value is counted in: the value times `scale` in the product of the units. */
interface Dimension {
  readonly powers: Readonly<Record<string, number>>;
  readonly scale: number;
  /** A number that the formula names: it turns one unit into another, or is counted in what stands beside it. */
  readonly isNumber: boolean;
}

const countedIn = (unit: string): Dimension =>
  Object.hasOwn(rateUnits, unit)
    ? { powers: {}, scale: 1 / (rateUnits[unit] ?? 1), isNumber: false }
    : { powers: { [unit]: 1 }, scale: 1, isNumber: false };

function units(plan: Plan, { unit, unitTitle }: Indicator, identity: Formula, path: Note['path']): Note[] {
  const notes: Note[] = [];
  const text = unitTextIn(plan);
  const result = evaluate(
    identity,
    (operand): Dimension =>
      typeof operand === 'number'
        ? { powers: {}, scale: 1 / operand, isNumber: true }
        : countedIn(entryOf(plan.indicators, operand)?.unit ?? ''),
    (operator, left, right) => {
      if (operator === '*' || operator === '/') return product(operator, left, right);
      if (!left.isNumber && !right.isNumber && !isAlike(left, right))
        notes.push(note('identity-mixes-units', path, { left: text(left), right: text(right) }));
      return left.isNumber ? right : left;
    },
  );
  const own = countedIn(unit);
  if (result.isNumber || notes.length > 0) return notes;
  if (isSameUnit(result, own)) {
    const factor = Number((own.scale / result.scale).toPrecision(6));
    // Any other number may be what ties the two.
    const isPowerOfTen = /^(?:10+|0\.0*1|1e[+-]\d+)$/.test(String(factor));
    return isPowerOfTen ? [note('identity-off-by-scale', path, { factor, unit: unitTitle })] : [];
  }
  const isPlain = identity.tokens.length === 1;
  return isPlain ? [note('identity-mixes-units', path, { left: unitTitle, right: text(result) })] : [];
}

function product(operator: Operator, left: Dimension, right: Dimension): Dimension {
  const sign = operator === '*' ? 1 : -1;
  const names = [...Object.keys(left.powers), ...Object.keys(right.powers)];
  const power = (name: string) => (left.powers[name] ?? 0) + sign * (right.powers[name] ?? 0);
  return {
    powers: Object.fromEntries(names.flatMap(name => (power(name) === 0 ? [] : [[name, power(name)]]))),
    scale: operator === '*' ? left.scale * right.scale : left.scale / right.scale,
    isNumber: left.isNumber && right.isNumber,
  };
}

const isSameUnit = ({ powers: a }: Dimension, { powers: b }: Dimension): boolean =>
  [...Object.keys(a), ...Object.keys(b)].every(name => a[name] === b[name]);

const isAlike = (a: Dimension, b: Dimension): boolean => isSameUnit(a, b) && isNear(a.scale, b.scale);

/** How a product of units is written in each language. */
function unitTextIn({ indicators }: Plan): (counted: Dimension) => Label {
  const titles = new Map(Object.values(indicators).map(({ unit, unitTitle }) => [unit, unitTitle]));
  const inLanguage = ({ powers, scale }: Dimension, lang: keyof Label): string => {
    const all = Object.entries(powers).map(([unit, power]) => {
      const name = titles.get(unit)?.[lang] ?? unit;
      return power === 1 ? name : `${name}^${power}`;
    });
    const rate = Object.entries(rateUnits).find(([, whole]) => isNear(1 / whole, scale))?.[0];
    return all.join(' × ') || (rate ?? '1');
  };
  return counted => ({ en: inLanguage(counted, 'en'), zh: inLanguage(counted, 'zh') });
}
