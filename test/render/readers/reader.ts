import type { Severity, Verdict } from '../../../src/model/verdict.ts';
import { severities, verdicts } from '../../../src/model/verdict.ts';
import { wordsIn } from '../../../src/render/words/registry.ts';
import type { Lang } from '../../../src/render/words/words.ts';

export type Counts<Code extends string> = Partial<Record<Code, number>>;

/** What an independent program understands of an output. */
export interface Read {
  /** Of targets in force, without zeros. */
  readonly verdicts: Counts<Verdict>;
  /** As far as the format tells severities apart; a count of zero is a statement. */
  readonly severities: Counts<Severity>;
  /** Target id → title, where the format names both. */
  readonly titles: ReadonlyMap<string, string>;
  /** Other texts: the title of the plan, notes, publishers. */
  readonly texts: readonly string[];
}

export interface Reader {
  /** The package or program that reads, and what it is. */
  readonly by: string;
  readonly read: (output: string | Uint8Array, lang: Lang) => Read | Promise<Read>;
  /** How a text of the analysis must come back. */
  readonly expected: (text: string) => string;
}

export function asText(output: string | Uint8Array): string {
  if (typeof output === 'string') return output;
  throw new Error('bytes where a text is expected');
}

export const same = (text: string): string => text;

export interface Row {
  readonly target?: string;
  readonly title?: string;
  readonly verdict: string;
  readonly severity: string;
  readonly isCounted: boolean;
}

/** Counts what is in force, like every consumer of the format. */
export function readRows(rows: readonly Row[], texts: readonly string[] = []): Read {
  const counted = rows.filter(({ isCounted }) => isCounted);
  return {
    verdicts: countOf(counted.map(({ verdict }) => verdict)) as Counts<Verdict>,
    severities: withZeros(countOf(counted.map(({ severity }) => severity))),
    titles: new Map(
      rows.flatMap(({ target, title }) => (target === undefined || title === undefined ? [] : [[target, title]])),
    ),
    texts,
  };
}

export function countOf(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

export const withZeros = (counts: Readonly<Record<string, number>>): Counts<Severity> =>
  Object.fromEntries(severities.map(severity => [severity, counts[severity] ?? 0]));

/** `far-behind 2, met 1; fail 2, ok 1` */
export function parseCounts(text: string): Pick<Read, 'verdicts' | 'severities'> {
  const [, first = '', second = ''] = /((?:[a-z-]+ \d+(?:, )?)+); ((?:[a-z-]+ \d+(?:, )?)+)/.exec(text) ?? [];
  const parse = (list: string) =>
    Object.fromEntries([...list.matchAll(/([a-z-]+) (\d+)/g)].map(([, code = '', count]) => [code, Number(count)]));
  return { verdicts: parse(first), severities: withZeros(parse(second)) };
}

/** The code of a verdict from its words, with the sign before it or not. */
export function verdictOf(words: string, lang: Lang): Verdict {
  const { verdict, metEarly } = wordsIn(lang);
  const bare = words.replace(/^[^\p{L}]+/u, '').trim();
  const found = bare === metEarly ? 'met' : verdicts.find(code => verdict[code].name === bare);
  if (found === undefined) throw new Error(`no verdict is called "${words}"`);
  return found;
}

/** The counts in a sentence such as `4 failing, 5 undecided`. */
export function severitiesIn(sentence: string, lang: Lang): Counts<Severity> {
  const { severity } = wordsIn(lang);
  const counts = severities.map(code => {
    const found = new RegExp(`(?:(\\d+) ${severity[code]}|${severity[code]} (\\d+) 项)`).exec(sentence);
    return [code, Number(found?.[1] ?? found?.[2] ?? 0)];
  });
  return Object.fromEntries(counts);
}
