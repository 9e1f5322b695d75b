import { POINTS } from '../../model/field-texts.ts';
import { goalKeys } from '../../model/goal-schema.ts';
import type { Indicator, Plan } from '../../model/plan.ts';
import { asMapping } from '../../values/mapping.ts';
import { isMultiplied } from '../../values/multipliers.ts';
import { isMultipleUnit, isOtherMultiple } from '../../values/unit-scale.ts';
import type { DocumentPath } from '../document/document.ts';
import type { Finding } from '../shape/check-shape.ts';
import { indicatorOf } from '../shape/names.ts';

/**
 * Numbers of the plan that are not counted as their indicator is. "At least 5.4%" of stations would be read as five
 * stations, and be met at once; 12万 of tens of thousands would be one or the other.
 */
export function unitFindings(data: unknown, plan: Plan): Finding[] {
  return [
    ...namesOfUnits(plan),
    ...targetsIn(data, []).flatMap(({ target, path }) =>
      found(numbersOf(target, path), countedAs(plan, target['indicator'])),
    ),
    ...entries(asMapping(data)['indicators']).flatMap(([id, indicator]) =>
      found(textsIn(asMapping(indicator)['plausible'], ['indicators', id, 'plausible']), countedAs(plan, id)),
    ),
    ...list(asMapping(data)['assumptions']).flatMap((assumption, index) => {
      const { indicator, value } = asMapping(assumption);
      return found(textsIn(value, ['assumptions', index, 'value']), countedAs(plan, indicator));
    }),
  ];
}

/** Names that cannot be those of one unit: a report that writes 万个 would be read as so many stations. */
const namesOfUnits = ({ indicators, units }: Plan): Finding[] => [
  ...Object.entries(indicators).flatMap(([id, { unit, unitTitle }]) =>
    otherMultiple(unitTitle.zh, unit, ['indicators', id, 'unit', 'zh']),
  ),
  ...Object.entries(units).flatMap(([unit, { aliases }]) =>
    aliases.flatMap((name, index) => otherMultiple(name, unit, ['units', unit, 'aliases', index])),
  ),
];

const otherMultiple = (name: string, unit: string, path: DocumentPath): Finding[] =>
  isOtherMultiple(name, unit) ? [{ code: 'names-of-two-units', args: { name, unit }, path }] : [];

interface Text {
  readonly text: string;
  readonly path: DocumentPath;
  /** Of the number of a goal over a span: how its figures make the value. */
  readonly aggregate?: unknown;
}

const found = (texts: readonly Text[], indicator: Indicator | undefined): Finding[] =>
  indicator ? texts.flatMap(text => faultOf(text, indicator) ?? []) : [];

/** A change of per cent is in points, and any other may be in per cent of what there was, as all that compounds is. */
function faultOf({ text, path, aggregate }: Text, { unit, unitTitle }: Indicator): Finding | undefined {
  const isPercent = /[%％]/.test(text);
  if (unit === '%' && ['plus', 'tolerance'].includes(String(path.at(-1)))) return undefined;
  if (aggregate === 'change' && unit === '%')
    return isPercent ? { code: 'percent-or-points', args: { text }, path } : undefined;
  if (POINTS.test(text)) return { code: 'wrong-unit', args: { found: 'pp', expected: unitTitle }, path };
  if (isPercent && (aggregate === 'change' || aggregate === 'compound')) return undefined;
  if (unit !== '%' && isPercent) return { code: 'wrong-unit', args: { found: '%', expected: unitTitle }, path };
  if (isMultiplied(text) && isMultipleUnit(unit))
    return { code: 'multiplied-twice', args: { text, unit: unitTitle }, path };
  return undefined;
}

const countedAs = (plan: Plan, indicator: unknown): Indicator | undefined =>
  typeof indicator === 'string' ? indicatorOf(plan, indicator) : undefined;

/** Every target, wherever it stands below tasks and measures. */
export function targetsIn(
  node: unknown,
  path: DocumentPath,
): { target: Record<string, unknown>; path: DocumentPath }[] {
  const { tasks, measures, targets } = asMapping(node);
  return [
    ...list(tasks).flatMap((task, index) => targetsIn(task, [...path, 'tasks', index])),
    ...list(measures).flatMap((measure, index) => targetsIn(measure, [...path, 'measures', index])),
    ...list(targets).map((target, index) => ({ target: asMapping(target), path: [...path, 'targets', index] })),
  ];
}

/** The numbers of a target that are counted as its indicator is: goals, baselines and paths, also of readings and regions. */
function numbersOf(fields: Record<string, unknown>, path: DocumentPath, inherited?: unknown): Text[] {
  const { baseline, path: milestones, readings, regions, over = inherited } = fields;
  const { aggregate } = asMapping(over);
  const goals = Object.keys(goalKeys).flatMap(key => textsIn(fields[key], [...path, key]));
  return [
    ...goals.map(text => ({ ...text, aggregate })),
    ...textsIn(asMapping(baseline)['value'], [...path, 'baseline', 'value']),
    ...list(milestones).flatMap((each, index) => textsIn(asMapping(each)['value'], [...path, 'path', index, 'value'])),
    ...entries(readings).flatMap(([name, reading]) => numbersOf(asMapping(reading), [...path, 'readings', name], over)),
    ...entries(regions).flatMap(([id, region]) => numbersOf(asMapping(region), [...path, 'regions', id], over)),
  ];
}

const NAMES: readonly string[] = ['indicator', 'wanted'];

function textsIn(value: unknown, path: DocumentPath): Text[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  // The names of a goal against another indicator are no numbers.
  return entries(value).flatMap(([key, item]) => (NAMES.includes(key) ? [] : textsIn(item, [...path, key])));
}

const entries = (value: unknown): [string, unknown][] => Object.entries(asMapping(value));

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
