import type { GroupedBy } from '../../batch/grouped-by.ts';
import type { Limits } from '../../input/document/limits.ts';
import type { MethodId } from '../../methods/registry.ts';
import type { Plan } from '../../model/plan.ts';
import type { Policy, Selector } from '../../model/policy.ts';
import type { PolicySetting } from '../../model/policy-setting.ts';
import type { GoalComparison } from '../../model/target-choices.ts';
import type { Waiver } from '../../model/waiver.ts';
import type { FormatId } from '../../render/registry.ts';
import type { Lang } from '../../render/words/words.ts';
import type { Day } from '../../values/day.ts';
import type { TableRule } from '../tables.ts';

/** All that every group of a batch shares. Plain data: it is handed to each worker once. */
export interface BatchContext {
  readonly plan: Plan;
  readonly planFile: { readonly path: string; readonly sha256: string };
  readonly groupedBy: GroupedBy;
  /** The day of every analysis; undefined for the latest day reported, or the end of each period. */
  readonly asOf: Day | undefined;
  readonly knownBy: Day | undefined;
  /** The latest day that it is anywhere: figures of later days are refused. */
  readonly today: Day;
  readonly method: MethodId | undefined;
  readonly compare: GoalComparison | undefined;
  readonly readings: Readonly<Record<string, string>>;
  readonly direct: boolean;
  readonly only: readonly Selector[];
  readonly skip: readonly Selector[];
  readonly maxAgeMonths: number | undefined;
  /** The region that is judged where the batch does not group by region. */
  readonly region: string;
  /** The region was asked for, and is not only the plan's own. */
  readonly isRegionGiven: boolean;
  readonly policy: Policy;
  /** What may lower the gate or choose what is judged, with who set it. */
  readonly recorded: readonly PolicySetting[];
  readonly waivers: readonly Waiver[];
  readonly lang: Lang;
  readonly width: number;
  readonly formats: readonly FormatId[];
  readonly cwd: string;
  /** Full path; null where only the index is wanted. */
  readonly outputFolder: string | undefined;
  /** The folder of this run's own files: what is handed from reading to judging, and outputs that are not whole yet. */
  readonly workFolder: string;
  /** Files that no output of a group may replace: their names by their real paths. */
  readonly reserved: Readonly<Record<string, string>>;
  readonly limits: Limits;
  /** How tables are read that are not ours. */
  readonly tables: readonly TableRule[];
  /** Nothing but tables that are large together: their figures carry no line numbers. */
  readonly areLargeTables: boolean;
  readonly isDuckdbWanted: boolean;
  /** Figures that cannot matter are listed as well. */
  readonly isAllListed: boolean;
  /** The index is a page, and draws what is known of each target in each group. */
  readonly isIndexDrawn: boolean;
  /** What cannot be read is left out, and the groups that may lack it say so. */
  readonly isKeepGoing: boolean;
  /** A digest of the version, the plan and the settings: what every output of the run depends on. */
  readonly digest: string;
  /** Parts into which the figures are sorted between reading and judging. */
  readonly partitions: number;
}
