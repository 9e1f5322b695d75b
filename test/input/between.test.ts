import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

/* A number of which two ends are known, in each way to write it. */

const INDICATOR = 'energy-internet-cities';
const day = "as_of: '2023-12-31'\n";
const inYaml = (value: string) => `${day}metrics:\n  ${INDICATOR}: ${value}\n`;
const listed = (value: object) => ({ indicator: INDICATOR, as_of: '2023-12-31', value });
const ends = { between: [2, 4] };

const checked = (name: string, content: string, command = ['check']) =>
  inTemporaryFolder({ [name]: content }, cwd =>
    runCli([...command, name, '--only', `indicator=${INDICATOR}`, '--format', 'json'], { cwd }),
  );

describe('an interval with two ends', () => {
  it.each([
    ['r.yaml', inYaml('{ between: [2, 4] }'), '2–4'],
    ['r.yaml', inYaml('{ value: { between: [2, 4] }, note: n }'), '2–4'],
    ['r.yaml', inYaml('2–4'), '2–4'],
    ['r.yaml', `${day}observations: [{ indicator: ${INDICATOR}, value: { between: [2, 4] } }]\n`, '2–4'],
    ['r.json', JSON.stringify({ as_of: '2023-12-31', metrics: { [INDICATOR]: ends } }), '2–4'],
    ['r.json', JSON.stringify([listed(ends)]), '2–4'],
    ['r.ndjson', `${JSON.stringify(listed(ends))}\n`, '2–4'],
    ['r.csv', `indicator,value,as_of\n${INDICATOR},2～4,2023-12-31\n`, '2～4'],
  ])('%s: %s', async (name, content, text) => {
    const { stdout, stderr } = await checked(name, content);
    expect(JSON.parse(stdout || `"${stderr}"`).assessments[0].value).toMatchObject({ low: 2, high: 4, text });
  });

  it('is the same in every group of a batch', async () => {
    await inTemporaryFolder({ 'r.ndjson': `${JSON.stringify(listed(ends))}\n` }, async cwd => {
      const argv = ['batch', 'r.ndjson', '--by', 'region', '--only', `indicator=${INDICATOR}`, '--output-dir', 'out'];
      await runCli([...argv, '--format', 'json'], { cwd });
      const { assessments } = JSON.parse(readFileSync(path.join(cwd, 'out/shanxi.json'), 'utf8'));
      expect(assessments[0].value).toMatchObject({ low: 2, high: 4, text: '2–4' });
    });
  });

  it.each([
    ['{ between: [4, 2] }', ':3:38: error: .* \\[bad-quantity\\]'],
    ['{ value: { between: [约2, 4] } }', ':3:47: error: .* \\[bad-quantity\\]'],
    ['{ between: [2, 3, 4] }', ':3:38: error: expected list of 2, found list of 3'],
    ['{ between: 2 }', ':3:38: error: expected list, found "2"'],
    ['{ value: { betwen: [2, 4] } }', 'unknown key "betwen"'],
  ])('is refused where it is none: %s', async (value, problem) => {
    const { code, stderr } = await checked('r.yaml', inYaml(value));
    expect([code, stderr]).toStrictEqual([2, expect.stringMatching(new RegExp(problem))]);
  });

  it('stands in the schema that editors use', () => {
    const schema = JSON.parse(readFileSync(path.join(packageRoot, 'schema/report.schema.json'), 'utf8'));
    expect(schema.$defs.between.properties.between).toMatchObject({ minItems: 2, maxItems: 2 });
  });
});
