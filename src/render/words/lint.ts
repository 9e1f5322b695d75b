import type { LintArgs, LintSeverity } from '../../model/lint.ts';
import type { Telling } from '../../values/fact.ts';
import type { ProblemWords } from './words.ts';

/** The words of a plan's lint; a code without words does not compile. */
export interface LintWords {
  readonly finding: Telling<LintArgs, ProblemWords>;
  readonly severity: Readonly<Record<LintSeverity, string>>;
  /** What all findings of a severity have in common. */
  readonly group: Readonly<Record<LintSeverity, string>>;
  readonly counts: (errors: number, warnings: number, notes: number) => string;
  readonly hidden: (level: LintSeverity) => string;
  readonly clean: (plan: string) => string;
  readonly tooMany: (warnings: number, allowed: number) => string;
}
