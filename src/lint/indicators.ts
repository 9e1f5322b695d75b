import { type Context, type LintRule, note, perReading } from './context.ts';

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

/** The factors of an identity that a target needs, and theirs. */
function neededBy({ targets, plan }: Context): Set<string> {
  const needed = new Set(targets.map(({ item }) => item.indicator));
  for (const id of needed) for (const factor of plan.indicators[id]?.identity?.product ?? []) needed.add(factor);
  return needed;
}

const uses: LintRule = context => {
  const needed = neededBy(context);
  return context.indicators.flatMap(({ id, path }) =>
    needed.has(id) ? [] : [note('indicator-unused', path, { indicator: id }, 'key')],
  );
};

const identities: LintRule = ({ indicators, plan }) =>
  indicators.flatMap(({ id, item, path }) =>
    (item.identity?.product ?? []).flatMap((factor, index) => {
      const at = [...path, 'identity', 'product', index];
      if (factor === id) return [note('identity-of-itself', at, { indicator: id })];
      return Object.hasOwn(plan.indicators, factor)
        ? []
        : [note('identity-unknown-indicator', at, { indicator: factor })];
    }),
  );

const assumptions: LintRule = ({ plan, indicators }) => {
  const factors = new Set(indicators.flatMap(({ item }) => item.identity?.product ?? []));
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
export const indicatorRules: readonly LintRule[] = [definitions, noSame, ranges, uses, identities, assumptions];
