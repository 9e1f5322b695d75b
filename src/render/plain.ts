import type { Assessment } from '../model/analysis.ts';
import type { Format } from './format.ts';
import { inventedTexts } from './invented.ts';
import { formatGap, formatValue } from './layout/numbers.ts';
import { visible } from './layout/text.ts';
import { lastLine } from './mark.ts';
import { goalText, withUnit } from './message.ts';
import { stateOf } from './state.ts';
import { wordsIn } from './words/registry.ts';
import type { Lang } from './words/words.ts';

/**
 * One target a line, for grep, cut and awk: fields between tabs, never wrapped or coloured, a dash where there is none.
 * Only where figures are invented, and last in a file, a line that begins with # says so.
 */
export const plain: Format = {
  mark: lastLine(text => `# ${text}`),
  render: (analysis, { lang }) => {
    const records = analysis.assessments.map(assessment => record(assessment, lang));
    const invented = inventedTexts(analysis, lang).map(text => `# ${visible(text)}`);
    return [...records, ...invented].map(line => `${line}\n`).join('');
  },
};

function record(assessment: Assessment, lang: Lang): string {
  const { verdict, target, region, value, goal, severity, derived } = assessment;
  const unit = (text: string | null) => (text === null ? null : withUnit(text, goal, lang));
  const reported = unit(formatValue(assessment));
  const fields = [
    verdict,
    target,
    region,
    reported && derived ? `${reported} (${wordsIn(lang).table.derived})` : reported,
    `${goalText(goal, lang)} by ${goal.by}`,
    unit(formatGap(assessment)),
    value?.asOf ?? null,
    severity,
    stateOf(assessment),
    assessment.title[lang],
  ];
  return fields.map(field => visible(field ?? '-')).join('\t');
}
