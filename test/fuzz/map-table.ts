import { loadPreset } from '../../src/cli/tables.ts';
import { asMapping } from '../../src/input/map/as-mapping.ts';
import { findTable } from '../../src/input/map/open-table.ts';
import { propose } from '../../src/input/map/propose.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import type { Plan } from '../../src/model/plan.ts';
import { withPreset } from '../../src/model/preset.ts';
import { presetNames, type TableMapping, tablesFile } from '../../src/model/table-mapping.ts';
import { renderMapping } from '../../src/render/mapping.ts';
import { NOTHING_TOLD } from '../support/nothing-told.ts';
import { holds, holdsNoEscape } from './broken-law.ts';
import type { Part } from './case.ts';
import { holdProblems } from './laws-of-problems.ts';

let presets: Promise<Readonly<Record<string, TableMapping>>> | undefined;

async function loadPresets(): Promise<Readonly<Record<string, TableMapping>>> {
  const loaded = await Promise.all(presetNames.map(async name => [name, (await loadPreset(name)).value] as const));
  return Object.fromEntries(loaded.flatMap(([name, value]) => (value ? [[name, withPreset(value, undefined)]] : [])));
}

/** What `map` proposes for a table is written alike each time, and reading by it ends. */
export async function holdMap(part: Part, plan: Plan): Promise<void> {
  presets ??= loadPresets();
  const { grid } = await findTable(part, undefined, () => true);
  if (!grid) return;
  const request = { file: part.path, plan, told: NOTHING_TOLD, presets: await presets };
  const proposal = propose(grid, request);
  if (!proposal) return;
  for (const lang of ['en', 'zh'] as const) {
    const text = renderMapping(proposal, { first: [], count: 0 }, lang);
    holdsNoEscape(text, `map (${lang})`);
    holds(
      text === renderMapping(propose(grid, request) ?? proposal, { first: [], count: 0 }, lang),
      'proposed twice, alike',
    );
  }
  const mapping = tablesFile.safeParse({ tables: [asMapping(proposal)] }).data?.tables[0];
  if (!mapping) return;
  const preset = mapping.preset && (await loadPreset(mapping.preset)).value;
  const { report, problems } = await readReport({ ...part, mappings: [withPreset(mapping, preset)] }, plan);
  holdProblems('report as proposed', report, problems);
}
