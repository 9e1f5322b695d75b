import { type Measure, type Plan, planSchema, type Target } from '../model/plan.ts';
import { isError, type Problem } from '../values/problem.ts';
import { checkShape, type Finding } from './check-shape.ts';
import { indicatorOf, regionIds, unknownName } from './names.ts';
import { type OpenFile, openFile, type SourceFile } from './source-file.ts';

export interface ReadPlan {
  readonly plan: Plan | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a plan file; every problem of shape and of meaning comes with its place. */
export async function readPlan(file: SourceFile): Promise<ReadPlan> {
  const { plan, problems } = await openPlan(file);
  return { plan: problems.some(isError) ? undefined : plan, problems };
}

/** A plan as far as its shape allows, even where a name in it is wrong, with the way back into its file. */
export interface OpenPlan extends ReadPlan {
  readonly data: unknown;
  readonly placeOf: OpenFile['framedPlaceOf'];
}

export async function openPlan(file: SourceFile): Promise<OpenPlan> {
  const open = await openFile(file);
  const { document, problems, framedPlaceOf: placeOf } = open;
  if (!document) return { plan: undefined, problems, data: undefined, placeOf };
  const shape = checkShape(planSchema, document);
  const plan = 'value' in shape ? shape.value : undefined;
  const findings = 'findings' in shape ? shape.findings : meaningOf(shape.value);
  return { plan, problems: open.problemsWith(findings), data: document.data, placeOf };
}

interface Located<T> {
  readonly item: T;
  readonly path: readonly (string | number)[];
}

function meaningOf(plan: Plan): Finding[] {
  const tasks = plan.tasks.flatMap((task, index) => [
    { item: task, path: ['tasks', index] },
    ...task.tasks.map((key, at) => ({ item: key, path: ['tasks', index, 'tasks', at] })),
  ]);
  const measures: Located<Measure>[] = [{ item: plan, path: [] }, ...tasks].flatMap(({ item, path }) =>
    item.measures.map((measure, index) => ({ item: measure, path: [...path, 'measures', index] })),
  );
  const targets: Located<Target>[] = measures.flatMap(({ item, path }) =>
    item.targets.map((target, index) => ({ item: target, path: [...path, 'targets', index] })),
  );
  const indicators = Object.entries(plan.indicators).map(([id, item]) => ({ item, path: ['indicators', id] }));
  return [
    ...[tasks, measures, targets].flatMap(duplicateIds),
    ...targets.flatMap(located => targetFindings(plan, located, targets)),
    ...[...indicators, ...tasks, ...measures, ...targets].flatMap(located => sourceFindings(plan, located)),
    ...regionFindings(plan),
  ];
}

function duplicateIds(located: readonly Located<{ readonly id: string }>[]): Finding[] {
  const seen = new Set<string>();
  return located
    .filter(({ item }) => seen.size === seen.add(item.id).size)
    .map(({ item, path }) => ({ code: 'duplicate-id', args: { id: item.id }, path: [...path, 'id'] }));
}

function targetFindings(plan: Plan, { item, path }: Located<Target>, all: readonly Located<Target>[]): Finding[] {
  const findings: Finding[] = [];
  const known = Object.keys(plan.indicators);
  if (!indicatorOf(plan, item.indicator)) {
    findings.push(unknownName('unknown-indicator', item.indicator, known, [...path, 'indicator']));
  }
  const ids = all.map(each => each.item.id);
  if (item.supersedes !== undefined && !ids.includes(item.supersedes)) {
    findings.push(unknownName('unknown-target', item.supersedes, ids, [...path, 'supersedes']));
  }
  for (const { baseline, by } of item.readings) {
    if (baseline && baseline.asOf >= by) {
      findings.push({ code: 'days-out-of-order', args: { first: baseline.asOf, second: by }, path: [...path, 'by'] });
      break;
    }
  }
  return findings;
}

function sourceFindings(plan: Plan, { item, path }: Located<{ readonly source: readonly string[] }>): Finding[] {
  const known = Object.keys(plan.sources);
  return item.source.flatMap((id, index) =>
    known.includes(id) ? [] : [unknownName('unknown-source', id, known, [...path, 'source', index])],
  );
}

function regionFindings({ region, regions }: Plan): Finding[] {
  const known = regionIds(regions);
  if (region === undefined || known.length === 0 || known.includes(region)) return [];
  return [unknownName('unknown-region', region, known, ['region'])];
}
