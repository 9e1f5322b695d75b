import { expect, test } from 'vitest';
import { assessmentFlaws } from '../../src/assess/consistent.ts';
import { expectGolden } from '../support/golden.ts';
import { flawsOfPlan, flawsOfTargets } from './drawn/each-leaf.ts';
import { defined, inParts, plainly } from './drawn/of-days.ts';
import { against, derived, overSpans, slipped } from './drawn/of-more.ts';
import { analysisOfWorld } from './drawn/told-whole.ts';
import { analysisOf, wholePlan } from './drawn/whole-plan.ts';
import { lotOf } from './drawn/world.ts';

/*
 * An analysis that comes from outside is believed in nothing that contradicts the rest of it (docs/gates.md). Here each leaf
 * of some analyses is changed by itself, and what is found of it stands in the golden files.
 */

/** Some are decided, some are not. */
const kinds = [
  ['plainly', plainly, [2, 24]],
  ['defined', defined, [28]],
  ['inParts', inParts, [12]],
  ['overSpans', overSpans, [12]],
  ['derived', derived, [25]],
  ['against', against, [17]],
  ['slipped', slipped, [40]],
] as const;

test.each(kinds)('each leaf of what is told of %s', async (name, draw, seeds) => {
  const lines: string[] = [];
  for (const seed of seeds) {
    const analysis = await analysisOfWorld(draw(lotOf(seed)));
    if (!analysis) continue;
    expect(assessmentFlaws(analysis)).toEqual([]);
    lines.push(`${name} ${seed}`, ...flawsOfTargets(analysis), '');
  }
  expectGolden(`leaves/${name}.txt`, lines.join('\n'));
});

test('each leaf of what is told of a whole plan', async () => {
  const analysis = await analysisOf(wholePlan(4));
  if (!analysis) throw new Error('nothing was judged');
  expect(assessmentFlaws(analysis)).toEqual([]);
  expectGolden('leaves/wholePlan.txt', flawsOfPlan(analysis).join('\n'));
});
