import type { Format } from './format.ts';
import { lastLine } from './mark.ts';
import { markdownReport } from './markdown/report.ts';

/** The gap analysis as GitHub Flavored Markdown: the summary first, then a table for each task. */
export const markdown: Format = {
  mark: lastLine(text => `\n<!-- ${text} -->`),
  render: (analysis, { lang }) => markdownReport(analysis, lang).join('\n\n').concat('\n'),
};
