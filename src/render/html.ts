import type { Format } from './format.ts';
import { page } from './html/page.ts';
import { lastLine } from './mark.ts';

/** A page for a browser, in one file that asks for nothing and runs nothing. */
export const html: Format = {
  mark: lastLine(text => `<!-- ${text} -->`),
  render: (analysis, { lang, indexAt }) => page(analysis, lang, indexAt),
};
