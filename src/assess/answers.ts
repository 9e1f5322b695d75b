import { concerning } from '../model/identities.ts';
import type { Observation } from '../model/observation.ts';
import type { PlacedTarget } from '../model/outline.ts';
import type { Indicator, Plan, Reading } from '../model/plan.ts';
import { regionsBelow, regionTree } from '../model/regions.ts';
import { spanOf } from '../model/span.ts';
import { isSummable } from '../model/summable.ts';
import { onceEach } from '../values/once-each.ts';

/** A reading that nothing was reported for takes as long as this many figures. */
const OF_READING = 16;
/** Parts of a region that nothing was reported for take as long as one figure. */
const OF_PARTS = 4;
/** Letters that a line of an analysis may hold; a text of more counts as further lines. */
const LETTERS = 256;

/**
 * How many figures targets are held against, each in every reading: what a check costs and what its analysis lists. All
 * else that each target is held against or repeats counts as well: parts of its region, milestones, factors, long texts.
 */
export function answersOf(
  plan: Plan,
  region: string,
  placed: readonly PlacedTarget[],
  observations: readonly Observation[],
): number {
  const reported = new Map<string | null, number>();
  for (const each of observations)
    reported.set(each.indicator, (reported.get(each.indicator) ?? 0) + 1 + Math.floor(lettersOf(each) / LETTERS));
  const parts = Math.ceil(regionsBelow(regionTree(plan, region)).length / OF_PARTS);
  const common = furtherLines([plan.id, region]);
  let count = 0;
  for (const { factors, isInParts, repeated, periods } of costsIn(plan)(placed)) {
    let each = OF_READING * factors.length + (isInParts ? parts : 0);
    for (const id of factors) each += reported.get(id) ?? 0;
    count += common + repeated + each * periods;
  }
  return count;
}

/** What each of some targets costs, whatever was reported: a batch asks for the same ones in thousands of regions. */
const costsIn = onceEach((plan: Plan) =>
  onceEach((placed: readonly PlacedTarget[]) =>
    placed.flatMap(({ target, measure, tasks }) => {
      const indicator = plan.indicators[target.indicator];
      if (!indicator) return [];
      const lines = linesOf(indicator) + furtherLines([measure.id, target.id, ...tasks]);
      return {
        factors: concerning(plan, target),
        isInParts: isSummable(indicator),
        repeated: target.readings.reduce((sum, { path }) => sum + path.length, lines),
        periods: target.readings.reduce((sum, reading) => sum + periodsOf(reading, indicator), 0),
      };
    }),
  ),
);

/** Every period of a span is asked for by itself, and once more all of them together. */
const periodsOf = ({ over, goal }: Reading, indicator: Indicator): number =>
  1 + ((over && spanOf(over, indicator, goal)?.periods.length) ?? 0);

/** One by one: a list of them for each of millions of figures takes longer than the rest. */
function lettersOf(figure: Observation): number {
  const { quantity, counts, scope, source, region, measure, says, against, unusable, note } = figure;
  const named =
    lengthOf(counts) + lengthOf(scope === 'whole' ? scope : scope.part) + lengthOf(region) + lengthOf(measure);
  const told = lengthOf(quantity?.text) + lengthOf(says) + lengthOf(against) + lengthOf(unusable) + lengthOf(note);
  return named + told + lengthOf(source.publisher) + lengthOf(source.url);
}

const lengthOf = (text: string | null | undefined): number => text?.length ?? 0;

const furtherLines = (texts: readonly (string | null | undefined)[]): number =>
  Math.floor(texts.reduce((sum, text) => sum + lengthOf(text), 0) / LETTERS);

/** What of an indicator stands with each of its targets. */
const linesOf = (indicator: Plan['indicators'][string]): number => linesIn(indicator).count;

const linesIn = onceEach((indicator: Plan['indicators'][string]) => ({
  count: Math.floor(JSON.stringify(indicator).length / 1000),
}));
