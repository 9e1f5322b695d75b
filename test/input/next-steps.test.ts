import { expect, test } from 'vitest';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

/** Slips that people make in a first report, and what is told to do next. */
test.each<[slip: string, metrics: string, codes: string, next: string]>([
  ['a full-width colon', 'metrics：\n  5g-base-stations： 9.3万\n', 'yaml-syntax', 'a narrow colon and a blank'],
  ['one beside its value', 'metrics:\n  5g-base-stations：9.3万\n', 'wrong-type', 'a narrow colon and a blank'],
  ['no blank behind a colon', 'metrics:\n  5g-base-stations:9.3万\n', 'wrong-type', 'a narrow colon and a blank'],
  ['a list of keys', 'metrics:\n  - 5g-base-stations: 9.3万\n', 'wrong-type', 'without the dash'],
  ['a mark for nothing', 'metrics:\n  5g-base-stations: —\n', 'bad-quantity', 'where nothing is reported'],
  ['no value', 'metrics:\n  5g-base-stations:\n', 'bad-quantity', 'where nothing is reported'],
  ['a footnote', 'metrics:\n  5g-base-stations: 9.3万①\n', 'bad-quantity', 'only the unit of its indicator'],
  ['a target', 'metrics:\n  5g-stations-2025: 9.3万\n', 'unknown-indicator', 'did you mean "5g-base-stations"'],
  ['another unit', 'metrics:\n  5g-base-stations: 77%\n', 'wrong-unit', 'write the figure in station'],
])('%s is told once, with what to do', async (_, metrics, code, next) => {
  await inTemporaryFolder({ 'a.yaml': `as_of: 2023-12-31\n${metrics}` }, async cwd => {
    const { code: exit, stderr } = await runCli(['check', 'a.yaml'], { cwd });
    expect([exit, stderr.match(/\[([a-z-]+)\]/g)]).toStrictEqual([2, [`[${code}]`]]);
    expect(stderr).toContain(next);
  });
});
