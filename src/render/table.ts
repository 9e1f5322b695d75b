import type { Format } from './format.ts';
import { penOf } from './layout/pen.ts';
import { mapTexts, visible } from './layout/text.ts';
import { lastLine } from './mark.ts';
import { moreDetails } from './terminal/details.ts';
import { firstScreen } from './terminal/first-screen.ts';
import { gapTable } from './terminal/gap-table.ts';

/** The gap analysis for a person in a terminal: the answer first, then every target, then what stands behind it. */
export const table: Format = {
  mark: lastLine(text => `# ${text}`),
  render: (analysis, options) => {
    const pen = penOf(options);
    const shown = mapTexts(analysis, visible);
    const { detail = 'usual' } = options;
    const rest = detail === 'summary' ? [] : [gapTable(shown, pen), ...moreDetails(shown, detail === 'all', pen)];
    return `${[...firstScreen(shown, pen), ...rest].filter(part => part !== '').join('\n\n')}\n`;
  },
};
