import type { Assessed } from '../../src/assess/assess.ts';
import type { Ungated } from '../../src/gate/apply.ts';

/** What was assessed, as if its figures had been read from one file. */
export function ungated({ numbered, ...assessed }: Assessed): Ungated {
  const tool = { name: 'shanxi-plan' as const, version: '0' };
  const file = { path: 'report.yaml', sha256: '', title: null, invented: null };
  const inputs = [{ ...file, observations: numbered.map(({ id }) => ({ id, sheet: null, line: null, col: null })) }];
  return { schemaVersion: 1, tool, inputs, unlisted: 0, problems: [], ...assessed };
}
