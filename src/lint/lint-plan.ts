import { type OpenPlan, openPlan, type ReadPlan } from '../input/plan/read-plan.ts';
import type { SourceFile } from '../input/source/source-file.ts';
import { type LintFinding, lintCodes, lintSeverities, lintSeverityOf } from '../model/lint.ts';
import type { Plan } from '../model/plan.ts';
import { isError, type Problem } from '../values/problem.ts';
import { contextOf, type LintRule, type Note } from './context.ts';
import { indicatorRules } from './indicators.ts';
import { regionalRules } from './regional.ts';
import { structureRules } from './structure.ts';
import { targetRules } from './targets.ts';
import { wordingRules } from './wording.ts';

/** Every rule; a rule looks at the plan alone, before any report exists. */
const rules: readonly LintRule[] = [
  ...targetRules,
  ...wordingRules,
  ...regionalRules,
  ...structureRules,
  ...indicatorRules,
];

export interface LintedPlan {
  readonly plan: Plan | undefined;
  /** What the reader refuses; with a file whose shape is wrong nothing else can be said. */
  readonly problems: readonly Problem[];
  readonly findings: readonly LintFinding[];
}

/** What is odd in a plan file: what matters most first, what is of one kind together, in the order of the file. */
export async function lintPlan(file: SourceFile): Promise<LintedPlan> {
  const open = await openPlan(file);
  return { plan: open.plan, problems: open.problems, findings: findingsIn(open) };
}

/** A plan that can be judged by; one in which a lint finds an error, which makes a verdict wrong, is none. */
export async function readJudged(file: SourceFile): Promise<ReadPlan & { readonly errors: readonly LintFinding[] }> {
  const open = await openPlan(file);
  const { problems } = open;
  if (problems.some(isError)) return { plan: undefined, problems, errors: [] };
  const errors = findingsIn(open, isLintError);
  return { plan: errors.length > 0 ? undefined : open.plan, problems, errors };
}

/** Only what is wanted is looked up in the text. */
function findingsIn({ plan, data, placeOf }: OpenPlan, isWanted: (note: Note) => boolean = () => true): LintFinding[] {
  if (!plan) return [];
  const context = contextOf(plan, data);
  return rules
    .flatMap(rule => rule(context))
    .filter(isWanted)
    .map(({ path, at, piece, ...finding }): LintFinding => ({ ...finding, place: placeOf(path, at, piece) }))
    .toSorted(byWeight);
}

const isLintError = (note: Note): boolean => lintSeverityOf(note) === 'error';

function byWeight(a: LintFinding, b: LintFinding): number {
  const { line = 0, col = 0 } = a.place.span ?? {};
  const { line: otherLine = 0, col: otherCol = 0 } = b.place.span ?? {};
  const kind = lintCodes.indexOf(a.code) - lintCodes.indexOf(b.code);
  return rank(a) - rank(b) || kind || line - otherLine || col - otherCol;
}

const rank = (finding: LintFinding): number => lintSeverities.indexOf(lintSeverityOf(finding));
