import type { Day } from '../values/day.ts';
import { between, type Interval } from '../values/interval.ts';
import type { Claim } from './claim.ts';
import type { Network } from './network.ts';

/** One end of a value, and why it is no wider. */
export interface End {
  readonly at: number;
  readonly isOpen: boolean;
  readonly why: Why;
}

/** A place is that of a value in the network; ends stand in the order of their places. */
export type Why =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'claims'; readonly claims: readonly Claim[] }
  /** The same end on another day, since the count only rises. */
  | { readonly kind: 'rising'; readonly from: End; readonly place: number }
  /** The ends of all parts together. */
  | { readonly kind: 'parts'; readonly ends: readonly End[]; readonly places: readonly number[] }
  /** What it was on another day, and by how much parts have changed since. */
  | { readonly kind: 'change'; readonly from: End; readonly place: number; readonly ends: readonly End[] }
  /** What the other parts leave of the whole. */
  | {
      readonly kind: 'rest';
      readonly from: End;
      readonly place: number;
      readonly ends: readonly End[];
      readonly places: readonly number[];
      readonly but: number;
    };

/** What claims leave of every value: the ends of region r on day d stand at r × days + d. */
export interface Solution {
  readonly network: Network;
  readonly lows: readonly End[];
  readonly highs: readonly End[];
}

export const endAt = (at: number): End => ({ at, isOpen: false, why: { kind: 'nothing' } });
const NO_LOW = endAt(-Infinity);
export const NO_HIGH = endAt(Infinity);

export const placeOf = ({ days, regionPlaces, dayPlaces }: Network, region: string, day: Day): number =>
  (regionPlaces.get(region) ?? Number.NaN) * days.length + (dayPlaces.get(day) ?? Number.NaN);

export interface Ends {
  readonly low: End;
  readonly high: End;
}

export function endsOf({ network, lows, highs }: Solution, region: string, day: Day): Ends {
  const place = placeOf(network, region, day);
  return { low: lows[place] ?? NO_LOW, high: highs[place] ?? NO_HIGH };
}

export const intervalOf = ({ low, high }: Ends): Interval => between(low.at, high.at, low.isOpen, high.isOpen);

export const valueIn = (solution: Solution, region: string, day: Day): Interval =>
  intervalOf(endsOf(solution, region, day));
