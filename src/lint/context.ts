import type { DocumentPath, Step } from '../input/document/document.ts';
import { type Located, locatedIn } from '../input/plan/located.ts';
import { indicatorOf } from '../input/shape/names.ts';
import type { BareFinding, LintArgs, LintCode } from '../model/lint.ts';
import type { Indicator, KeyTask, Measure, Plan, Reading, StrategicTask, Target } from '../model/plan.ts';
import type { ScalarPiece } from '../values/place.ts';
import { distinct } from '../values/repeated.ts';

/** What a rule found, and where: a path into the document, and whether its key or its value is meant. */
export type Note = BareFinding & {
  readonly path: DocumentPath;
  readonly at?: 'key' | 'value';
  readonly piece?: ScalarPiece;
};

export type LintRule = (context: Context) => Note[];

export interface LintedTarget extends Located<Target> {
  readonly indicator: Indicator | undefined;
  /** Whether a task stands above it; a target of the plan as a whole has none. */
  readonly hasTask: boolean;
}

/** A plan with the way from each of its parts to the document that it was read from. */
export interface Context {
  readonly plan: Plan;
  readonly indicators: readonly (Located<Indicator> & { readonly id: string })[];
  readonly tasks: readonly Located<StrategicTask | KeyTask>[];
  readonly measures: readonly Located<Measure>[];
  readonly targets: readonly LintedTarget[];
  /** The text or the node at a path of the document; undefined where there is none. */
  readonly rawAt: (path: DocumentPath) => unknown;
}

export function contextOf(plan: Plan, data: unknown): Context {
  const { tasks, measures, targets } = locatedIn(plan);
  return {
    plan,
    indicators: Object.entries(plan.indicators).map(([id, item]) => ({ id, item, path: ['indicators', id] })),
    tasks,
    measures,
    targets: targets.map(({ item, path }) => ({
      item,
      path,
      indicator: indicatorOf(plan, item.indicator),
      hasTask: path[0] === 'tasks',
    })),
    rawAt: path => path.reduce<unknown>((node, step) => (node as Record<Step, unknown> | undefined)?.[step], data),
  };
}

/** Each way in which a target can be read, with the field's own place: in the reading where it stands there. */
export interface PlacedReading {
  readonly target: LintedTarget;
  readonly reading: Reading;
  /** The name of the target; of a region's own goal with the region. */
  readonly name: string;
  readonly namedAt: DocumentPath;
  readonly pathOf: (field: string) => DocumentPath;
}

const readingsOf = (context: Context): PlacedReading[] =>
  context.targets.flatMap(target => [...wholeReadings(context, target), ...regionalReadings(context, target)]);

const wholeReadings = ({ rawAt }: Context, target: LintedTarget): PlacedReading[] =>
  target.item.readings.map(reading => ({
    target,
    reading,
    name: target.item.id,
    namedAt: [...target.path, 'id'],
    pathOf: field => {
      const own = [...target.path, 'readings', reading.name ?? '', field];
      return reading.name !== null && rawAt(own) !== undefined ? own : [...target.path, field];
    },
  }));

/** What stands in the entry of a region is its own; its share stands in the place of a comparator. */
function regionalReadings({ rawAt }: Context, target: LintedTarget): PlacedReading[] {
  const { id, regions } = target.item;
  return Object.entries(regions === 'each' ? {} : regions).flatMap(([region, { share, readings }]) => {
    const entry = [...target.path, 'regions', region];
    return readings.map(reading => ({
      target,
      reading,
      name: `${id}@${region}`,
      namedAt: entry,
      pathOf: (field: string) => {
        if (share !== null && field === reading.goal.comparator) return [...entry, 'share'];
        return rawAt([...entry, field]) === undefined ? [...target.path, field] : [...entry, field];
      },
    }));
  });
}

/** A rule for one reading at a time; what several readings inherit from their target is told once. */
export const perReading =
  (check: (placed: PlacedReading, context: Context) => Note[]): LintRule =>
  context =>
    distinctNotes(readingsOf(context).flatMap(placed => check(placed, context)));

/** The same of one place is told once. */
export const distinctNotes = (notes: readonly Note[]): Note[] =>
  distinct(notes, ({ code, args, path }) => JSON.stringify([code, args, path]));

export const note = <C extends LintCode>(code: C, path: DocumentPath, args: LintArgs[C], at?: 'key' | 'value'): Note =>
  ({ code, args, path, ...(at && { at }) }) as Note;
