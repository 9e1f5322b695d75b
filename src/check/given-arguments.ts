import { isMapping } from '../values/mapping.ts';
import type { PlanFile, ReportFile, WaiverFile } from './subject.ts';

/*
 * What the types forbid and plain JavaScript can hand in all the same. It is a bug of the program that calls, and no fault of a
 * file, so it is thrown: in words that name the argument, and not as what some line within happened to stumble over.
 */

/** The plan that was read: not its source, and not the whole result, in which it may be missing. */
export function planGiven(plan: PlanFile): PlanFile {
  if (isMapping(plan) && isMapping(plan['plan']) && typeof plan['sha256'] === 'string') return plan;
  throw new TypeError(`plan: expected the "plan" that readPlan returned${found(plan)}`);
}

interface InputsGiven {
  readonly plan: PlanFile;
  readonly reports: readonly ReportFile[];
  readonly waivers?: WaiverFile | undefined;
}

/** The inputs of a check. */
export function inputsGiven<T extends InputsGiven>(inputs: T): T {
  if (!isMapping(inputs)) throw new TypeError(`expected { plan, reports }${found(inputs)}`);
  const { plan, reports, waivers } = inputs as InputsGiven;
  planGiven(plan);
  listGiven('reports', reports).forEach((report, index) => {
    if (!isMapping(report) || !Array.isArray(report['observations']))
      throw new TypeError(`reports[${index}]: expected a "report" that readReport returned${found(report)}`);
  });
  if (waivers !== undefined && (!isMapping(waivers) || !Array.isArray(waivers['waivers'])))
    throw new TypeError(`waivers: expected the "waivers" that readWaivers returned${found(waivers)}`);
  return inputs;
}

export function listGiven<T>(name: string, list: readonly T[]): readonly T[] {
  if (Array.isArray(list)) return list;
  throw new TypeError(`${name}: expected a list${found(list)}`);
}

export function textGiven(name: string, text: string): string {
  if (typeof text === 'string') return text;
  throw new TypeError(`${name}: expected a text${found(text)}`);
}

/** The kind alone: what a program handed in by mistake may be anything, and long. */
const found = (value: unknown): string => `, found ${value === null ? 'null' : typeof value}`;
