import { measuresOf } from '../../model/outline.ts';
import type { Plan } from '../../model/plan.ts';
import { ownRegion, type RegionTree, regionsIn, regionTree } from '../../model/regions.ts';
import { isSummable } from '../../model/summable.ts';
import { behindName } from '../../values/behind-name.ts';
import { onceEach } from '../../values/once-each.ts';
import type { FindName, NamedField } from '../document/document.ts';
import { type Called, indicatorOf, type Names, namesOf } from './names.ts';
import { multipleOf, unitNames } from './units.ts';

/** The names of a plan that a figure may use; of regions none where the plan lists none. */
export type FigureNames = Readonly<Record<NamedField, Names>>;

interface Titled {
  readonly title: { readonly en: string; readonly zh: string };
  readonly aliases: readonly string[];
}

const called = (id: string, { title, aliases }: Titled): Called => ({ id, names: [title.en, title.zh, ...aliases] });

/** Gathered once a plan: a folder of reports asks for them figure by figure. */
export const figureNames = onceEach(
  (plan: Plan): FigureNames => ({
    indicator: namesOf(Object.entries(plan.indicators).map(([id, indicator]) => called(id, indicator))),
    measure: namesOf(measuresOf(plan).map(({ measure }) => called(measure.id, measure))),
    region: namesOf(regionsIn(plan.regions).map(region => called(region.id, region))),
  }),
);

/** What a name of a figure stands for: the ids of all that is called so, and the unit that stands behind it in brackets. */
export interface NameFound {
  readonly ids: readonly string[];
  readonly unit?: string;
}

/** `5G基站（万个）` is 5G基站, in 万个, where that is a multiple of its unit; else it is a name like any other. */
export function findName(plan: Plan, field: NamedField, name: string): NameFound {
  const names = figureNames(plan)[field];
  const ids = names.called(name);
  const split = ids.length === 0 && field === 'indicator' ? behindName(name) : undefined;
  if (!split) return { ids };
  const fitting = names.called(split.name).filter(id => {
    const indicator = indicatorOf(plan, id);
    return indicator && multipleOf(split.behind, unitNames(plan, indicator)) !== undefined;
  });
  return { ids: fitting, unit: split.behind };
}

/** How a table is told what its names stand for; any region is one where none is listed. */
export const findNameIn =
  (plan: Plan): FindName =>
  (field, name) => {
    const names = figureNames(plan)[field];
    const { ids, unit } = findName(plan, field, name);
    const [id, other] = ids;
    const isOwn = (region: string) => region === ownRegion(plan);
    if (field === 'region' && names.list.length === 0) return { id: name, isAny: true, isOwn: isOwn(name) };
    if (id !== undefined) {
      if (other !== undefined) return 'near';
      if (field === 'region') return { id, unit, isOwn: isOwn(id), level: levelIn(plan, id) };
      return field === 'indicator' ? { id, unit, ...knownOf(plan, id) } : { id, unit };
    }
    return names.near(name) === undefined ? 'other' : 'near';
  };

/** How many of the unit of an indicator another one counts at once, and whether it is one of a time. */
function knownOf(plan: Plan, id: string) {
  const indicator = indicatorOf(plan, id);
  if (!indicator) return {};
  return {
    powerOf: (unit: string) => multipleOf(unit, unitNames(plan, indicator))?.power,
    isOfTime: indicator.kind === 'flow' || indicator.kind === 'growth',
    isRate: indicator.kind === 'growth',
    addsUp: isSummable(indicator),
  };
}

/** How far a region lies below the plan's own; undefined where it does not. */
const levelIn = (plan: Plan, id: string): number | undefined => levelsIn(plan).get(id);

const levelsIn = onceEach((plan: Plan): ReadonlyMap<string, number> => {
  const levels = new Map<string, number>();
  const enter = ({ id, parts }: RegionTree, level: number): void => {
    levels.set(id, level);
    for (const part of parts) enter(part, level + 1);
  };
  enter(regionTree(plan, ownRegion(plan)), 0);
  return levels;
});
