import { describe, expect, test } from 'vitest';
import { analysisSchema } from '../../src/model/analysis.ts';
import { type BareFinding, lintCatalogue } from '../../src/model/lint.ts';
import { type Deciding, decidingFacts, type Reason, verdictReasons } from '../../src/model/reason.ts';
import { factIn } from '../../src/model/shape.ts';
import { lintWordsIn } from '../../src/render/plan/told.ts';
import { wordsIn } from '../../src/render/words/registry.ts';
import type { Words } from '../../src/render/words/words.ts';
import { type ArgKind, type CatalogueEntry, inWords } from '../../src/values/fact.ts';
import { type BareProblem, problemCatalogue } from '../../src/values/problem.ts';

const samples: Readonly<Record<Extract<ArgKind, string>, unknown>> = {
  text: 'a-text',
  'text?': 'a-text',
  names: ['a-name', 'b-name'],
  'names?': ['a-name', 'b-name'],
  label: { en: 'a-word', zh: 'zh-word' },
  number: 2,
  'number or null': null,
  'number or text': '∞',
};

type Args = Readonly<Record<string, unknown>>;

/** A fact of a code with each of the texts that an argument of it may be, and without what it need not have. */
function argsOf({ args }: CatalogueEntry): Args[] {
  const choices = Object.entries(args).map(([name, kind]) => {
    const values = typeof kind === 'string' ? [samples[kind], ...(kind.endsWith('?') ? [undefined] : [])] : kind;
    return values.map(value => [name, value] as const);
  });
  const most = Math.max(1, ...choices.map(({ length }) => length));
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(choices.map(values => values[Math.min(index, values.length - 1)] ?? [])),
  );
}

const vocabularies = {
  problem: { catalogue: problemCatalogue, tell: (fact, lang) => inWords(wordsIn(lang).problem, fact as BareProblem) },
  lint: { catalogue: lintCatalogue, tell: (fact, lang) => inWords(lintWordsIn(lang).finding, fact as BareFinding) },
  reason: { catalogue: verdictReasons, tell: (fact, lang) => inWords(wordsIn(lang).reason, fact as Reason) },
  deciding: { catalogue: decidingFacts, tell: (fact, lang) => inWords(wordsIn(lang).deciding, fact as Deciding) },
} satisfies Record<
  string,
  {
    readonly catalogue: Readonly<Record<string, CatalogueEntry>>;
    readonly tell: (fact: unknown, lang: Words['lang']) => unknown;
  }
>;

const codes = Object.entries(vocabularies).flatMap(([name, { catalogue, tell }]) =>
  Object.entries<CatalogueEntry>(catalogue).map(
    ([code, entry]) => [`${name} ${code}`, { catalogue, tell, code, entry }] as const,
  ),
);

