import type { Analysis, Assessment } from '../model/analysis.ts';
import { aboutText } from './about.ts';
import { countsText, worstFirst } from './counts.ts';
import { escapeGithubMessage, escapeGithubProperty } from './escape/github.ts';
import type { Format } from './format.ts';
import { inventedTexts } from './invented.ts';
import { lastLine } from './mark.ts';
import { messageOf } from './message.ts';
import { placesOf, type SourcePlace } from './places.ts';
import { policyTexts } from './policy-text.ts';
import { gateFailure, levelOf, stateOf } from './state.ts';
import { formatWordsIn } from './words/formats-registry.ts';
import type { Lang } from './words/words.ts';

/** GitHub shows ten annotations of a kind for a step and drops the rest without a word. */
export const MAX_OF_A_KIND = 10;

/**
 * Annotations of GitHub Actions, worst first: failing targets are errors, undecided ones and warnings are warnings, and
 * a last notice has all counts. What is in order or waived is not annotated.
 */
export const github: Format = {
  mark: lastLine(text => `::debug::${text}`),
  render: (analysis, { lang }) => render(analysis, lang),
};

function render(analysis: Analysis, lang: Lang): string {
  const placeOf = placesOf(analysis);
  const wanting = worstFirst(analysis).filter(assessment => stateOf(assessment) === 'counted');
  const errors = wanting.filter(each => levelOf(each) === 'fail');
  const warnings = wanting.filter(each => ['undecided', 'warn'].includes(levelOf(each)));
  const shown = (kind: string, list: readonly Assessment[]) =>
    list.slice(0, MAX_OF_A_KIND).map(each => annotation(kind, each, placeOf(each), lang));
  const left = (list: readonly Assessment[]) => Math.max(0, list.length - MAX_OF_A_KIND);
  const failure = gateFailure(analysis, lang);
  const plan = { path: analysis.inputs[0]?.path ?? analysis.plan.id, line: 1, col: 1 };
  const lines = [
    ...(failure === null ? [] : [githubCommand('error', plan, analysis.plan.title[lang], failure)]),
    ...shown('error', errors),
    ...shown('warning', warnings),
    ...notices(analysis, left(errors), left(warnings), lang),
  ];
  return `${lines.join('\n')}\n`;
}

function annotation(kind: string, assessment: Assessment, place: SourcePlace, lang: Lang): string {
  return githubCommand(kind, place, `${assessment.verdict}: ${assessment.title[lang]}`, messageOf(assessment, lang));
}

function notices(analysis: Analysis, errors: number, warnings: number, lang: Lang): string[] {
  const { plan, inputs, summary } = analysis;
  const words = formatWordsIn(lang);
  const place = { path: inputs[0]?.path ?? plan.id, line: 1, col: 1 };
  const title = `${plan.title[lang]}, ${aboutText(analysis, lang)}`;
  const texts = [
    ...(errors + warnings > 0 ? [words.more(errors, warnings)] : []),
    inventedTexts(analysis, lang).join(' '),
    [`${words.targets(summary.targets)}: ${countsText(analysis)}`, ...policyTexts(analysis.gate.policy, lang)].join(
      '. ',
    ),
  ];
  return texts.filter(text => text !== '').map(text => githubCommand('notice', place, title, text));
}

export const githubCommand = (kind: string, { path, line }: SourcePlace, title: string, message: string): string =>
  `::${kind} file=${escapeGithubProperty(path)},line=${line},title=${escapeGithubProperty(title)}::${escapeGithubMessage(message)}`;
