/*
 * What stands always, what each figure claims, and which claims can stand together (design §6).
 *
 * Unknown are the values of the smallest regions on every day that matters, the number of the start, and for each part
 * or "more than meant" that was counted a value of its own. Always: values of what is counted are not negative, regions
 * add up, a rising count rises in every region. A claim is a condition on top of that. A side is a largest set of claims
 * that some world satisfies.
 */
import { addMonths, newest } from './days.ts';
import type { Facts, Figure } from './documents.ts';
import type { RegionFields } from './fields.ts';
import { type Figures, isBetween, readingsOf, withoutOutranked, withoutRevised } from './figures.ts';
import { above, type Condition, constant, type Form, notBelow, solve, sum, unknown } from './linear.ts';
import type { Range } from './printed.ts';

interface Claim {
  /** Null for the start of the plan, which is contested like a figure. */
  readonly figure: Figure | null;
  /** What the figure is taken to mean; a doubtful one makes a claim of each of its readings. */
  readonly range: Range | null;
  /** It was held against figures before and after its own day. */
  readonly isBetween?: boolean;
  readonly conditions: readonly Condition[];
}

export interface Side {
  readonly claims: readonly Claim[];
  readonly conditions: readonly Condition[];
}

export interface Setting {
  readonly facts: Facts;
  readonly figures: Figures;
  /** What stands always. */
  readonly always: readonly Condition[];
  readonly claims: readonly Claim[];
}

/** The smallest regions: those without parts, and what a list that is not complete leaves out. */
export function leavesOf({ id, parts = [], complete }: RegionFields): string[] {
  if (parts.length === 0) return [id];
  return [...parts.flatMap(leavesOf), ...(complete === 'false' ? [`${id}/rest`] : [])];
}

export const find = (tree: RegionFields, id: string): RegionFields | undefined =>
  tree.id === id ? tree : (tree.parts ?? []).map(part => find(part, id)).find(found => found !== undefined);

const cell = (leaf: string, day: string): Form => unknown(`${leaf} on ${day}`);

/** Of what does not add up, parts of the region say nothing: the region is one piece. */
const pieces = ({ tree, isAdditive }: Facts, region: string): string[] =>
  isAdditive ? leavesOf(find(tree, region) ?? tree) : [region];

export const valueOn = (facts: Facts, region: string, day: string): Form =>
  sum(pieces(facts, region).map(leaf => cell(leaf, day)));

const within = (form: Form, { low, high, isLowOpen, isHighOpen }: Range): Condition[] => [
  ...(low === -Infinity ? [] : [(isLowOpen ? above : notBelow)(form, constant(low))]),
  ...(high === Infinity ? [] : [(isHighOpen ? above : notBelow)(constant(high), form)]),
];

export const START = unknown('start');

/** What is known on a day, of the figures that were known, as they are published. */
export function settingOf(facts: Facts, known: Figures, judged: string): Setting {
  const current = withoutRevised(known);
  const days = daysOf(facts, current, judged);
  const always = alwaysOn(days, facts);
  const doExclude = (a: Figure, b: Figure) =>
    solve([...always, ...claimOf(a, a.printed, facts), ...claimOf(b, b.printed, facts)], facts.isSigned) === undefined;
  const figures = withoutOutranked(current, facts, doExclude);
  const claims = figures.flatMap(figure =>
    readingsOf(figure, figures, facts).map(
      (range): Claim => ({
        figure,
        range,
        isBetween: isBetween(figure, figures, facts),
        conditions: claimOf(figure, range, facts),
      }),
    ),
  );
  const { start } = facts;
  return { facts, figures, always, claims: start ? [...claims, claimOfStart(facts, start)] : claims };
}

const daysOf = ({ start }: Facts, figures: Figures, judged: string): string[] =>
  [...new Set([...figures.map(({ day }) => day), ...(start ? [start.day] : []), judged])].toSorted();

function alwaysOn(days: readonly string[], facts: Facts): Condition[] {
  const { start, isMonotone, tree } = facts;
  const rising = pieces(facts, tree.id).flatMap(leaf =>
    days.slice(1).map((day, index) => notBelow(cell(leaf, day), cell(leaf, days[index] ?? day))),
  );
  return [...(isMonotone ? rising : []), ...(start ? within(START, start.range) : [])];
}

/** The value on the day of the start is the plan's number. */
function claimOfStart(facts: Facts, start: NonNullable<Facts['start']>): Claim {
  const value = valueOn(facts, facts.tree.id, start.day);
  const named = start.number === null ? START : constant(start.number);
  return { figure: null, range: null, conditions: [notBelow(value, named), notBelow(named, value)] };
}

const isFresh = (day: string, { asOf, freshMonths }: Facts): boolean => addMonths(day, freshMonths) >= asOf;

function claimOf(figure: Figure, range: Range, facts: Facts): Condition[] {
  const { region, day, relation, isScoped, definition } = figure;
  const value = valueOn(facts, region, day);
  const role = isScoped && relation === 'same' ? 'part' : relation;
  if (figure.isLatest && facts.isMonotone)
    // Some day up to then had it: of a rising count it is a lower bound from its day on, and nothing else.
    return role === 'whole' ? [] : within(value, { ...range, high: Infinity });
  if (role === 'same') return within(value, range);
  // One value for each definition and named scope, so that two figures of it can exclude each other.
  const counted = unknown(`${definition} in ${region} on ${day}`);
  const link = role === 'part' ? notBelow(value, counted) : notBelow(counted, value);
  return [...within(counted, range), link];
}

