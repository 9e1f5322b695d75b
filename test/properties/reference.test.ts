import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runs } from '../support/properties.ts';
import { type Class, classes } from './reference/classes.ts';
import { factsOf } from './reference/documents.ts';
import { cellsOf, enumerate } from './reference/enumerate.ts';
import { examine } from './reference/examine.ts';
import { goalsOf } from './reference/goals.ts';
import { constant } from './reference/linear.ts';
import { type Manner, manners } from './reference/manners.ts';
import { possibleIn } from './reference/possible.ts';
import { judgedIn, tinyCase } from './reference/tiny.ts';
import { type Value, verdictsOf } from './reference/verdict.ts';
import { settingOf, sidesOf } from './reference/worlds.ts';

/*
 * What the project says is held against a reference that knows nothing of `src/assess` and `src/methods`. A longer run,
 * here of 20,000 cases of each manner:
 *
 *   FC_SEED=7 FC_RUNS=400000 npm run test:long -- reference
 *
 * What judges which rule:
 *
 * | rule | written in | drawn in (draw.ts) | the reference itself is judged by |
 * | --- | --- | --- | --- |
 * | a printed number is an interval; whole shares and levels | printed.ts | printed | fixtures/evidence |
 * | regions add up, a rising count, part and whole, the same part | worlds.ts | regions, publishers | enumeration |
 * | sides: largest sets of figures and the start | worlds.ts | all | enumeration |
 * | dated at the latest | worlds.ts | latest | enumeration (rising counts) |
 * | history, lost, what was before the start | worlds.ts, verdict.ts | methods, start | enumeration |
 * | starts of another definition, about, as printed | documents.ts, possible.ts | start | enumeration, fixtures/evidence |
 * | one publisher, authorities, known by | figures.ts | publishers | fixtures/evidence (one publisher) |
 * | slips | figures.ts | slips | fixtures/evidence |
 * | on the line, about and what is wanted, compare | possible.ts, documents.ts | printed | fixtures/evidence |
 * | what is plausible decides nothing | nowhere | all but slips | fixtures/evidence |
 * | methods, bands, milestones, binding, direction | verdict.ts | methods, start, regions | docs/methods.md |
 * | that a verdict is possible | possible.ts | all | each with a world in numbers, judged again |
 *
 * Nothing here judges identities, series breaks, forecasts, events, several days or definitions of readings, and
 * growth-ratio from a start that is not one number.
 */

/** A verdict that some world denies, or one that is left out, is wrong, however rare. */
const NEVER: readonly Class[] = classes.slice(0, classes.indexOf('needless-undecided'));
/** Undecided where all worlds agree is no lie, but may be no habit: less than one case in a thousand. */
const SELDOM: readonly Class[] = ['needless-undecided', 'green-withheld', 'red-withheld'];

/** The count that so many cases would pass in less than one run of a hundred if one case in a thousand were of a kind. */
function mostOfOneInThousand(cases: number): number {
  const mean = cases / 1000;
  let chance = Math.exp(-mean);
  let upTo = chance;
  let count = 0;
  while (upTo < 0.99) {
    count++;
    chance *= mean / count;
    upTo += chance;
  }
  return count;
}

const SECONDS_A_CASE = 0.2;
const { numRuns } = runs(0.05, 10);
const SEED = fc.readConfigureGlobal()?.seed ?? 1;

describe.each(Object.entries<Manner>(manners))('%s', (_name, manner) => {
  test('says what the documents allow, no less and no more', {
    timeout: (600 + numRuns * SECONDS_A_CASE) * 1000,
  }, async () => {
    const { cases, counts, single, examples } = await examine(manner, SEED, numRuns, [...NEVER, ...SELDOM]);
    const found = Object.entries(counts).flatMap(([each, count]) =>
      count > 0 ? [`${each}: ${count} of ${cases}`] : [],
    );
    const told = [...found, ...Object.values(examples)].join('\n\n');
    for (const each of NEVER) expect(counts[each], told).toBe(0);
    for (const each of SELDOM) expect(counts[each], told).toBeLessThanOrEqual(mostOfOneInThousand(cases));
    expect(single).toBeGreaterThan(0);
  });
});

/** Few values enough to write down all courses of them. */
const MOST_CELLS = 4;

test('the reference knows the sides and verdicts of all courses on a grid', () => {
  let [contested, passed] = [0, 0];
  fc.assert(
    fc.property(tinyCase, given => {
      const facts = factsOf(given);
      const judged = judgedIn(given);
      fc.pre(cellsOf(facts, judged) <= MOST_CELLS);
      const { sides, verdicts } = enumerate(facts, judged);
      const setting = settingOf(facts, facts.figures, judged);
      const known = sidesOf(setting).map(({ claims }) => claims.map(claim => setting.claims.indexOf(claim)).join());
      expect(known.toSorted()).toEqual(sides);
      const possible = possibleIn(given, () => judged).verdicts;
      expect([...verdicts].filter(verdict => !possible.has(verdict))).toEqual([]);
      const hasPassed = given.asOf >= facts.by;
      if (hasPassed) expect([...possible.keys()].toSorted()).toEqual([...verdicts].toSorted());
      contested += Number(sides.length > 1);
      passed += Number(hasPassed);
    }),
    runs(0.02, 2),
  );
  expect(contested).toBeGreaterThan(0);
  expect(passed).toBeGreaterThan(0);
});

interface Example {
  readonly method: string;
  readonly goal: Readonly<Record<string, string>>;
  readonly by: string;
  readonly base?: { readonly value: string; readonly as_of: string };
  readonly history?: Readonly<Record<string, string>>;
  readonly figure: { readonly value: string; readonly as_of: string };
  readonly verdict: string;
}

const examples = [...readFileSync('docs/methods.md', 'utf8').matchAll(/^```yaml example\n([\s\S]*?)^```$/gm)].map(
  ([, block = '']): Example => parse(block, { schema: 'failsafe' }),
);

test.each(examples)('the reference has the verdict of the example of $method', example => {
  const { method, goal: fields, by, base, history = {}, figure, verdict } = example;
  const told = (day: string, value: string): Value => ({ day, form: constant(Number(value)), isOn: () => false });
  const start = base ? told(base.as_of, base.value) : null;
  const [goal] = goalsOf(fields, null, false);
  if (!goal) throw new Error('an example has a goal');
  const world = {
    ...{ goal, by, method, path: [], hasPassed: false, isBinding: false, isMonotone: false },
    value: told(figure.as_of, figure.value),
    start: start && { pace: start, named: start },
    history: Object.entries(history)
      .map(([year, value]) => told(`${year}-12-31`, value))
      .filter(({ day }) => !start || day > start.day),
  };
  expect(verdictsOf(world, form => form.constant < -1e-9)).toEqual([verdict]);
});
