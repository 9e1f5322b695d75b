import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessExample, type Example } from '../support/examples.ts';
import { runs, seenIn2000 } from '../support/properties.ts';

/* What more is better for is judged as what less is better for, all signs turned: goals of one day, under every method. */

const turned = {
  at_least: 'at_most',
  above: 'below',
  hold_at_least: 'hold_at_most',
  increase: 'decrease',
} as const;

const METHODS = ['schedule', 'projection', 'hold', 'direction'] as const;
const DAYS = ['2021-12-31', '2022-12-31', '2023-12-31'];
const number = fc.integer({ min: -40, max: 40 });

const anyCase = fc.record({
  comparator: fc.constantFrom(...(Object.keys(turned) as (keyof typeof turned)[])),
  method: fc.constantFrom(...METHODS),
  commitment: fc.constantFrom('binding', 'anticipatory'),
  compare: fc.constantFrom('exact', 'as_printed'),
  goal: number,
  start: fc.option(number, { freq: 4 }),
  interval: fc.constantFrom('0', '0', '1.5', { per_year: '0.5' }),
  figures: fc.array(number, { minLength: 1, maxLength: 3 }),
  asOf: fc.constantFrom('2023-12-31', '2026-06-30'),
});

type Drawn = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

const text = (tenths: number): string => (tenths / 10).toFixed(1);

function exampleOf({ comparator, goal, start, figures, method, commitment, ...rest }: Drawn, sign: 1 | -1): Example {
  const name = sign === 1 ? comparator : turned[comparator];
  return {
    indicator: { kind: 'level', unit: 'unit', change_interval: rest.interval, fresh_for: '60 months' },
    target: {
      [name]: comparator === 'increase' ? 'true' : text(sign * goal),
      ...(start !== null && { baseline: { value: text(sign * start), as_of: '2020-12-31' } }),
      ...{ method, commitment },
    },
    figures: figures.map((value, index) => ({ value: text(sign * value), as_of: DAYS[index] ?? '' })),
    compare: rest.compare,
    asOf: rest.asOf,
  };
}

test('the mirror of a target has the verdicts of the target', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(anyCase, async drawn => {
      const [one, other] = await Promise.all([assessExample(exampleOf(drawn, 1)), assessExample(exampleOf(drawn, -1))]);
      expect(other.possible).toEqual(one.possible);
      for (const verdict of one.possible) seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
    }),
    runs(2),
  );
  for (const verdict of ['missed', 'lost', 'reversing', 'behind', 'open', 'on-schedule', 'met'])
    expect(seen.get(verdict) ?? 0, verdict).toBeGreaterThanOrEqual(seenIn2000(20));
});
