import type { Plan } from '../../model/plan.ts';
import { type DefinitionWanted, type MapReason, OPEN, type Proposed } from '../../model/proposal.ts';
import { relationOf } from '../../model/relation.ts';
import { behindName } from '../../values/behind-name.ts';
import { folded } from '../../values/fold.ts';
import { figureNames, findName } from '../shape/figure-names.ts';
import { indicatorOf } from '../shape/names.ts';
import { multipleOf, unitNames } from '../shape/units.ts';
import { says } from './vocabulary.ts';

/** What somebody said of words beforehand: their word, and the id that it stands for. */
export type WordsTold = ReadonlyMap<string, string>;

const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.map(text => text.replace(/\s+/g, ' ').trim())),
];

/** Of each word that the plan does not know, what it may stand for. */
export function namesProposed(
  plan: Plan,
  field: 'indicator' | 'region',
  words: readonly string[],
  told: WordsTold,
): Proposed[] {
  const names = figureNames(plan)[field];
  if (field === 'region' && names.list.length === 0) return [];
  return distinct(words).flatMap((key): Proposed[] => {
    const said = told.get(folded(key));
    if (said !== undefined) return [{ key, value: said, reason: { code: 'told-by-you', args: {} } }];
    const { ids } = findName(plan, field, key);
    if (ids.length === 1) return [];
    if (ids.length > 1) return [{ key, value: OPEN, reason: { code: 'one-of-several', args: { ids } } }];
    if (says('total', key)) return [{ key, value: 'ignore', reason: { code: 'a-total', args: {} } }];
    const near = names.nearOrPart(behindName(key)?.name ?? key) ?? names.nearOrPart(key);
    const reason: MapReason =
      near === undefined ? { code: 'not-in-plan', args: {} } : { code: 'perhaps-near', args: { near } };
    return [{ key, value: near === undefined ? 'ignore' : OPEN, reason }];
  });
}

/** Units beside names of indicators that are none of theirs, and no multiple of them. */
export function unitsProposed(plan: Plan, pairs: readonly (readonly [name: string, unit: string])[]): Proposed[] {
  const open = new Set<string>();
  for (const [name, unit] of pairs) {
    const { ids } = findName(plan, 'indicator', name);
    const indicator = indicatorOf(plan, ids[0]);
    if (indicator && multipleOf(unit, unitNames(plan, indicator)) === undefined) open.add(unit);
  }
  return [...open].map(unit =>
    /^[-—–/…]+$/.test(unit)
      ? { key: unit, value: '', reason: { code: 'says-nothing', args: {} } }
      : { key: unit, value: OPEN, reason: { code: 'no-unit', args: {} } },
  );
}

/** Indicators of which a figure that does not say what it counts answers no target. */
export function definitionsWanted(plan: Plan, ids: readonly string[]): DefinitionWanted[] {
  return [...new Set(ids)].flatMap(indicator => {
    const counts = indicatorOf(plan, indicator)?.counts ?? {};
    const isClear = ['same', 'part', 'whole'].includes(relationOf(counts, null) ?? '');
    return isClear ? [] : [{ indicator, definitions: Object.keys(counts) }];
  });
}
