import type { Numbered } from '../assess/order.ts';
import type { Ungated } from '../gate/apply.ts';
import type { Limits } from '../input/document/limits.ts';
import { readReport } from '../input/report/read-report.ts';
import type { InputFormat } from '../input/source/registry.ts';
import type { MethodId } from '../methods/registry.ts';
import type { Plan } from '../model/plan.ts';
import type { GoalComparison } from '../model/target.ts';
import type { Day } from '../values/day.ts';
import { isError, type Problem } from '../values/problem.ts';
import type { AllBounds } from './bounds.ts';
import { checkLeft, checkNames, type NamesGiven } from './check-names.ts';
import { findFiles } from './find-files.ts';
import type { Io } from './io.ts';
import { judge, regionOf } from './judge.ts';
import { loadPlan } from './plans.ts';

export interface CheckRequest extends NamesGiven {
  readonly reports: readonly string[];
  readonly plan: string;
  readonly asOf: Day | undefined;
  readonly knownBy: Day | undefined;
  readonly method: MethodId | undefined;
  readonly compare?: GoalComparison | undefined;
  /** Use no identity between indicators. */
  readonly direct: boolean;
  readonly maxAgeMonths?: number | undefined;
  readonly stdinFormat: InputFormat;
  readonly limits: Limits;
  readonly bounds?: AllBounds;
}

export interface Checked {
  /** Absent with an error in any file: what is not whole is not judged. */
  readonly analysis: Ungated | undefined;
  readonly problems: readonly Problem[];
  /** Targets that `only` and `skip` left out. */
  readonly leftOut: number;
  /** What was judged, for a command that goes back to the plan and its figures. */
  readonly subject?: { readonly plan: Plan; readonly numbered: readonly Numbered[] };
}

const none = { analysis: undefined, leftOut: 0 };

/** From the arguments to the analysis, before a gate is applied to it. */
export async function check(request: CheckRequest, io: Io): Promise<Checked> {
  const [loaded, found] = await Promise.all([
    loadPlan(request.plan, io, request.limits),
    findFiles(request.reports, io, request.stdinFormat, request.limits, request.bounds?.reports),
  ]);
  const { plan } = loaded;
  if (!plan) return { ...none, problems: [...loaded.problems, ...found.problems] };
  const read = await Promise.all(
    found.files.map(async file => ({ file, ...(await readReport(file, plan, io.latestToday() as Day)) })),
  );
  const problems = [...loaded.problems, ...found.problems, ...read.flatMap(each => each.problems)];
  if (problems.some(isError)) return { ...none, problems };
  checkNames(plan, request);
  checkLeft(plan, request, [regionOf(plan, request)]);
  const { analysis, numbered, leftOut } = judge(
    {
      plan,
      planFile: loaded.input,
      files: read.map(({ file: { path, sha256 }, report }) => ({
        path,
        sha256,
        title: report?.title ?? null,
        invented: report?.invented ?? null,
      })),
      observations: read.flatMap(({ report }) => report?.observations ?? []),
      problems,
    },
    request,
  );
  return { analysis, problems, leftOut, subject: { plan, numbered } };
}
