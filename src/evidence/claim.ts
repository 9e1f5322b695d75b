import type { Flow, Observation } from '../model/observation.ts';
import type { Indicator, Relation } from '../model/plan.ts';
import { isWithin, periodEnding } from '../model/span.ts';
import type { Day } from '../values/day.ts';
import { atLeast, atMost, EVERYTHING, type Interval } from '../values/interval.ts';
import { nameKey } from '../values/name.ts';
import type { Usable } from './screen.ts';

/** What an identity of the plan makes of figures of other indicators, in one way in which they can stand together. */
export interface Product {
  readonly interval: Interval;
  readonly from: readonly Observation[];
}

/**
 * What one figure, the start that the plan names, or an identity says of the value of a region on a day. Nothing else is
 * known of the values; that they rise, add up and hold their parts is declared by the plan and always stands (network.ts).
 */
export interface Claim {
  readonly region: string;
  readonly day: Day;
  /** What it says of the thing that it is a figure of. */
  readonly says: Interval;
  /** What that leaves of the value that is meant. */
  readonly leaves: Interval;
  /** Claims of one region and day on one thing speak of the same number; null where it may be any. */
  readonly thing: string | null;
  /** Null for the start, and for what an identity gives. */
  readonly figure: Usable | null;
  readonly product?: Product;
  /** All that an identity gives for the day, of which this is one way to take the figures. */
  readonly products?: readonly Product[];
  /** Of the claims of one figure, or of one identity, that may be read in several ways, one holds at most. */
  readonly takenAs: 'only' | 'as-printed' | 'slipped' | 'silent' | 'one-of-several';
}

/** Whose claim it is; null for the start. */
export const claimant = ({ figure, products }: Claim): Claimant => figure ?? products ?? null;

export type Claimant = Usable | readonly Product[] | null;

/** A figure of a part says what is there at least, one of more than what is meant what is there at most. */
export function leaves(says: Interval, relation: Exclude<Relation, 'other'>): Interval {
  if (relation === 'part') return atLeast(says.low, says.lowOpen);
  return relation === 'whole' ? atMost(says.high, says.highOpen) : says;
}

/** What the plan's indicator and its deadline make of a figure's date. */
export interface DatingRule {
  readonly isMonotone: boolean;
  readonly deadline: Day;
  readonly per: Indicator['per'];
  /** The time that is asked for, where it is not the period that ends with a day. */
  readonly stretch: Flow | undefined;
}

/** Of a count that only rises, a figure dated "at the latest" says what there is at least, and nothing else. */
export const isFloor = ({ observation: { dated } }: Usable, { isMonotone }: DatingRule): boolean =>
  dated === 'at-latest' && isMonotone;

/**
 * The claims of a figure on one of these days, or, where it bounds what several of them mean, on each: one, or one for each way in which it may be read, of which one holds at most. It may say nothing:
 * where nobody can tell that it was known, or that it is of the deadline and not of a day before ("at the latest").
 */
export function claimsOf(figure: Usable, dating: DatingRule, days: readonly Day[]): Claim[] {
  const { otherSpan } = figure;
  if (!otherSpan) return claimsOn(figure.observation.asOf, figure, dating);
  return days.filter(day => isBoundOn(day, otherSpan, dating)).flatMap(day => claimsOn(day, figure, dating));
}

/** Times that overlap, and of which none lies in the other, say nothing of each other. */
function isBoundOn(day: Day, flow: Flow, { per, stretch }: DatingRule): boolean {
  const meant = stretch ?? periodEnding(per, day);
  return meant.to === day && (isWithin(flow, meant) || isWithin(meant, flow));
}

function claimsOn(day: Day, figure: Usable, dating: DatingRule): Claim[] {
  const { observation, quantity, role, alternatives, mayBeUnpublished } = figure;
  const { region, dated } = observation;
  const isLeast = isFloor(figure, dating);
  if (isLeast && role === 'whole') return [];
  const maySayNothing = mayBeUnpublished || (!isLeast && dated === 'at-latest' && day === dating.deadline);
  const thing = isLeast ? null : thingOf(figure);
  const isSure = alternatives.length === 0 && !maySayNothing;
  const claim = (says: Interval, takenAs: Claim['takenAs']): Claim => ({
    region,
    day,
    says,
    leaves: leaves(says, isLeast ? 'part' : role),
    thing,
    figure,
    takenAs,
  });
  return [
    claim(quantity, isSure ? 'only' : 'as-printed'),
    ...alternatives.map(says => claim(says, 'slipped')),
    ...(maySayNothing ? [{ ...claim(EVERYTHING, 'silent'), thing: null }] : []),
  ];
}

/** How what an identity gives for a day stands beside the rest. */
export interface ProductStanding {
  /** All that it rests on was surely known, and is surely of that day. */
  readonly isSure: boolean;
  /** Of several ways to take its figures some may be excluded; then a part of them may stand, of which nothing follows. */
  readonly isExcluded: boolean;
}

/** What an identity says of a day: one claim for each way to take its figures, and one that says nothing where none of them need hold. */
export function claimsOfProducts(
  products: readonly Product[],
  region: string,
  day: Day,
  { isSure, isExcluded }: ProductStanding,
): Claim[] {
  const claim = (says: Interval, takenAs: Claim['takenAs'], product?: Product): Claim => ({
    ...{ region, day, says, leaves: says, thing: null, figure: null, products, takenAs },
    ...(product && { product }),
  });
  const isOneOfSeveral = products.length > 1;
  const takenAs = isOneOfSeveral ? 'one-of-several' : isSure ? 'only' : 'as-printed';
  const claims = products.map(product => claim(product.interval, takenAs, product));
  if (products.length > 0 && (!isSure || (isOneOfSeveral && isExcluded))) claims.push(claim(EVERYTHING, 'silent'));
  return claims;
}

/** The thing of figures of what is meant itself. */
export const MEANT = '';

/** What is meant is one thing, and so is each part by its definition and name. */
export const thingOf = ({ role, otherSpan, observation: { counts, scope } }: Usable): string =>
  role === 'same' ? MEANT : JSON.stringify([role, counts, partOf(scope), otherSpan]);

/** The part of what is meant that a figure is of; null where it is of all. */
export const partOf = (scope: Observation['scope']): string | null => (scope === 'whole' ? null : nameKey(scope.part));
