import { distance } from 'fastest-levenshtein';
import { groupBy } from '../../values/group.ts';
import { onceEach } from '../../values/once-each.ts';
import { unicodePattern } from '../../values/unicode-pattern.ts';

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
  const candidates = names.map((name, index) => ({ name, index }));
  return { byLength: groupBy(candidates, ({ name }) => name.length), answers: new Map() };
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

/** Of a name of three such signs, two others make another one: 太原市 is not near 大同市. */
const hanFor = unicodePattern(String.raw`[\p{Script=Han}]`);

/** The known name of which a text is a part, or that is a part of it: `pue` is meant by data-centre-pue. The one that leaves least over. */
export function nearestByPart(name: string, names: readonly string[]): string | undefined {
  const written = name.toLowerCase();
  if (written.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of names) {
    const over = Math.abs(candidate.length - written.length);
    const [short, long] = candidate.length < written.length ? [candidate, written] : [written, candidate];
    if (over < least && isPartOf(short.toLowerCase(), long.toLowerCase())) [best, least] = [candidate, over];
  }
  return best;
}

/** Names with those first that were most likely meant: what holds the text, then what is spelt most like it. */
export function nearestFirst(name: string, names: readonly string[]): readonly string[] {
  const written = name.toLowerCase();
  if (written.length > LONGEST || names.length > MOST_COMPARED) return names;
  const apart = (each: string) => (each.toLowerCase().includes(written) ? 0 : distance(written, each.toLowerCase()));
  const byName = new Map(names.map(each => [each, apart(each)]));
  return names.toSorted((a, b) => (byName.get(a) ?? 0) - (byName.get(b) ?? 0));
}

/** Words stand apart; Chinese ones need not. */
function isPartOf(part: string, whole: string): boolean {
  if (part.length < (hanFor(part).test(part) ? 2 : 3)) return false;
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) {
    const [before = '', after = ''] = [whole[at - 1], whole[at + part.length]];
    if (!(isSameWord(before, part[0]) || isSameWord(after, part.at(-1)))) return true;
  }
  return false;
}

const letterFor = unicodePattern(String.raw`[\p{Script=Latin}\d]`);

const isSameWord = (beside: string, edge = ''): boolean => letterFor(beside).test(beside) && letterFor(edge).test(edge);

/** Of names that are equally near the first; two names are at least as far apart as their lengths. */
function search(name: string, byLength: NameIndex['byLength']): string | undefined {
  const written = name.toLowerCase();
  let best: CandidateName | undefined;
  let least = Math.max(hanFor(name).test(name) ? 1 : 2, Math.floor(name.length / 3));
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
