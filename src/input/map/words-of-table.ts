import type { Plan } from '../../model/plan.ts';
import { type DefinitionWanted, type MapReason, OPEN, type Proposed, type ToldOfTable } from '../../model/proposal.ts';
import { ownRegion, regionsIn } from '../../model/regions.ts';
import { relationOf } from '../../model/relation.ts';
import { behindName } from '../../values/behind-name.ts';
import { parseDay } from '../../values/day-notation.ts';
import { folded, foldedCase } from '../../values/fold.ts';
import { figureNames, findName } from '../shape/figure-names.ts';
import { indicatorOf } from '../shape/names.ts';
import { multipleOf, unitNames } from '../shape/units.ts';
import type { IsUnit } from './shape-of-table.ts';
import { isPartOfYear, isWholeRegion, says } from './vocabulary.ts';

export const TOLD: MapReason = { code: 'told-by-you', args: {} };

const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.map(text => text.replace(/\s+/g, ' ').trim())),
];

/** Of each word that the plan does not know, what it may stand for. */
export function namesProposed(
  plan: Plan,
  field: 'indicator' | 'region',
  words: readonly string[],
  told: ToldOfTable['names'],
  beside: ReadonlyMap<string, string> = new Map(),
): Proposed[] {
  const names = figureNames(plan)[field];
  if (field === 'region' && names.list.length === 0) return [];
  const all = distinct(words);
  const proposed = all.flatMap((key): Proposed[] => {
    const said = told.get(folded(key));
    if (said !== undefined) return [{ key, value: said, reason: TOLD }];
    const { ids } = findName(plan, field, key);
    if (ids.length === 1) return [];
    if (ids.length > 1) return [{ key, value: OPEN, reason: { code: 'one-of-several', args: { ids } } }];
    if (field === 'region' && plan.region !== undefined && isWholeRegion(key))
      return [{ key, value: OPEN, reason: { code: 'perhaps-near', args: { near: plan.region } } }];
    if (says('total', key)) return [{ key, value: 'ignore', reason: { code: 'a-total', args: {} } }];
    const near = beside.get(key) ?? names.nearOrPart(behindName(key)?.name ?? key) ?? names.nearOrPart(key);
    const reason: MapReason =
      near === undefined ? { code: 'not-in-plan', args: {} } : { code: 'perhaps-near', args: { near } };
    return [{ key, value: near === undefined ? 'ignore' : OPEN, reason }];
  });
  // Where nothing of a table is known, leaving out all of it is nothing that goes without saying.
  const isAllLeft = proposed.length === all.length && proposed.every(({ value }) => value === 'ignore');
  if (isAllLeft) return all.length <= ASKED ? proposed.map(askedFor) : proposed;
  return field === 'region' ? askedBesideParts(proposed, all, plan) : proposed;
}

/**
 * A name among parts of the plan's region may be one of them, of which its sum would then lack. Where most names are
 * unknown, or all of the region is told as well, nothing is added up.
 */
function askedBesideParts(proposed: readonly Proposed[], words: readonly string[], plan: Plan): Proposed[] {
  const known = words.flatMap(word => findName(plan, 'region', word).ids);
  const unknown = proposed.filter(({ key, reason }) => reason.code === 'not-in-plan' && !key.startsWith('其中'));
  if (known.includes(ownRegion(plan)) || unknown.length >= known.length) return [...proposed];
  return proposed.map(line =>
    unknown.includes(line) ? { ...line, value: OPEN, reason: { code: 'beside-parts', args: {} } } : line,
  );
}

/** Words that are asked for one by one. */
const ASKED = 20;

const askedFor = (line: Proposed): Proposed =>
  line.reason.code === 'not-in-plan' ? { ...line, value: OPEN, reason: { code: 'nothing-else', args: {} } } : line;

/** The days that headings without a year stand for, in the year of the title. */
export const daysProposed = (headings: readonly string[], title: Proposed): Proposed[] =>
  headings.filter(isPartOfYear).flatMap(key => {
    const value = `${title.value.slice(0, 4)}年${key.trim()}`;
    return parseDay(value).ok ? [{ key, value, reason: title.reason }] : [];
  });

/** The power of ten by which a unit multiplies that of an indicator; undefined where it is no unit of the plan's. */
export type UnitPower = (unit: string) => number | undefined;

export const unitPower =
  (plan: Plan): UnitPower =>
  unit => {
    const powers = Object.values(plan.indicators).flatMap(
      indicator => multipleOf(unit, unitNames(plan, indicator))?.power ?? [],
    );
    return powers.length === 0 ? undefined : Math.min(...powers.map(Math.abs));
  };

export const isUnitIn = (plan: Plan): IsUnit => {
  const powerOf = unitPower(plan);
  return text => powerOf(text) !== undefined;
};

/**
 * A part of the plan's region that a title names, or the office above the table: its figures are not those of the whole. A
 * row between figures that names one holds for some of them, and no mapping can say for which.
 */
export function regionOfTitle(plan: Plan, titles: readonly string[], sections: readonly string[]): Proposed[] {
  const parts = regionsIn(plan.regions).filter(({ id }) => id !== plan.region);
  for (const text of [...sections, ...titles]) {
    const [only, other] = parts.filter(({ title, aliases }) =>
      [title.zh, title.en, ...aliases].some(name => name.length > 1 && foldedCase(text).includes(foldedCase(name))),
    );
    const value = only && !other && !sections.includes(text) ? only.id : OPEN;
    if (only) return [{ key: 'region', value, reason: { code: 'in-the-title', args: { text } } }];
  }
  return [];
}

/** Units beside names of indicators that are none of theirs, and no multiple of them. */
export function unitsProposed(
  plan: Plan,
  pairs: readonly (readonly [name: string, unit: string])[],
  told: ToldOfTable['names'],
): Proposed[] {
  const open = new Set<string>();
  for (const [name, unit] of pairs) {
    const { ids } = findName(plan, 'indicator', name);
    const indicator = indicatorOf(plan, ids[0]);
    if (indicator && multipleOf(unit, unitNames(plan, indicator)) === undefined) open.add(unit);
  }
  return [...open].map((key): Proposed => {
    const said = told.get(folded(key));
    if (said !== undefined) return { key, value: said, reason: TOLD };
    const isSign = /^[-—–/…]+$/.test(key);
    return { key, value: isSign ? '' : OPEN, reason: { code: isSign ? 'says-nothing' : 'no-unit', args: {} } };
  });
}

/** Indicators of which a figure that does not say what it counts answers no target, and those of which it was told. */
export function definitionsWanted(plan: Plan, ids: readonly string[], told: ToldOfTable['counts']): DefinitionWanted[] {
  return [...new Set([...ids, ...told.keys()])].flatMap(indicator => {
    const counts = indicatorOf(plan, indicator)?.counts ?? {};
    const said = told.get(indicator);
    const isClear = ['same', 'part', 'whole'].includes(relationOf(counts, null) ?? '');
    return isClear && said === undefined ? [] : [{ indicator, definitions: Object.keys(counts), said }];
  });
}
