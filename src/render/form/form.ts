import { openChoice } from '../../model/open-choice.ts';
import { otherHeadings } from '../../model/other-headings.ts';
import { targetsOf } from '../../model/outline.ts';
import type { Plan, Relation } from '../../model/plan.ts';
import { UNSTATED } from '../../model/relation.ts';
import { visible } from '../layout/text.ts';
import { formWords } from '../words/form.ts';
import type { Lang } from '../words/words.ts';

/** What an indicator may count, one after the other. */
interface Definition {
  readonly name: string;
  readonly relation: Relation;
}

/** An indicator of which a figure may be filled in. */
interface FormRow {
  readonly id: string;
  /** What a reader takes for this indicator and no other: its title where it can. */
  readonly name: string;
  readonly title: Readonly<Record<Lang, string>>;
  readonly unit: string;
  readonly definitions: readonly Definition[];
}

/** An empty report of a plan. */
export interface ReportForm {
  readonly plan: string;
  readonly title: Readonly<Record<Lang, string>>;
  readonly rows: readonly FormRow[];
  readonly lang: Lang;
}

/** @param isNameOf Whether the plan calls this indicator so, and no other. */
export function formOf(plan: Plan, lang: Lang, isNameOf: (name: string, id: string) => boolean): ReportForm {
  const ids = [...new Set(targetsOf(plan).map(({ target }) => target.indicator))];
  const rows = ids.flatMap(id => {
    const indicator = plan.indicators[id];
    if (!indicator) return [];
    const { title, unitTitle, counts } = indicator;
    const called = visible(title[lang]);
    const name = isNameOf(called, id) ? called : id;
    return [{ id, name, title, unit: unitTitle[lang], definitions: definitionsOf(counts) }];
  });
  return { plan: plan.id, title: plan.title, rows, lang };
}

const definitionsOf = (counts: Readonly<Record<string, Relation>>): Definition[] =>
  Object.entries(counts).flatMap(([name, relation]) => (name === UNSTATED ? [] : [{ name, relation }]));

const HAN = /\p{Script=Han}/u;

export const formColumns = ['indicator', 'value', 'unit', 'counts', 'as_of', 'status', 'note'] as const;
const headFields = ['plan', 'as_of', 'published', 'publisher'] as const;

/** The rows above the first of an indicator: the title, the fields of the report, the names of the columns. */
export const ROWS_ABOVE = headFields.length + 2;

/** A form as the cells of a table, as a reader of our own columns takes it. */
export function cellsOf({ plan, title, rows, lang }: ReportForm): string[][] {
  const said: Readonly<Record<string, string>> = { plan };
  return [
    [formWords[lang].title(visible(title[lang]))],
    ...headFields.map(field => [headingIn(field, lang), said[field] ?? '']),
    formColumns.map(field => headingIn(field, lang)),
    ...rows.map(({ name, unit, definitions }) => [name, '', unit, choiceOf(definitions), '', '', '']),
  ];
}

/** To be chosen, or taken out where the source does not say; as it stands it is refused as soon as there is a value. */
const choiceOf = (definitions: readonly Definition[]): string =>
  definitions.length === 0 ? '' : openChoice(definitions.map(({ name }) => name));

const headingIn = (field: string, lang: Lang): string =>
  (lang === 'zh' ? otherHeadings[field]?.find(name => HAN.test(name)) : undefined) ?? field;
