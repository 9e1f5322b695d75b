import type { Step } from '../input/document/document.ts';
import { indicatorOf } from '../input/shape/names.ts';
import type { BareFinding, LintArgs, LintCode } from '../model/lint.ts';
import type { Indicator, KeyTask, Measure, Plan, Reading, StrategicTask, Target } from '../model/plan.ts';

export type Path = readonly Step[];

/** What a rule found, and where: a path into the document, and whether its key or its value is meant. */
export type Note = BareFinding & { readonly path: Path; readonly at?: 'key' | 'value' };

export type Rule = (context: Context) => Note[];

interface Placed<T> {
  readonly item: T;
  readonly path: Path;
}

export interface PlacedTarget extends Placed<Target> {
  readonly indicator: Indicator | undefined;
  /** Whether a task stands above it; a target of the plan as a whole has none. */
  readonly hasTask: boolean;
}

/** A plan with the way from each of its parts to the document that it was read from. */
export interface Context {
  readonly plan: Plan;
  readonly indicators: readonly (Placed<Indicator> & { readonly id: string })[];
  readonly tasks: readonly Placed<StrategicTask | KeyTask>[];
  readonly measures: readonly Placed<Measure>[];
  readonly targets: readonly PlacedTarget[];
  /** The text or the node at a path of the document; undefined where there is none. */
  readonly rawAt: (path: Path) => unknown;
}

export function contextOf(plan: Plan, data: unknown): Context {
  const tasks = plan.tasks.flatMap((task, index): Placed<StrategicTask | KeyTask>[] => [
    { item: task, path: ['tasks', index] },
    ...task.tasks.map((key, at) => ({ item: key, path: ['tasks', index, 'tasks', at] })),
  ]);
  const measuresUnder = (measures: readonly Measure[], path: Path): Placed<Measure>[] =>
    measures.map((item, index) => ({ item, path: [...path, 'measures', index] }));
  const measures = [
    ...measuresUnder(plan.measures, []),
    ...tasks.flatMap(({ item, path }) => measuresUnder(item.measures, path)),
  ];
  const targets = measures.flatMap(({ item, path }) =>
    item.targets.map((target, index) => ({
      item: target,
      path: [...path, 'targets', index],
      indicator: indicatorOf(plan, target.indicator),
      hasTask: path[0] === 'tasks',
    })),
  );
  return {
    plan,
    indicators: Object.entries(plan.indicators).map(([id, item]) => ({ id, item, path: ['indicators', id] })),
    tasks,
    measures,
    targets,
    rawAt: path => path.reduce<unknown>((node, step) => (node as Record<Step, unknown> | undefined)?.[step], data),
  };
}

/** Each way in which a target can be read, with the field's own place: in the reading where it stands there. */
export interface PlacedReading {
  readonly target: PlacedTarget;
  readonly reading: Reading;
  /** The name of the target; of a region's own goal with the region. */
  readonly name: string;
  readonly namedAt: Path;
  readonly pathOf: (field: string) => Path;
}

const readingsOf = (context: Context): PlacedReading[] =>
  context.targets.flatMap(target => [...wholeReadings(context, target), ...regionalReadings(context, target)]);

const wholeReadings = ({ rawAt }: Context, target: PlacedTarget): PlacedReading[] =>
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
function regionalReadings({ rawAt }: Context, target: PlacedTarget): PlacedReading[] {
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
  (check: (placed: PlacedReading, context: Context) => Note[]): Rule =>
  context =>
    distinct(readingsOf(context).flatMap(placed => check(placed, context)));

export function distinct(notes: readonly Note[]): Note[] {
  const seen = new Set<string>();
  return notes.filter(note => seen.size !== seen.add(JSON.stringify([note.code, note.args, note.path])).size);
}

export const note = <C extends LintCode>(code: C, path: Path, args: LintArgs[C], at?: 'key' | 'value'): Note =>
  ({ code, args, path, ...(at && { at }) }) as Note;
