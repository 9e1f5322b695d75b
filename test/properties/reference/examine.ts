/* Counts what a number of cases of one manner come to, and takes the first case of each class apart until it is small. */
import fc from 'fast-check';
import { type Class, classes, find, inWords } from './classes.ts';
import { caseIn } from './draw.ts';
import type { Case } from './fields.ts';
import type { Manner } from './manners.ts';

export interface Examined {
  readonly cases: number;
  readonly counts: Readonly<Record<Class, number>>;
  /** How many figures exclude each other in, and how many have one verdict by the documents. */
  readonly contested: number;
  readonly single: number;
  /** Of each class that is not wanted, a small case in words. */
  readonly examples: Readonly<Partial<Record<Class, string>>>;
}

export async function examine(
  manner: Manner,
  seed: number,
  numRuns: number,
  unwanted: readonly Class[],
): Promise<Examined> {
  const arbitrary = caseIn(manner);
  const counts = Object.fromEntries(classes.map(each => [each, 0])) as Record<Class, number>;
  const first: Partial<Record<Class, Case>> = {};
  let [contested, single] = [0, 0];
  await fc.assert(
    fc.asyncProperty(arbitrary, async given => {
      const finding = await find(given);
      contested += Number(finding.isContested);
      single += Number(finding.wanted.length === 1);
      for (const each of finding.classes) {
        counts[each] += 1;
        first[each] ??= given;
      }
    }),
    { seed, numRuns },
  );
  const examples: Partial<Record<Class, string>> = {};
  for (const each of unwanted) if (first[each]) examples[each] = await smallest(arbitrary, each, seed, numRuns);
  return { cases: numRuns, counts, contested, single, examples };
}

async function smallest(
  arbitrary: fc.Arbitrary<Case>,
  unwanted: Class,
  seed: number,
  numRuns: number,
): Promise<string> {
  const isSpared = async (given: Case) => !(await find(given)).classes.includes(unwanted);
  const { counterexample } = await fc.check(fc.asyncProperty(arbitrary, isSpared), { seed, numRuns });
  const [small] = counterexample ?? [];
  return small ? inWords(small, await find(small)) : 'not found again';
}
