import type { Threshold } from '../model/policy.ts';
import type { UndecidedReason } from '../model/reason.ts';
import type { GoalComparison, MethodName } from '../model/target-choices.ts';

/** The settings of a config file (docs/reference.md) that say how a check is made, as a program writes them. */
export interface CheckSettings {
  /** `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `today`; by default the latest day that a figure describes. */
  readonly as_of?: string | undefined;
  /** Nothing published after this day is used. */
  readonly known_by?: string | undefined;
  /** By default the plan's own. */
  readonly region?: string | undefined;
  /** Judges every target by this method instead of its own. */
  readonly method?: MethodName | undefined;
  /** What counts on the line, instead of what the plan says. */
  readonly compare?: GoalComparison | undefined;
  /** Target → the name of the reading that is meant. */
  readonly readings?: Readonly<Record<string, string>> | undefined;
  /** False: no identity between indicators is used. */
  readonly derived?: boolean | undefined;
  /** After which a figure is stale: `6 months`, `1 year`. */
  readonly max_age?: string | undefined;
  /** An id, or `task=…`, `measure=…`, `target=…`, `indicator=…`, `region=…`, `commitment=…`. */
  readonly only?: string | readonly string[] | undefined;
  readonly skip?: string | readonly string[] | undefined;
  /** A verdict (that one or a worse one), `fail`, `warn` or `undecided`. */
  readonly fail_on?: Threshold | readonly Threshold[] | undefined;
  readonly rules?: readonly SettingsRule[] | undefined;
  /** `2%` of the goal, or `500` in its unit. */
  readonly margin?: string | number | undefined;
  readonly max_warnings?: number | undefined;
  readonly allow_undecided?: 'all' | readonly UndecidedReason[] | undefined;
  /** Targets, measures or indicators that must be decided. */
  readonly require?: string | readonly string[] | undefined;
}

interface SettingsRule {
  readonly where: string;
  readonly fail_on: Threshold | readonly Threshold[];
}
