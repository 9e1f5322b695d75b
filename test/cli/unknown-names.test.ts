import { expect, test } from 'vitest';
import { runCli } from '../support/io.ts';

const REPORT = 'fixtures/shanxi/2023-12-08-shanxi-daily.yaml';

const said = async (...argv: string[]): Promise<string> => {
  const { code, stderr } = await runCli(argv);
  expect(code).toBe(2);
  return stderr;
};

test('of many names the likely ones are told, and where all of them stand', async () => {
  const mistyped = await said('check', REPORT, '--only', '5g-station-2025');
  expect(mistyped).toMatch(
    /did you mean "5g-stations-2025"\? known: 5g-stations-2025, .* and \d+ more: shanxi-plan plan show/,
  );
  expect(mistyped).not.toContain('identifier-nodes');
  expect(await said('check', REPORT, '--require', 'PUE', '--lang', 'zh')).toMatch(
    /已知：pue-2025、data-centre-pue、.*另有 \d+ 个：shanxi-plan plan show/,
  );
  expect(await said('explain', 'labs', '--plan', 'china-13fyp-2016-20')).toMatch(
    / and \d+ more: shanxi-plan plan show/,
  );
});

test('few names are told all', async () => {
  expect(await said('check', REPORT, '--region', 'taiyan')).toMatch(
    /did you mean "taiyuan"\? known: taiyuan, (?:\w+, ){10}\w+\n/,
  );
});
