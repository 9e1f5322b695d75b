import path from 'node:path';
import { tablesShape } from '../input/shape/shapes.ts';
import { readAs } from '../input/source/read-as.ts';
import { withPreset } from '../model/preset.ts';
import type { GivenMapping, PresetName, TableMapping } from '../model/table-mapping.ts';
import type { Problem } from '../values/problem.ts';
import { readNamed } from './files.ts';
import type { Io } from './io.ts';
import { packageRoot } from './package-root.ts';
import { matchesPath, parsePattern, splitPattern } from './pattern.ts';

/** How some files are read whose tables are not ours. Plain data: it is handed to workers as well. */
export interface TableRule {
  /** Full paths or patterns; none for all files. */
  readonly files: readonly string[] | undefined;
  readonly mapping: TableMapping;
}

export interface LoadedTables {
  readonly rules: readonly TableRule[];
  /** The file that holds the mappings, where it is one of its own. */
  readonly input: { readonly path: string; readonly sha256: string } | undefined;
  readonly problems: readonly Problem[];
}

/** The mappings of a run, with their presets: those of the config, or those of a file, whose names are relative to it. */
export async function loadTables(
  given: string | readonly GivenMapping[] | undefined,
  { cwd }: Pick<Io, 'cwd'>,
): Promise<LoadedTables> {
  if (given === undefined) return { rules: [], input: undefined, problems: [] };
  if (typeof given !== 'string') return { ...(await rulesOf(given, cwd)), input: undefined };
  const full = path.resolve(cwd, given);
  const { file, problem } = await readNamed(given, full);
  if (!file) return { rules: [], input: undefined, problems: problem ? [problem] : [] };
  const { value, problems } = await readAs(file, tablesShape);
  const { rules, problems: ofPresets } = await rulesOf(value?.tables ?? [], path.dirname(full));
  return { rules, input: { path: given, sha256: file.sha256 }, problems: [...problems, ...ofPresets] };
}

async function rulesOf(given: readonly GivenMapping[], folder: string): Promise<Omit<LoadedTables, 'input'>> {
  const problems: Problem[] = [];
  const rules: TableRule[] = [];
  for (const { files, ...mapping } of given) {
    const preset = mapping.preset && (await loadPreset(mapping.preset));
    problems.push(...(preset?.problems ?? []));
    const full = files?.map(name => (name === '-' ? name : path.resolve(folder, name)));
    rules.push({ files: full, mapping: withPreset(mapping, preset?.value) });
  }
  return { rules, problems };
}

export const presetFile = (name: PresetName): string => path.join(packageRoot, 'presets', `${name}.yaml`);

export async function loadPreset(name: PresetName) {
  const { file, problem } = await readNamed(`presets/${name}.yaml`, presetFile(name));
  if (!file) return { value: undefined, problems: problem ? [problem] : [] };
  const { value, problems } = await readAs(file, tablesShape);
  return { value: value?.tables[0], problems };
}

/** The mappings that are meant for a file. */
export const mappingsFor = (rules: readonly TableRule[], name: string, cwd: string): readonly TableMapping[] =>
  rules.flatMap(({ files, mapping }) => (!files || files.some(each => isMeant(each, name, cwd)) ? [mapping] : []));

function isMeant(pattern: string, name: string, cwd: string): boolean {
  if (pattern === '-' || name === '-') return pattern === name;
  const full = path.resolve(cwd, name);
  if (pattern === full) return true;
  const { folder, rest } = splitPattern(pattern);
  const below = path.relative(folder, full).split(path.sep).join('/');
  return !below.startsWith('../') && matchesPath(parsePattern(rest), below);
}
