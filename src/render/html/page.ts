import type { Analysis } from '../../model/analysis.ts';
import { uriOf } from '../escape/uri.ts';
import { pageWordsIn } from '../words/page-registry.ts';
import { wordsIn } from '../words/registry.ts';
import type { Lang } from '../words/words.ts';
import { details } from './details.ts';
import { filterRules, filters } from './filters.ts';
import { html, type Markup } from './markup.ts';
import { method } from './method.ts';
import { drawnOnce } from './once.ts';
import { shell } from './shell.ts';
import { glance, head } from './summary.ts';
import { targetTable } from './targets.ts';
import { taskRows } from './tasks.ts';

/** The whole report, the answer first. */
export function page(analysis: Analysis, lang: Lang, indexAt?: string): string {
  const words = pageWordsIn(lang);
  const { plan, asOf, tool, knownBy } = analysis;
  const once = drawnOnce();
  const up = indexAt === undefined ? null : html`<nav><a href="${uriOf(indexAt)}">${words.toIndex}</a></nav>`;
  const body: Markup = html`<a class="skip" href="#targets">${words.skip}</a>${up}${head(analysis, lang)}<main>${glance(analysis, lang, words)}${taskRows(analysis, lang, words)}<section aria-labelledby="targets"><h2 id="targets">${words.targets}</h2>${filters(analysis, lang, words)}${targetTable(analysis, lang, words)}</section>${details(analysis, lang, words, once)}${method(analysis, lang, words)}</main><footer>${words.madeBy(tool.name, tool.version)}</footer>`;
  const title = `${plan.title[lang]} · ${wordsIn(lang).table.asOf(asOf, knownBy)}`;
  return shell({ title, code: words.code, tool, rules: filterRules(analysis), body, drawn: once.pieces() });
}
