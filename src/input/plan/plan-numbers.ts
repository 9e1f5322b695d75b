import { goalKeys } from '../../model/goal-schema.ts';
import { asMapping } from '../../values/mapping.ts';
import type { DocumentPath } from '../document/document.ts';

/** A number of a plan that is counted as its indicator is, as it stands in the file. */
export interface PlanNumber {
  readonly text: string;
  readonly path: DocumentPath;
  /** The id of its indicator, if it is one. */
  readonly indicator: unknown;
  /** Of the number of a goal over a span: how its figures make the value. */
  readonly aggregate?: unknown;
}

type Text = Omit<PlanNumber, 'indicator'>;

/** The numbers of targets, of what is plausible, and of what is assumed. */
export function numbersIn(data: unknown): PlanNumber[] {
  const { indicators, assumptions } = asMapping(data);
  return [
    ...targetsIn(data, []).flatMap(({ target, path }) => of(target['indicator'], numbersOf(target, path))),
    ...entries(indicators).flatMap(([id, indicator]) =>
      of(id, textsIn(asMapping(indicator)['plausible'], ['indicators', id, 'plausible'])),
    ),
    ...list(assumptions).flatMap((assumption, index) => {
      const { indicator, value } = asMapping(assumption);
      return of(indicator, textsIn(value, ['assumptions', index, 'value']));
    }),
  ];
}

const of = (indicator: unknown, texts: readonly Text[]): PlanNumber[] => texts.map(text => ({ ...text, indicator }));

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
