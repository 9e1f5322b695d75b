import type { Claim } from '../evidence/claim.ts';
import type { JudgedSide } from '../evidence/judged-side.ts';
import type { Network } from '../evidence/network.ts';
import type { End } from '../evidence/solution.ts';
import { claimsBehind } from '../evidence/why.ts';
import type { ModelStep } from '../model/explanation.ts';
import type { Baseline } from '../model/plan.ts';
import type { Day } from '../values/day.ts';
import { finiteEnds } from '../values/interval.ts';

/** More steps than these are not told: a sum may have thousands of parts. */
const MOST_STEPS = 12;

/** How the ends of a side follow from its claims, each step after those that it rests on. */
export function stepsOf({ ends }: JudgedSide, judged: Day, baseline: Baseline | undefined): ModelStep[] {
  if (!ends) return [];
  const { network, low, high } = ends;
  const place = network.dayPlaces.get(judged) ?? 0;
  const tell = teller(network, baseline);
  const steps = [...tell(low, place, 'low'), ...tell(high, place, 'high')];
  const isPlain = steps.every(({ code }) => code === 'says' || code === 'start');
  const told = new Map(steps.map(step => [JSON.stringify(step), step]));
  return isPlain ? [] : [...told.values()].slice(-MOST_STEPS);
}

function teller({ regions, days }: Network, baseline: Baseline | undefined) {
  const regionAt = (place: number) => regions[Math.floor(place / days.length)]?.id ?? '';
  const dayAt = (place: number) => days[place % days.length] ?? '';
  const tell = ({ why, at: value, isOpen }: End, place: number, end: 'low' | 'high'): ModelStep[] => {
    const other = end === 'low' ? 'high' : 'low';
    const here = { end, region: regionAt(place), day: dayAt(place), value, isOpen };
    switch (why.kind) {
      case 'nothing':
        return [];
      case 'claims':
        return why.claims.map(claim => said(claim, baseline));
      case 'rising':
        return [...tell(why.from, why.place, end), { code: 'rising', ...here, from: dayAt(why.place) }];
      case 'parts':
        return [
          ...why.ends.flatMap((each, index) => tell(each, why.places[index] ?? place, end)),
          { code: 'parts', ...here },
        ];
      case 'change':
        return [
          ...tell(why.from, why.place, end),
          ...why.ends.flatMap(claimsBehind).map(claim => said(claim, baseline)),
          { code: 'change', ...here, from: dayAt(why.place) },
        ];
      case 'rest':
        return [
          ...tell(why.from, why.place, end),
          ...why.ends.flatMap((each, index) =>
            index === why.but ? [] : tell(each, why.places[index] ?? place, other),
          ),
          { code: 'rest', ...here, whole: regionAt(why.place) },
        ];
    }
  };
  return tell;
}

const said = ({ figure, product, region, day }: Claim, baseline: Baseline | undefined): ModelStep =>
  product
    ? { code: 'identity', region, day, ...finiteEnds(product.interval) }
    : figure
      ? { code: 'says', region, day, text: figure.quantity.text, publisher: figure.observation.source.publisher }
      : { code: 'start', day, text: baseline?.value.text ?? '' };
