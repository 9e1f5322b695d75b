import { concerning, namedBy } from '../model/identities.ts';
import { circles } from './circles.ts';
import { type Context, type LintRule, note, perReading } from './context.ts';
import { identities } from './identities.ts';

const definitions: LintRule = ({ indicators }) =>
  indicators.flatMap(({ id, item: { counts }, path }) => {
    const others = Object.values(counts).filter(relation => relation !== 'same');
    return [
      ...(Object.keys(counts).length === 0 ? [note('indicator-without-counts', path, { indicator: id }, 'key')] : []),
      ...(counts['unstated'] === 'same' && others.length > 0
        ? [note('unstated-means-same', [...path, 'counts', 'unstated'], { indicator: id }, 'key')]
        : []),
    ];
  });

const noSame = perReading(({ target: { item, indicator }, reading, pathOf }, { rawAt }) => {
  const counts = reading.counts ?? indicator?.counts ?? {};
  if (Object.keys(counts).length === 0 || Object.values(counts).includes('same')) return [];
  const own = pathOf('counts');
  const path = rawAt(own) === undefined ? ['indicators', item.indicator, 'counts'] : own;
  return [note('counts-without-same', path, { target: item.id }, 'key')];
});

const ranges: LintRule = ({ indicators }) =>
  indicators.flatMap(({ id, item: { plausible }, path }) => {
    const { min, max } = plausible;
    const isOpen = min === undefined && max === undefined;
    return isOpen ? [note('indicator-without-plausible', path, { indicator: id }, 'key')] : [];
  });

/** What a target needs itself, or through identities. */
const neededBy = ({ targets, plan }: Context): Set<string> =>
  new Set(targets.flatMap(({ item }) => concerning(plan, item)));

const uses: LintRule = context => {
  const needed = neededBy(context);
  return context.indicators.flatMap(({ id, path }) =>
    needed.has(id) ? [] : [note('indicator-unused', path, { indicator: id }, 'key')],
  );
};

const assumptions: LintRule = ({ plan, indicators }) => {
  const factors = new Set(indicators.flatMap(({ item }) => namedBy(item)));
  return plan.assumptions.flatMap(({ indicator, from, to }, index) => {
    const path = ['assumptions', index];
    const isThere = Object.hasOwn(plan.indicators, indicator);
    return [
      ...(isThere ? [] : [note('assumption-unknown-indicator', [...path, 'indicator'], { indicator })]),
      ...(isThere && !factors.has(indicator) ? [note('assumption-unused', [...path, 'indicator'], { indicator })] : []),
      ...(from > to ? [note('assumption-backwards', [...path, 'to'], { from, to })] : []),
    ];
  });
};

/** What is odd in an indicator: its definitions, its plausible range, its identity, its use. */
export const indicatorRules: readonly LintRule[] = [
  definitions,
  noSame,
  ranges,
  uses,
  identities,
  circles,
  assumptions,
];
