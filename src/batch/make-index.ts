import {
  type BatchIndex,
  type Grouping,
  type GroupRow,
  type GroupState,
  groupStates,
  type TaskRanking,
} from '../model/batch.ts';
import { measuresOf } from '../model/outline.ts';
import type { Plan } from '../model/plan.ts';
import { regionsIn } from '../model/regions.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import { groupBy } from '../values/group.ts';

export interface IndexSubject {
  /** Null where each group has its own. */
  readonly plan: Plan | null;
  readonly version: string;
  readonly by: readonly Grouping[];
  readonly knownBy: string | null;
  readonly settings: BatchIndex['policy']['settings'];
  /** What the files that are made up say of themselves. */
  readonly invented: readonly string[];
  /** Regions of the plan of which no figure was given. */
  readonly silentRegions: readonly string[];
  readonly rows: readonly GroupRow[];
  readonly exitCode: number;
}

/** The index of a batch: its groups, worst first, the ranking by task, and what is missing. */
export function makeIndex(subject: IndexSubject): BatchIndex {
  const { plan, version, by, knownBy, settings, invented, silentRegions } = subject;
  const groups = subject.rows.toSorted(worstFirst);
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'shanxi-plan', version },
    plan: plan && { id: plan.id, title: plan.title },
    by: [...by],
    knownBy,
    policy: { settings, leftOut: groups.reduce((total, { leftOut }) => total + leftOut, 0) },
    invented: [...new Set(invented)].toSorted(),
    groups,
    tasks: plan ? rankTasks(plan, groups) : [],
    targets: plan ? targetNames(plan) : [],
    regions: plan ? regionsIn(plan.regions).map(({ id, title }) => ({ id, title })) : [],
    missing: { targets: missingTargets(groups), regions: [...silentRegions] },
    totals: {
      groups: groups.length,
      states: countStates(groups),
      targets: groups.reduce((total, { targets }) => total + targets, 0),
      verdicts: addCounts(groups.map(({ verdicts }) => verdicts)),
      severities: addCounts(groups.map(({ severities }) => severities)),
    },
    exit: { code: subject.exitCode },
  };
}

const targetNames = (plan: Plan): BatchIndex['targets'] =>
  measuresOf(plan).flatMap(({ measure }) =>
    measure.targets.map(({ id, title, indicator }) => ({
      id,
      title: title ?? plan.indicators[indicator]?.title ?? { en: id, zh: id },
    })),
  );

/** What failed stands first, then by how many targets fail or may fail, then by how many are in order; names break ties. */
function worstFirst(a: GroupRow, b: GroupRow): number {
  return groupStates.indexOf(a.state) - groupStates.indexOf(b.state) || byRange(a, b) || byName(a, b);
}

function byRange({ range: a }: Pick<GroupRow, 'range'>, { range: b }: Pick<GroupRow, 'range'>): number {
  return (
    b.failing.min - a.failing.min ||
    b.failing.max - a.failing.max ||
    a.inOrder.min - b.inOrder.min ||
    a.inOrder.max - b.inOrder.max
  );
}

const byName = (a: GroupRow, b: GroupRow): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

function rankTasks(plan: Plan, groups: readonly GroupRow[]): TaskRanking[] {
  return plan.tasks
    .flatMap(task => [task, ...task.tasks])
    .flatMap(({ id, title, level }) => {
      const found = groups.flatMap(({ name, tasks }) => {
        const own = tasks.find(task => task.id === id);
        return own ? [{ name, ...own }] : [];
      });
      if (found.length === 0) return [];
      const verdicts = addCounts(found.map(each => each.verdicts));
      const ranked = found.toSorted((a, b) => byRange(a, b) || (a.name < b.name ? -1 : 1));
      return [{ id, title, level, verdicts, range: addRanges(found), groups: ranked.map(({ name }) => name) }];
    });
}

function addRanges(rows: readonly Pick<GroupRow, 'range'>[]): GroupRow['range'] {
  const add = (of: (range: GroupRow['range']) => number) => rows.reduce((total, { range }) => total + of(range), 0);
  return {
    failing: { min: add(({ failing }) => failing.min), max: add(({ failing }) => failing.max) },
    inOrder: { min: add(({ inOrder }) => inOrder.min), max: add(({ inOrder }) => inOrder.max) },
  };
}

function missingTargets(groups: readonly GroupRow[]): BatchIndex['missing']['targets'] {
  const lacking = groups.flatMap(({ name, missing }) => missing.targets.map(target => ({ target, name })));
  return [...groupBy(lacking, ({ target }) => target)]
    .map(([target, of]) => ({ target, groups: of.map(({ name }) => name).toSorted() }))
    .toSorted(byTargetName);
}

const byTargetName = (a: { readonly target: string }, b: { readonly target: string }): number =>
  a.target < b.target ? -1 : 1;

function countStates(groups: readonly GroupRow[]): Partial<Record<GroupState, number>> {
  return addCounts(groups.map(({ state }) => ({ [state]: 1 })));
}

function addCounts<T extends string>(
  counts: readonly Readonly<Partial<Record<T, number>>>[],
): Partial<Record<T, number>> {
  const total: Partial<Record<T, number>> = {};
  for (const each of counts) {
    for (const [key, count] of Object.entries(each) as [T, number][]) total[key] = (total[key] ?? 0) + count;
  }
  return total;
}
