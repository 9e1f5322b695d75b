import { describe, test } from 'vitest';
import { expectGolden } from '../support/golden.ts';
import { defined, inParts, plainly } from './drawn/of-days.ts';
import { against, derived, overSpans, slipped } from './drawn/of-more.ts';
import { toldWhole } from './drawn/told-whole.ts';
import { toldOfPlan, wholePlan } from './drawn/whole-plan.ts';
import { lotOf } from './drawn/world.ts';

/*
 * All that is told of some hundred small worlds, each number and each reason. Whether it is right is for the properties and
 * for the cases written by hand: this says that nothing of it changes unseen.
 */

const kinds = { plainly, defined, inParts, overSpans, derived, against, slipped };
const WORLDS = 40;

describe('all that is told of drawn worlds is what it was', () => {
  test.each(Object.entries(kinds))('%s', async (name, draw) => {
    const lines: string[] = [];
    for (let index = 1; index <= WORLDS; index++)
      lines.push(`${name} ${index}`, ...(await toldWhole(draw(lotOf(index)))), '');
    expectGolden(`worlds/${name}.txt`, lines.join('\n'));
  });

  test('of whole plans', async () => {
    const lines: string[] = [];
    for (let seed = 1; seed <= WORLDS; seed++) lines.push(`plan ${seed}`, ...(await toldOfPlan(wholePlan(seed))), '');
    expectGolden('worlds/wholePlans.txt', lines.join('\n'));
  });
});
