import { type FuzzCase, type Part, type PartName, type Subject, subjectOf } from './case.ts';
import { mutated, repacked } from './mutate.ts';
import type { Random } from './random.ts';
import type { Words } from './words.ts';

/** Cases by what can be changed in them: each subject has its turn, however few files it has. */
interface Target {
  readonly given: FuzzCase;
  readonly name: PartName;
}

export interface CaseSource {
  readonly next: () => FuzzCase;
  /** Goes on from this one, too. */
  readonly add: (given: FuzzCase) => void;
}

export function caseSource(
  cases: readonly FuzzCase[],
  only: Subject | undefined,
  words: Words,
  random: Random,
): CaseSource {
  const bySubject = new Map<Subject, Target[]>();
  const parts = new Map<Subject, Part[]>();
  const add = (given: FuzzCase): void => {
    for (const [name, part] of Object.entries(given) as [PartName, Part][]) {
      const subject = subjectOf(name, part);
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), { given, name }]);
      parts.set(subject, [...(parts.get(subject) ?? []), part]);
    }
  };
  for (const each of cases) add(each);
  const subjects = [...bySubject.keys()].filter(each => only === undefined || each === only);
  if (subjects.length === 0)
    throw new Error(`nothing is called ${only}; there are ${[...bySubject.keys()].join(', ')}`);
  const next = (): FuzzCase => {
    const subject = random.one(subjects);
    if ((subject === 'xlsx' || subject === 'parquet') && random.once(2))
      return repacked(random.one(bySubject.get('csv') ?? []).given, subject, words, random);
    const { given, name } = random.one(bySubject.get(subject) ?? []);
    return mutated(given, name, parts.get(subject) ?? [], words, random);
  };
  return { next, add };
}
