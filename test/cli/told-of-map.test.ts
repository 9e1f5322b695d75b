import { expect, it } from 'vitest';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

const SHEET = '指标,2023年\n5G基站,93307\n五G站,93307\n';

const mapped = (flags: readonly string[]) =>
  inTemporaryFolder({ 'a.csv': SHEET }, cwd => runCli(['map', 'a.csv', ...flags], { cwd }));

it.each([
  ['a word that the sheet does not have', ['--name', '五G战=5g-base-stations'], '五G站'],
  ['an id that the plan does not have', ['--name', '五G站=5g-base-station'], '5g-base-stations'],
  ['a region that it does not have', ['--name', '五G站=ignore', '--fixed', 'region=taiyuann'], 'taiyuan'],
  ['what is no day', ['--name', '五G站=ignore', '--fixed', 'published=2024-13'], 'YYYY-MM-DD'],
  ['what is no status', ['--name', '五G站=ignore', '--fixed', 'status=provisionel'], 'provisional'],
])('a flag of map names %s', async (_, flags, named) => {
  const { code, stdout, stderr } = await mapped(flags);
  expect([code, stdout]).toStrictEqual([2, '']);
  expect(stderr).toContain(named);
});

it('what the sheet and the plan have is taken', async () => {
  const { code, stdout } = await mapped(['--name', '五G站=5g-base-stations', '--fixed', 'published=2024-02-06']);
  expect(code).toBe(0);
  expect(stdout).toContain('五G站: 5g-base-stations');
});

it.each([
  ['check', '--format page.html', 'html=page.html'],
  ['batch', '--by region --index out/regions.csv', 'csv=out/regions.csv'],
])('%s %s: a file where a format is wanted is told with its format', async (command, flags, meant) => {
  const { code, stderr } = await runCli([command, 'fixtures/shanxi', ...flags.split(' ')]);
  expect(code).toBe(2);
  expect(stderr).toContain(`did you mean "${meant}"?`);
});
