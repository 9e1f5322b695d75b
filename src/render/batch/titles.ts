import type { BatchIndex, GroupRow } from '../../model/batch.ts';
import type { Label } from '../../model/fields.ts';
import type { Lang } from '../words/words.ts';

/** What a page calls the groups and targets of an index; what the plan gives no title keeps its name. */
export interface Titles {
  readonly group: (group: GroupRow) => string;
  readonly groupNamed: (name: string) => string;
  readonly target: (id: string) => string;
  readonly region: (id: string) => string;
}

export function titlesIn({ by, groups, targets, regions }: BatchIndex, lang: Lang): Titles {
  const group = ({ name, plan, file, region: id, period }: GroupRow) =>
    [plan, file, by.includes('region') ? region(id) : null, period].filter(part => part !== null).join(' · ') || name;
  const region = titleIn(regions, lang);
  const ofName = new Map(groups.map(each => [each.name, group(each)]));
  return { group, groupNamed: name => ofName.get(name) ?? name, target: titleIn(targets, lang), region };
}

function titleIn(named: readonly { readonly id: string; readonly title: Label }[], lang: Lang): (id: string) => string {
  const titles = new Map(named.map(({ id, title }) => [id, title[lang]]));
  return id => titles.get(id) ?? id;
}
