import type { Analysis, Assessment } from '../model/analysis.ts';
import type { Severity } from '../model/verdict.ts';
import { countsText } from './counts.ts';
import { toJson } from './escape/json.ts';
import type { Format } from './format.ts';
import { inventedTexts } from './invented.ts';
import { messageOf } from './message.ts';
import { placesOf, type SourcePlace } from './places.ts';
import { policyTexts } from './policy-text.ts';
import { gateFailure, levelOf, stateOf } from './state.ts';
import { formatWordsIn } from './words/formats-registry.ts';
import type { Lang } from './words/words.ts';

/**
 * GitLab's code quality report: one issue for each target that is not in order, and one of severity `info` with all
 * counts, so that a run that found nothing is not taken for one that checked nothing.
 */
export const gitlab: Format = {
  mark: { begins: /^\[\s*\{\s*"engine_name": "shanxi-plan"/ },
  render: (analysis, { lang }) =>
    `${toJson(
      [...issues(analysis, lang), summary(analysis, lang)].map(each => ({ engine_name: analysis.tool.name, ...each })),
      2,
    )}\n`,
};

interface GitlabIssue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const severityNames: Readonly<Record<Severity, GitlabIssue['severity']>> = {
  fail: 'critical',
  undecided: 'major',
  warn: 'minor',
  info: 'info',
  ok: 'info',
};

function issues(analysis: Analysis, lang: Lang): GitlabIssue[] {
  const placeOf = placesOf(analysis);
  return analysis.assessments
    .filter(each => each.severity !== 'ok' || levelOf(each) !== 'ok')
    .map(assessment => issue(assessment, placeOf(assessment), lang));
}

function issue(assessment: Assessment, place: SourcePlace, lang: Lang): GitlabIssue {
  const { verdict, fingerprint } = assessment;
  const severity = levelOf(assessment);
  const isCounted = stateOf(assessment) === 'counted';
  return {
    description: messageOf(assessment, lang),
    check_name: verdict,
    fingerprint,
    severity: !isCounted ? 'info' : verdict === 'missed' && severity === 'fail' ? 'blocker' : severityNames[severity],
    location: locationOf(place),
  };
}

function summary(analysis: Analysis, lang: Lang): GitlabIssue {
  const { plan, asOf, region, inputs } = analysis;
  const failure = gateFailure(analysis, lang);
  const counted = formatWordsIn(lang).targets(analysis.summary.targets);
  return {
    description: [
      `${plan.title[lang]}, ${asOf}: ${counted}: ${countsText(analysis)}`,
      ...(failure === null ? [] : [failure]),
      ...policyTexts(analysis.gate.policy, lang),
      ...inventedTexts(analysis, lang),
    ].join('. '),
    check_name: 'summary',
    fingerprint: `${plan.id}@${region}`,
    severity: failure === null ? 'info' : 'critical',
    location: locationOf({ path: inputs[0]?.path ?? plan.id, line: 1, col: 1 }),
  };
}

const locationOf = ({ path, line }: SourcePlace): GitlabIssue['location'] => ({ path, lines: { begin: line } });
