import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuantity } from '../../src/values/quantity.ts';
import { assessExample } from '../support/examples.ts';

/*
 * A share that the plan ties to a part and a whole, the whole to its two halves: `share = part / all * 100`, roughly or
 * exactly, `all = towns + villages`. Every largest set of figures that can stand together is found by trying all sets, and
 * what it leaves of the share by the ends alone, each name standing once. No verdict of such a world may be denied.
 */

type Range = readonly [low: number, high: number];
interface Figure {
  readonly indicator: string;
  readonly value: string;
}

const GOAL = 60;

const text = (number: number, form: string): string =>
  form === 'bound' ? `>${number}` : form === 'under' ? `<${number}` : form === 'rounded' ? `${number}.0` : `${number}`;

const figuresOf = (indicator: string, from: number, to: number, maxLength: number) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: from, max: to }), fc.constantFrom('exact', 'exact', 'rounded', 'bound', 'under'))
      .map(([number, form]): Figure => ({ indicator, value: text(number, form) })),
    { maxLength },
  );

const scenario = fc
  .record({
    off: fc.constantFrom(0, 0, 1, 2, 10),
    i: figuresOf('i', 52, 68, 2),
    part: figuresOf('part', 52, 68, 2),
    all: figuresOf('all', 97, 103, 1),
    towns: figuresOf('towns', 48, 52, 1),
    villages: figuresOf('villages', 48, 52, 1),
  })
  .map(({ off, i, part, all, towns, villages }) => ({ off, figures: [...i, ...part, ...all, ...towns, ...villages] }));

/** Open ends are taken a little inwards: no number here lies so near to another one. */
function rangeOf({ value }: Figure): Range {
  const parsed = parseQuantity(value);
  if (!parsed.ok) throw new Error(value);
  const { low, high, lowOpen, highOpen } = parsed.value;
  return [lowOpen ? low + 1e-7 : low, highOpen ? high - 1e-7 : high];
}

const both = (ranges: readonly Range[]): Range => [
  Math.max(...ranges.map(([low]) => low)),
  Math.min(...ranges.map(([, high]) => high)),
];

const isLeft = ([low, high]: Range): boolean => low <= high + 1e-12;

/** What a set of figures leaves of the share; null where they cannot stand together. */
function shareIn(figures: readonly Figure[], off: number): Range | null {
  const said = (name: string) =>
    both([[name === 'i' ? -Infinity : 0, Infinity], ...figures.filter(each => each.indicator === name).map(rangeOf)]);
  const [towns, villages, part] = [said('towns'), said('villages'), said('part')];
  const all = both([said('all'), [Math.max(towns[0] + villages[0], 1e-7), towns[1] + villages[1]]]);
  if (![towns, villages, part, all].every(isLeft)) return null;
  const ratio: Range = [(part[0] / all[1]) * (100 - off), (part[1] / all[0]) * (100 + off)];
  const share = both([said('i'), ratio]);
  return isLeft(share) ? share : null;
}

function possibleIn(figures: readonly Figure[], off: number): string[] {
  const sets = Array.from({ length: 2 ** figures.length }, (_, bits) => ({
    bits,
    share: shareIn(
      figures.filter((_, place) => bits & (1 << place)),
      off,
    ),
  })).filter(({ share }) => share !== null);
  const largest = sets.filter(({ bits }) => !sets.some(other => other.bits !== bits && (other.bits & bits) === bits));
  const ends = largest.flatMap(({ share }) => share ?? []);
  const isMet = (end: number) => end >= GOAL - 1e-9;
  return [...(ends.every(isMet) ? [] : ['missed']), ...(ends.some(isMet) ? ['met'] : [])];
}

const isTwice = (name: string, { figures }: { figures: readonly Figure[] }): boolean =>
  figures.filter(({ indicator }) => indicator === name).length > 1;

const judge = async ({ off, figures }: { off: number; figures: readonly Figure[] }) =>
  await assessExample({
    compare: 'exact',
    indicator: {
      kind: 'level',
      identity: off === 0 ? 'part / all * 100' : { is: 'part / all * 100', within: `${off}%` },
    },
    others: {
      part: { kind: 'stock' },
      all: { kind: 'stock', identity: 'towns + villages' },
      towns: { kind: 'stock' },
      villages: { kind: 'stock' },
    },
    target: { at_least: `${GOAL}` },
    figures: figures.map(figure => ({
      ...figure,
      as_of: '2025-12-31',
      ...(/^\d+$/.test(figure.value) && { exact: 'true' }),
    })),
  });

test('no world of any largest set of figures is denied, and none is made up', async () => {
  const seen = { contested: 0, decided: 0 };
  await fc.assert(
    fc.asyncProperty(scenario, async given => {
      fc.pre(given.figures.some(({ indicator }) => indicator === 'i' || indicator === 'part'));
      const { possible, evidence } = await judge(given);
      const expected = possibleIn(given.figures, given.off);
      expect(possible).toEqual(expect.arrayContaining(expected));
      // Of what no figure bounds nothing is said; where two indicators contradict themselves at once, more may stay open.
      if (evidence.used.length > 0 && !(isTwice('i', given) && isTwice('part', given)))
        expect(possible).toEqual(expected);
      seen.contested += Number(evidence.used.some(({ reason }) => reason === 'conflict-side'));
      seen.decided += Number(possible.length === 1);
    }),
    { numRuns: 400 },
  );
  expect(Math.min(seen.contested, seen.decided)).toBeGreaterThan(20);
});

test('a share beside a part and a whole that exclude it', async () => {
  const figures = [
    { indicator: 'i', value: '61' },
    { indicator: 'part', value: '50' },
    { indicator: 'all', value: '100' },
  ];
  expect((await judge({ off: 0, figures })).possible).toEqual(['missed', 'met']);
  expect((await judge({ off: 2, figures })).possible).toEqual(['missed', 'met']);
  const agreed = figures.map(each => (each.indicator === 'part' ? { ...each, value: '61' } : each));
  expect((await judge({ off: 0, figures: agreed })).possible).toEqual(['met']);
});
