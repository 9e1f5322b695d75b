import type { Analysis, Assessment } from '../../model/analysis.ts';
import { type Severity, severities } from '../../model/verdict.ts';
import type { PageWords } from '../words/page-en.ts';
import { wordsIn } from '../words/registry.ts';
import type { Lang } from '../words/words.ts';
import { html, type Markup, raw } from './markup.ts';

/** The tasks by which a page is filtered: the strategic ones that have a target, and the plan itself where it has some. */
interface FilterTask {
  readonly id: string;
  readonly title: string;
}

const taskOf = ({ tasks }: Assessment): string => tasks[0] ?? '';

function filterTasks({ summary, assessments }: Analysis, lang: Lang): FilterTask[] {
  const present = new Set(assessments.map(taskOf));
  const own = { id: '', title: wordsIn(lang).table.wholePlan };
  const tasks = summary.tasks
    .filter(({ level }) => level === 'strategic')
    .map(({ id, title }) => ({ id, title: title[lang] }));
  return [own, ...tasks].filter(({ id }) => present.has(id));
}

/** The classes by which the row and the details of a target are found. */
export function filterClasses(analysis: Analysis): (assessment: Assessment) => string {
  const places = new Map(filterTasks(analysis, 'en').map(({ id }, index) => [id, index]));
  return assessment =>
    `t ${assessment.severity} k${places.get(taskOf(assessment)) ?? 0}${assessment.inForce ? '' : ' off'}`;
}

const present = ({ assessments }: Analysis): Severity[] =>
  severities.filter(severity => assessments.some(each => each.severity === severity));

/** Hides on the screen what was not asked for; on paper all stands. */
export function filterRules(analysis: Analysis): Markup {
  const rules = [
    ...present(analysis).map(severity => `body:has(#s-${severity}:checked) .t:not(.${severity})`),
    ...filterTasks(analysis, 'en').map((_, index) => `body:has(#k-${index}:checked) .t:not(.k${index})`),
  ];
  return raw(`@media screen{${rules.join(',')}{display:none}}`);
}

/** Two groups of radio buttons: they need no script, and a keyboard and a screen reader know them. */
export function filters(analysis: Analysis, lang: Lang, { show, all }: PageWords): Markup {
  const words = wordsIn(lang);
  const radio = (name: string, id: string, text: string, isChecked: boolean) =>
    html`<label><input type="radio" name="${name}" id="${id}"${isChecked ? raw(' checked') : null}> <bdi>${text}</bdi></label>`;
  const group = (legend: string, name: string, radios: readonly Markup[]) =>
    radios.length < 2
      ? null
      : html`<fieldset><legend>${legend}</legend>${radio(name, `${name}-all`, all, true)}${radios}</fieldset>`;
  return html`<form class="filters" aria-label="${show}">${group(
    words.table.columns.verdict,
    's',
    present(analysis).map(severity => radio('s', `s-${severity}`, words.severity[severity], false)),
  )}${group(
    words.table.task,
    'k',
    filterTasks(analysis, lang).map(({ title }, index) => radio('k', `k-${index}`, title, false)),
  )}</form>`;
}