describe.each(codes)('%s', (_name, { catalogue, tell, code, entry }) => {
  const facts = argsOf(entry).map(args => ({ code, args }));

  test.each(['en', 'zh'] as const)('is told in %s with all that it may be told with', lang => {
    for (const fact of facts) expect(JSON.stringify(tell(fact, lang))).not.toMatch(/undefined|NaN|\[object/);
  });

  test('is read back with these arguments and no others', () => {
    const schema = factIn<Readonly<Record<string, CatalogueEntry>>, Readonly<Record<string, never>>>(catalogue);
    const isRead = (args: Args) => schema.safeParse(JSON.parse(JSON.stringify({ code, args }))).success;
    for (const { args } of facts) {
      expect(isRead(args), JSON.stringify(args)).toBe(true);
      expect(isRead({ ...args, another: 'x' })).toBe(false);
      for (const [name, kind] of Object.entries(entry.args)) {
        const { [name]: value, ...rest } = args;
        expect(isRead(rest), `without ${name}`).toBe(String(kind).endsWith('?'));
        expect(isRead({ ...rest, [`${name}s`]: value ?? 'x' }), `${name} renamed`).toBe(false);
        expect(isRead({ ...rest, [name]: { value } }), `${name} of another kind`).toBe(false);
      }
    }
  });
});

test('the schema of an analysis holds its facts to their catalogues', () => {
  const { assessments, problems } = analysisSchema.shape;
  const { reasons, deciding } = assessments.element.shape;
  const place = { file: 'a.yaml', line: 1, col: 1 };
  expect(problems.safeParse([{ code: 'duplicate-id', args: { id: 'a' }, ...place }]).success).toBe(true);
  expect(problems.safeParse([{ code: 'duplicate-id', args: { name: 'a' }, ...place }]).success).toBe(false);
  expect(reasons.safeParse([{ code: 'method-refuses', args: { why: 'no-baseline' } }]).success).toBe(true);
  expect(reasons.safeParse([{ code: 'method-refuses', args: { why: '' } }]).success).toBe(false);
  expect(deciding.safeParse({ code: 'precision', args: { day: '2023-12-31' } }).success).toBe(true);
  expect(deciding.safeParse({ code: 'precision', args: { date: '2023-12-31' } }).success).toBe(false);
});

/* Held by the type check, too: where the compiler takes one of these, it has an error here. */

const misnamed: readonly (BareProblem | BareFinding | Reason | Deciding)[] = [
  // @ts-expect-error an argument that is named otherwise
  { code: 'wrong-unit', args: { found: 'km', expects: 'm' } },
  // @ts-expect-error an argument that is missing
  { code: 'wrong-unit', args: { found: 'km' } },
  // @ts-expect-error an argument of a code that has none
  { code: 'empty-file', args: { text: 'x' } },
  // @ts-expect-error a text that this argument cannot be
  { code: 'bad-quantity', args: { text: 'x', hint: 'odd' } },
  // @ts-expect-error an argument of a lint that is named otherwise
  { code: 'region-twice', args: { id: 'x' } },
  // @ts-expect-error an argument of a reason that is named otherwise
  { code: 'ambiguous-reading', args: { reading: 'a, b' } },
  // @ts-expect-error a reason without its argument
  { code: 'method-refuses', args: {} },
  // @ts-expect-error an argument of a deciding fact that is named otherwise
  { code: 'precision', args: { date: '2023-12-31' } },
];

test.each(misnamed)('neither compiled nor read back: %j', fact => {
  const schemas = Object.values(vocabularies).map(({ catalogue }) => factIn(catalogue));
  expect(schemas.filter(schema => schema.safeParse(fact).success)).toEqual([]);
});

const misworded: Pick<Words['deciding'], 'precision'> & Pick<Words['problem'], 'bad-day' | 'empty-file'> = {
  // @ts-expect-error words that ask for an argument by another name
  precision: ({ date }) => `the figure for ${date}`,
  // @ts-expect-error the same of a problem
  'bad-day': ({ day }) => ({ what: `${day} is no day` }),
  // @ts-expect-error words that ask for an argument of a code that has none
  'empty-file': ({ text }) => ({ what: `the file is ${text}` }),
};

test('words that ask for other arguments do not compile: they would say "undefined"', () => {
  expect(misworded.precision({ day: '2023-12-31' })).toBe('the figure for undefined');
  expect(misworded['bad-day']({ text: 'x', hint: 'no-date', readings: undefined }).what).toBe('undefined is no day');
  expect(misworded['empty-file']({}).what).toBe('the file is undefined');
});

test('what an argument may lack is said to be undefined, not left out', () => {
  // @ts-expect-error a name that is like it may have been forgotten
  const forgotten: BareProblem = { code: 'unknown-plan', args: { name: 'x', allowed: ['y'] } };
  const none: BareProblem = { code: 'unknown-plan', args: { name: 'x', allowed: ['y'], near: undefined } };
  expect(inWords(wordsIn('en').problem, none)).toEqual(inWords(wordsIn('en').problem, forgotten));
});

describe('a goal in words', () => {
  const day = '2025-12-31';
  const figure = (args: object) => ({ code: 'figure', args: { unit: 'km', day, ...args } }) as Deciding;
  test.each([
    [{ comparator: 'at_least', value: 1200, low: 1200 }, 'at least 1,200', '不少于 1,200'],
    [{ comparator: 'at_most', value: 1.3, high: 1.3 }, 'at most 1.3', '不超过 1.3'],
    [{ comparator: 'at_least', value: 5.4, low: 5.4, unit: '%' }, 'at least 5.4 %', '不少于 5.4 %'],
    [{ comparator: 'between', low: 10, high: 20 }, 'between 10 and 20', '介于 10 与 20 之间'],
    [{ comparator: 'about', value: 20, low: 19, high: 21 }, 'about 20, taken as 19 to 21', '约 20（按 19 至 21 理解）'],
    [{ comparator: 'about', value: 20, low: 19 }, 'about 20, taken as 19 or more', '约 20（按不少于 19 理解）'],
    [{ comparator: 'about', value: 20, high: 21 }, 'about 20, taken as 21 or less', '约 20（按不超过 21 理解）'],
    [{ comparator: 'increase' }, 'more than at the start', '比基期提高'],
  ])('%j', (args, en, zh) => {
    const told = (lang: Words['lang']) => inWords(wordsIn(lang).deciding, figure(args));
    expect(told('en')).toBe(`whether the figure for ${day} is ${en}`);
    expect(told('zh')).toBe(`${day} 的数据是否${zh}`);
  });
});
