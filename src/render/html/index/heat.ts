import type { BatchIndex, GroupRow } from '../../../model/batch.ts';
import type { Severity } from '../../../model/verdict.ts';
import type { IndexOptions } from '../../batch/index-format.ts';
import type { Titles } from '../../batch/titles.ts';
import { uriOf } from '../../escape/uri.ts';
import { severitySigns } from '../../signs.ts';
import { batchWords } from '../../words/batch.ts';
import type { PageWords } from '../../words/page-en.ts';
import { wordsIn } from '../../words/registry.ts';
import type { Lang } from '../../words/words.ts';
import { html, type Markup } from '../markup.ts';

/** Rows that a browser lays out without a pause. */
const MOST_GROUPS = 5000;

/** Groups × strategic tasks: in each cell how many fail for sure and may fail, in words as well as in colour. */
export function heat(index: BatchIndex, titles: Titles, { lang, groupsAt }: IndexOptions, words: PageWords): Markup {
  const { columns, more } = batchWords[lang];
  const tasks = index.tasks.filter(({ level }) => level === 'strategic');
  const shown = index.groups.slice(0, MOST_GROUPS);
  const hidden = index.groups.length - shown.length;
  const { wholePlan } = wordsIn(lang).table;
  const heads = [columns.group, columns.asOf, wholePlan, ...tasks.map(({ title }) => title[lang])];
  return html`<section><h2 id="groups">${words.heat}</h2><div class="scroll" role="region" tabindex="0" aria-labelledby="groups"><table class="heat"><caption class="unseen">${words.heat}</caption><thead><tr>${heads.map(
    head => html`<th scope="col"><bdi>${head}</bdi></th>`,
  )}</tr></thead><tbody>${shown.map(group => {
    const ofTask = new Map(group.tasks.map(task => [task.id, task]));
    const cells = [group, ...tasks.map(({ id }) => ofTask.get(id) ?? null)];
    return html`<tr><th scope="row">${linkTo(group, titles, groupsAt)}</th><td>${dayOf(group, lang)}</td>${cells.map(each => cell(each, lang))}</tr>`;
  })}</tbody></table></div>${hidden > 0 ? html`<p>${more(hidden)}</p>` : null}</section>`;
}

/** The title of a group, as a link to its page where there is one. */
export function linkTo(group: GroupRow, titles: Titles, groupsAt: string | null): Markup {
  const page = group.outputs.find(({ format }) => format === 'html');
  const shown = html`<bdi>${titles.group(group)}</bdi>`;
  if (!page || groupsAt === null) return shown;
  return html`<a href="${uriOf(groupsAt === '' ? `./${page.file}` : `${groupsAt}/${page.file}`)}">${shown}</a>`;
}

const dayOf = ({ asOf, state }: GroupRow, lang: Lang): string =>
  [asOf ?? '', ...(state === 'judged' ? [] : [batchWords[lang].inShort[state]])].filter(Boolean).join(' · ');

type CountedTask = Pick<GroupRow, 'range' | 'verdicts'>;

function cell(counted: CountedTask | null, lang: Lang): Markup {
  const targets = Object.values(counted?.verdicts ?? {}).reduce((total, count) => total + count, 0);
  if (!counted || targets === 0) return html`<td class="none">–</td>`;
  const { failing, inOrder } = counted.range;
  const { severity: names } = wordsIn(lang);
  const isAllRight = inOrder.min === targets;
  const { min, max } = isAllRight ? inOrder : failing;
  const kind: Severity = isAllRight ? 'ok' : min > 0 ? 'fail' : max > 0 ? 'undecided' : 'info';
  const span = min === max ? String(min) : `${min}–${max}`;
  return html`<td class="${kind}">${severitySigns[kind]} ${span} ${names[isAllRight ? 'ok' : 'fail']} <small>/ ${targets}</small></td>`;
}
