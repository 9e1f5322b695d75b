import { namesOf } from '../values/formula.ts';
import { entryOf } from '../values/mapping.ts';
import { onceEach } from '../values/once-each.ts';
import type { Indicator, Plan, Target } from './plan.ts';

type Indicators = Plan['indicators'];

/** The indicators that the identity of one names. */
export const namedBy = ({ identity }: Pick<Indicator, 'identity'>): readonly string[] =>
  identity ? namesOf(identity) : [];

/** An indicator, last, and before it all that its identity rests on, theirs too: each after what it rests on itself. */
export function behind({ indicators }: Pick<Plan, 'indicators'>, id: string): readonly string[] {
  const worked = orders(indicators);
  const order = worked.get(id) ?? orderOf(indicators, id);
  worked.set(id, order);
  return order;
}

/** All whose figures concern a target: its own, that against which its goal is held, and what stands behind either. */
export const concerning = (
  plan: Pick<Plan, 'indicators'>,
  { indicator, readings }: Pick<Target, 'indicator' | 'readings'>,
) => {
  const others = new Set(readings.flatMap(({ goal: { against } }) => against ?? []));
  if (others.size === 0) return behind(plan, indicator);
  return [...new Set([...others].flatMap(id => behind(plan, id)).concat(behind(plan, indicator)))];
};

const orders = onceEach((_: Indicators) => new Map<string, readonly string[]>());

/** Nothing recurses, however long the chain; in a circle the one that was met first comes last. */
function orderOf(indicators: Indicators, id: string): string[] {
  const order: string[] = [];
  const met = new Set([id]);
  const way = [{ name: id, left: namedIn(indicators, id).toReversed() }];
  for (let last = way.at(-1); last; last = way.at(-1)) {
    const next = last.left.pop();
    if (next === undefined) order.push(way.pop()?.name ?? id);
    else if (met.size !== met.add(next).size) way.push({ name: next, left: namedIn(indicators, next).toReversed() });
  }
  return order;
}

const namedIn = (indicators: Indicators, id: string): readonly string[] => {
  const indicator = entryOf(indicators, id);
  return indicator ? namedBy(indicator) : [];
};
