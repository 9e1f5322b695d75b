import { distance } from 'fastest-levenshtein';
import { onceEach } from '../../values/once-each.ts';

/** Known names that a mistyped one is compared with, those of like length first; and letters of a name that somebody typed. */
const MOST_COMPARED = 300;
const LONGEST = 100;

/** Answers that are kept for one list of names: a mistyped name in every row of a table is searched for once. */
const MOST_KEPT = 10_000;

interface CandidateName {
  readonly name: string;
  readonly index: number;
}

interface NameIndex {
  readonly byLength: ReadonlyMap<number, readonly CandidateName[]>;
  readonly answers: Map<string, string | undefined>;
}

const namesOf = onceEach((names: readonly string[]): NameIndex => {
  const byLength = new Map<number, CandidateName[]>();
  for (const [index, name] of names.entries()) {
    const alike = byLength.get(name.length);
    if (alike) alike.push({ name, index });
    else byLength.set(name.length, [{ name, index }]);
  }
  return { byLength, answers: new Map() };
});

/** The known name that a mistyped one most likely means, or none where nothing is near. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > LONGEST) return undefined;
  const { byLength, answers } = namesOf(names);
  if (!answers.has(name)) {
    if (answers.size >= MOST_KEPT) answers.clear();
    answers.set(name, search(name, byLength));
  }
  return answers.get(name);
}

/** Of names that are equally near the first; two names are at least as far apart as their lengths. */
function search(name: string, byLength: NameIndex['byLength']): string | undefined {
  const written = name.toLowerCase();
  let best: CandidateName | undefined;
  let least = Math.max(2, Math.floor(name.length / 3));
  let compared = 0;
  for (let apart = 0; apart <= least; apart++) {
    for (const length of new Set([name.length - apart, name.length + apart])) {
      for (const candidate of byLength.get(length) ?? []) {
        if (++compared > MOST_COMPARED) return best?.name;
        const far = distance(written, candidate.name.toLowerCase());
        if (far > least || (far === least && best && best.index < candidate.index)) continue;
        [best, least] = [candidate, far];
      }
    }
  }
  return best?.name;
}
