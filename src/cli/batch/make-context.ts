import { regionOf } from '../../check/analyse.ts';
import { limitsOver } from '../../input/document/limits.ts';
import type { Plan } from '../../model/plan.ts';
import type { Waiver } from '../../model/waiver.ts';
import type { Day } from '../../values/day.ts';
import { sha256 } from '../digest.ts';
import type { Io } from '../io.ts';
import { type LimitFlags, limitsOf } from '../limit-flags.ts';
import type { LoadedSettings } from '../load-settings.ts';
import type { LoadedPlan } from '../plans.ts';
import type { Terminal } from '../terminal.ts';
import { version } from '../version.ts';
import type { BatchContext } from './context.ts';
import type { IndexOutput } from './index-outputs.ts';
import { partitionsFor, type Size } from './size.ts';

export interface BatchGiven extends Pick<LoadedSettings, 'settings' | 'tables' | 'recorded'> {
  readonly flags: LimitFlags & {
    readonly exitZero?: boolean;
    readonly duckdb?: boolean;
    readonly keepGoing?: boolean;
    readonly allFigures?: boolean;
  };
  readonly loaded: LoadedPlan;
  readonly plan: Plan;
  readonly groupedBy: BatchContext['groupedBy'];
  readonly formats: BatchContext['formats'];
  readonly terminal: Terminal;
  readonly waivers: readonly Waiver[];
  readonly size: Size;
  readonly outputFolder: string | undefined;
  readonly workFolder: string;
  readonly reserved: BatchContext['reserved'];
  readonly indexes: readonly IndexOutput[];
}

/** All that every group judged by one plan shares. */
export function contextOf(given: BatchGiven, io: Io): BatchContext {
  const { flags, settings, tables, recorded, loaded, plan, groupedBy, formats, terminal } = given;
  const { waivers, size, outputFolder, workFolder, reserved } = given;
  const { asOf, knownBy, method, compare, readings, direct, only, skip, maxAgeMonths, lang } = settings;
  const shared = {
    ...{
      groupedBy,
      knownBy,
      method,
      compare,
      readings,
      direct,
      only,
      skip,
      maxAgeMonths,
      lang,
      formats,
      waivers,
      recorded,
    },
    planFile: loaded.input,
    tables: tables.rules,
    asOf,
    region: regionOf(plan, settings),
    isRegionGiven: settings.region !== undefined,
    policy: { ...settings.policy, exitZero: flags.exitZero ?? false },
    width: terminal.width,
    areLargeTables: size.areLargeTables,
    isDuckdbWanted: flags.duckdb ?? true,
    isKeepGoing: flags.keepGoing ?? false,
    isAllListed: flags.allFigures ?? false,
    isIndexDrawn: given.indexes.some(({ format }) => format === 'html'),
  };
  return {
    ...shared,
    plan,
    cwd: io.cwd,
    today: io.latestToday() as Day,
    outputFolder,
    reserved,
    workFolder,
    limits: limitsOver(limitsOf(flags), size.stored),
    digest: sha256(Buffer.from(JSON.stringify([version, shared]))),
    partitions: partitionsFor(size.bytes, groupedBy.region),
  };
}
