import type { Format } from './format.ts';
import { lastLine } from './mark.ts';
import { markdownReport, markdownSummary } from './markdown/report.ts';
import { formatWordsIn } from './words/formats-registry.ts';

/** GitHub refuses a step summary of more than 1 MiB; UTF-8 takes at most three bytes for a UTF-16 unit. */
const MAX_UNITS = Math.floor((1024 * 1024) / 3);

/** The page of a step in GitHub Actions (`$GITHUB_STEP_SUMMARY`): the Markdown report, as far as there is room. */
export const githubSummary: Format = {
  mark: lastLine(text => `\n<!-- ${text} -->`),
  render: (analysis, { lang }) => {
    const whole = `${markdownReport(analysis, lang).join('\n\n')}\n`;
    if (whole.length <= MAX_UNITS) return whole;
    return `${[...markdownSummary(analysis, lang), formatWordsIn(lang).shortened].join('\n\n')}\n`;
  },
};
