import { exitReasons } from '../../src/model/exit-reason.ts';
import { lintCatalogue } from '../../src/model/lint.ts';
import { mistakeCatalogue } from '../../src/model/mistake.ts';
import {
  arithmeticChecks,
  decidingFacts,
  refusalReasons,
  setAsideReasons,
  useReasons,
  verdictReasons,
} from '../../src/model/reason.ts';
import { decidedVerdicts, type Verdict, verdicts } from '../../src/model/verdict.ts';
import type { Vocabulary } from '../../src/render/words/code-page.ts';
import { lintEn } from '../../src/render/words/lint-en.ts';
import { lintZh } from '../../src/render/words/lint-zh.ts';
import { wordsIn } from '../../src/render/words/registry.ts';
import type { ProblemWords } from '../../src/render/words/words.ts';
import { type ArgKind, type CatalogueEntry, inBoth, inWords, type Telling } from '../../src/values/fact.ts';
import { problemCatalogue } from '../../src/values/problem.ts';
import { tableOf } from './table.ts';

const en = wordsIn('en');
const zh = wordsIn('zh');

/** A code, with the way to its page. */
const linked = (vocabulary: Vocabulary, code: string): string => `[\`${code}\`](codes/${vocabulary}/${code}.md)`;

export const verdictTable = (): string =>
  tableOf(
    ['code', 'severity', 'English', '中文'],
    verdicts.map(verdict => [
      linked('verdict', verdict),
      severityOf(verdict),
      en.verdict[verdict].name,
      zh.verdict[verdict].name,
    ]),
  );

function severityOf(verdict: Verdict): string {
  if (verdict === 'undecided') return 'undecided';
  return verdict === 'no-target' ? 'info' : decidedVerdicts[verdict].severity;
}

/** Every other vocabulary of codes, each code with its page. */
export const codeSections = (): string[] => [
  '## Why a figure is used',
  catalogue('used', useReasons, [en.used, zh.used]),
  '## Why a figure is set aside',
  catalogue('set-aside', setAsideReasons, [en.setAside, zh.setAside]),
  '## Why a verdict is undecided, or on what one rests',
  catalogue('reason', meanings(verdictReasons)),
  '## What would decide it',
  catalogue('deciding', meanings(decidingFacts)),
  '## Why a method has no answer',
  catalogue('refusal', refusalReasons, [en.refusal, zh.refusal]),
  '## Arithmetic that is checked',
  catalogue('arithmetic', arithmeticChecks),
  '## Why a run ends with its exit code',
  tableOf(
    ['code', 'exit code'],
    Object.entries(exitReasons).map(([code, exit]) => [linked('exit', code), String(exit)]),
  ),
  '## Problems in files',
  findings(code => linked('problem', code), problemCatalogue, [en.problem, zh.problem]),
  '## What may be wrong with a request',
  findings(code => linked('mistake', code), mistakeCatalogue, [en.mistake, zh.mistake]),
  '## What `plan lint` finds',
  findings(code => linked('lint', code), lintCatalogue, [lintEn.finding, lintZh.finding]),
];

type Codes = Readonly<Record<string, string>>;

function catalogue(vocabulary: Vocabulary, codes: Codes, shown: readonly Codes[] = []): string {
  return tableOf(
    ['code', 'meaning', ...(shown.length > 0 ? ['shown as', '中文'] : [])],
    Object.entries(codes).map(([code, meaning]) => [
      linked(vocabulary, code),
      meaning,
      ...shown.map(words => words[code] ?? ''),
    ]),
  );
}

const meanings = (codes: Readonly<Record<string, { readonly meaning: string }>>): Codes =>
  Object.fromEntries(Object.entries(codes).map(([code, { meaning }]) => [code, meaning]));

/** Findings of a vocabulary as they are worded, with the names of their arguments in the places of those. */
function findings<Code extends string>(
  shown: (code: Code) => string,
  codes: Readonly<Record<Code, CatalogueEntry & { readonly severity: string }>>,
  words: readonly Telling<Record<Code, never>, ProblemWords>[],
): string {
  const rows = (Object.keys(codes) as Code[]).map(code => {
    const { severity, args } = codes[code];
    const named = Object.entries<ArgKind>(args).map(([name, kind]) => [name, shownArg(`‹${name}›`, kind)]);
    const finding = { code, args: Object.fromEntries(named) as never };
    return [shown(code), severity, ...words.map(each => inWords(each, finding).what)];
  });
  return tableOf(['code', 'severity', 'English', '中文'], rows);
}

/** The name of an argument in its place; of one that may be one of a few texts, the first of them. */
function shownArg(name: string, kind: ArgKind): unknown {
  if (typeof kind !== 'string') return kind[0];
  if (kind === 'label') return inBoth(name);
  return kind.startsWith('names') ? [name] : name;
}
