import type { Analysis, Assessment } from '../model/analysis.ts';
import { countsText } from './counts.ts';
import { toJson } from './escape/json.ts';
import { escapeTap } from './escape/tap.ts';
import type { Format } from './format.ts';
import { inventedTexts } from './invented.ts';
import { factsOf, stateFacts } from './message.ts';
import { placesOf, type SourcePlace } from './places.ts';
import { policyTexts } from './policy-text.ts';
import { gateFailure, levelOf, stateOf } from './state.ts';
import { wordsIn } from './words/registry.ts';
import type { Lang } from './words/words.ts';

/**
 * TAP 14, one test point a target. An undecided target is `not ok` without a directive, because every harness counts a
 * point that is to do as passed; its diagnostics say that it is undecided. Waived targets and those not in force are skipped.
 */
export const tap: Format = {
  mark: { begins: /^TAP version 14\n1\.\.\d+\n# shanxi-plan / },
  render: (analysis, { lang }) => render(analysis, lang),
};

function render(analysis: Analysis, lang: Lang): string {
  const { assessments, plan, asOf, tool } = analysis;
  const placeOf = placesOf(analysis);
  const points = assessments.flatMap((each, index) => point(each, index + 1, placeOf(each), lang));
  const failure = gateFailure(analysis, lang);
  const gate = failure === null ? [] : [`not ok ${assessments.length + 1} - ${escapeTap(failure)}`];
  const lines = [
    'TAP version 14',
    `1..${assessments.length + gate.length}`,
    `# ${tool.name} ${tool.version}, ${plan.id}, ${asOf}`,
    ...points,
    ...gate,
    `# ${countsText(analysis)}`,
    ...[...policyTexts(analysis.gate.policy, lang), ...inventedTexts(analysis, lang)].map(
      text => `# ${escapeTap(text)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function point(assessment: Assessment, number: number, place: SourcePlace, lang: Lang): string[] {
  const { title } = assessment;
  const level = levelOf(assessment);
  const isSkipped = stateOf(assessment) !== 'counted';
  const isOk = isSkipped || (level !== 'fail' && level !== 'undecided');
  const why = isSkipped ? ` # SKIP ${escapeTap(wordsIn(lang).facts(stateFacts(assessment, lang)))}` : '';
  return [
    `${isOk ? 'ok' : 'not ok'} ${number} - ${escapeTap(title[lang])}${why}`,
    '  ---',
    ...Object.entries(diagnostics(assessment, place, lang)).map(([key, value]) => `  ${key}: ${toJson(value)}`),
    '  ...',
  ];
}

function diagnostics(assessment: Assessment, { path, line, col }: SourcePlace, lang: Lang) {
  const { target, region, title, verdict, severity, possible, goal, value, gap, reasons, gate } = assessment;
  return {
    message: wordsIn(lang).facts(factsOf(assessment, lang)),
    verdict,
    severity,
    gate,
    possible,
    target,
    region,
    title: title[lang],
    goal,
    value,
    gap,
    reasons: reasons.map(({ code }) => code),
    at: { file: path, line, column: col },
  };
}
