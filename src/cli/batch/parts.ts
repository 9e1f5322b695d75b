import { inPlanIds } from '../../check/named.ts';
import type { Plan } from '../../model/plan.ts';
import type { Io } from '../io.ts';
import type { LoadedSettings } from '../load-settings.ts';
import { protectFiles } from '../outputs.ts';
import { refuseOwnFiles } from '../own-outputs.ts';
import type { Settings } from '../settings.ts';
import type { Terminal } from '../terminal.ts';
import type { BatchContext } from './context.ts';
import { workFolderIn } from './folder.ts';
import { type BatchGiven, contextOf } from './make-context.ts';
import type { PlanFiles } from './named-plans.ts';
import { protectOutputs, reservedFiles } from './protect.ts';
import type { Size } from './size.ts';

/** The reports that are judged by one plan. */
export interface BatchPart {
  readonly files: readonly string[];
  readonly context: BatchContext;
}

interface BatchAsked {
  readonly loaded: LoadedSettings;
  readonly flags: BatchGiven['flags'];
  readonly asked: Pick<BatchGiven, 'groupedBy' | 'outputFolder' | 'indexes' | 'formats'>;
  readonly named: {
    readonly files: readonly string[];
    readonly plans: readonly PlanFiles[];
    readonly waivers: BatchGiven['waivers'];
  };
  readonly terminal: Terminal;
  readonly size: Size;
}

/** What is judged by each plan; nothing that will be written takes the place of what is read. */
export async function partsOf(
  { loaded, flags, asked, named, terminal, size }: BatchAsked,
  io: Io,
): Promise<BatchPart[]> {
  const { settings, tables, recorded } = loaded;
  const { files, plans, waivers } = named;
  const { indexes } = asked;
  const others = filesOf(settings, loaded.file, plans);
  protectFiles(indexes, [...files, ...others], io);
  const reserved = reservedFiles([...others, ...indexes.flatMap(each => each.file ?? [])], io.cwd);
  const workFolder = await workFolderIn(asked.outputFolder);
  const given = { ...asked, flags, tables, recorded, terminal, waivers, size, workFolder, reserved };
  const parts = plans.map(({ files: own, loaded: loadedPlan, plan }) => ({
    files: own,
    context: contextOf({ ...given, settings: settingsInIds(plan, settings), loaded: loadedPlan, plan }, io),
  }));
  const inputs = { args: settings.reports, files };
  for (const { context } of parts) protectOutputs(context, inputs);
  refuseOwnFiles('--index', indexes, inputs, io.cwd);
  return parts;
}

/** What is read beside the reports. */
const filesOf = ({ waivers }: Settings, config: string | null, plans: readonly PlanFiles[]): string[] =>
  [waivers, config, ...plans.map(({ loaded }) => loaded.input.path)].flatMap(file => file ?? []);

/** As the plan calls what they name. */
export function settingsInIds(plan: Plan, settings: Settings): Settings {
  const { request, policy } = inPlanIds(plan, settings, settings.policy);
  return { ...request, policy };
}