const hold = (setting: Setting, claims: readonly Claim[]): boolean =>
  areOfOneReading(claims) &&
  solve([...setting.always, ...claims.flatMap(({ conditions }) => conditions)], setting.facts.isSigned) !== undefined;

/** A figure means one thing only. */
const areOfOneReading = (claims: readonly Claim[]): boolean =>
  new Set(claims.map(({ figure }) => figure)).size === claims.length;

/** All largest sets of claims that can stand together, the larger ones first. */
export function sidesOf(setting: Setting): Side[] {
  const { claims } = setting;
  const sets = hold(setting, claims) ? [[...claims]] : largest(setting);
  return sets
    .filter(set => !sets.some(other => isSettledBy(set, other)))
    .map(set => ({
      claims: set,
      conditions: [...setting.always, ...set.flatMap(({ conditions }) => conditions)],
    }));
}

/**
 * Sides are sets of figures: where all of them stand once a unit is put right, none has to fall so that a doubtful one can
 * stand as it is printed (933,070 between 84,000 and 93,000 of a rising count). A unit that is put right stays a side.
 */
function isSettledBy(set: readonly Claim[], other: readonly Claim[]): boolean {
  const figures = (claims: readonly Claim[]) => new Set(claims.map(({ figure }) => figure));
  const slipped = (claims: readonly Claim[]) =>
    claims.filter(({ figure, range }) => figure && range !== figure.printed);
  const more = figures(other);
  const isLess = set.length < other.length && [...figures(set)].every(figure => more.has(figure));
  // Beside one neighbour only either of the two may have slipped.
  const isSure = slipped(other).every(claim => set.includes(claim) || claim.isBetween);
  return isLess && isSure && slipped(set).every(claim => other.includes(claim));
}

/** Every set is looked at, the larger ones first; one with two claims that exclude each other cannot stand. */
function largest(setting: Setting): Claim[][] {
  const { claims } = setting;
  const excluding = claims.map((one, index) =>
    claims.reduce((mask, other, at) => (at < index && !hold(setting, [one, other]) ? mask | (1 << at) : mask), 0),
  );
  const hasPair = (mask: number) => excluding.some((others, at) => mask & (1 << at) && others & mask);
  const masks = Array.from({ length: 2 ** claims.length }, (_, mask) => mask).filter(mask => !hasPair(mask));
  const found: number[] = [];
  for (const mask of masks.toSorted((a, b) => size(b) - size(a))) {
    const isWithin = found.some(other => (other & mask) === mask);
    if (!isWithin && hold(setting, claimsIn(mask, claims))) found.push(mask);
  }
  return found.map(mask => claimsIn(mask, claims));
}

const claimsIn = (mask: number, claims: readonly Claim[]) => claims.filter((_, at) => mask & (1 << at));

function size(mask: number): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count += 1;
  return count;
}

const isOfTheWhole = (figure: Figure, { tree }: Facts): boolean =>
  figure.region === tree.id && figure.relation === 'same' && !figure.isScoped;

/**
 * The days before the judged one of which the whole was told, after the start: what was before it neither met nor lost
 * the target. In each side their values are what that side leaves of them.
 */
export function historyDays({ facts, figures }: Setting, judged: string): string[] {
  const { start } = facts;
  const days = new Set(figures.filter(figure => isOfTheWhole(figure, facts)).map(({ day }) => day));
  return [...days].filter(day => day < judged && (!start || day > start.day)).toSorted();
}

/** The figures of a side that print what the whole was on a day. */
export const printedOn = ({ claims }: Side, facts: Facts, day: string): Figures =>
  claims.flatMap(({ figure, range }) =>
    figure && figure.day === day && isOfTheWhole(figure, facts) && range === figure.printed ? [figure] : [],
  );

/** The side leaves of a value just what this range holds: both its ends, and nothing beyond them. */
export function isJust({ conditions }: Side, value: Form, { low, high }: Range, isSigned: boolean): boolean {
  const canBe = (condition: Condition) => solve([...conditions, condition], isSigned) !== undefined;
  const [least, most] = [constant(low), constant(high)];
  return (
    canBe(notBelow(least, value)) &&
    canBe(notBelow(value, most)) &&
    !canBe(above(least, value)) &&
    !canBe(above(value, most))
  );
}

/**
 * The day that the documents name, where they leave no doubt: the deadline once it has passed, else the newest fresh day
 * of which the whole was told with both ends, if nothing newer was told at all. Undefined where it takes more than that.
 */
export function clearDay(facts: Facts, figures: Figures): string | undefined {
  if (facts.asOf >= facts.by) return facts.by;
  const closing = figures.filter(
    ({ region, relation, isScoped, isLatest, day, printed }) =>
      region === facts.tree.id &&
      relation === 'same' &&
      !isScoped &&
      !isLatest &&
      isFresh(day, facts) &&
      Number.isFinite(printed.low) &&
      Number.isFinite(printed.high) &&
      (!facts.start || day > facts.start.day),
  );
  const day = newest(closing.map(each => each.day));
  return day !== undefined && figures.every(each => each.day <= day) ? day : undefined;
}
