import { describe, expect, it } from 'vitest';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';
import { sheet, xlsxOf } from '../support/tables.ts';

const rows = [
  ['indicator', 'value', 'as_of', 'counts'],
  ['5g-base-stations', 93307, '2023-12-31', 'built'],
  ['data-centre-racks', 'a lot', '2023-12-31', null],
];

/** Every place of a workbook is the one that a spreadsheet shows when it is asked for the cell. */
describe('a place in a workbook', () => {
  it('of a problem is the cell, and its row is quoted with those beside it', () =>
    inTemporaryFolder({ 'r.xlsx': xlsxOf(sheet(rows, { name: '表 1' })) }, async cwd => {
      const { code, stderr } = await runCli(['check', 'r.xlsx'], { cwd });
      expect(code).toBe(2);
      expect(stderr).toMatch(/^r\.xlsx:'表 1'!B3: error: .*\[bad-quantity\]$/m);
      expect(stderr).toContain('  2 | A 5g-base-stations | B 93307 | C 2023-12-31 | D built\n');
      expect(stderr).toContain('> 3 | A data-centre-racks | B a lot | C 2023-12-31\n');
      expect(stderr).toContain('    |                       ^^^^^^^\n');
    }));

  it.each([
    ['xlsx', 'r.xlsx:Sheet1!B2', xlsxOf(sheet(rows.slice(0, 2), { name: 'Sheet1' }))],
    ['csv', 'r.csv:2:18', rows.slice(0, 2).join('\n')],
  ])('is told by explain, by the page and by the analysis (%s)', (format, place, content) =>
    inTemporaryFolder({ [`r.${format}`]: content }, async cwd => {
      const argv = [`r.${format}`, '--as-of', '2023-12-31'];
      expect((await runCli(['explain', '5g-stations-2025', ...argv], { cwd })).stdout).toContain(`${place}\n`);
      expect((await runCli(['check', ...argv, '--format', 'html'], { cwd })).stdout).toContain(place);
      const { inputs } = JSON.parse((await runCli(['check', ...argv, '--format', 'json'], { cwd })).stdout);
      const [at] = inputs.flatMap((input: { observations: object[] }) => input.observations);
      expect(at).toStrictEqual({
        id: 1,
        sheet: format === 'xlsx' ? 'Sheet1' : null,
        line: 2,
        col: format === 'xlsx' ? 2 : 18,
      });
    }),
  );
});
