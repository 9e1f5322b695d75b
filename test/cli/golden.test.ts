import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/model/analysis.ts';
import { expectGolden } from '../support/golden.ts';
import { runCli } from '../support/io.ts';

const reports = 'fixtures/shanxi';

describe('the table of the real plan and the real reports', () => {
  const widths = [80, 100, 160];
  const languages = ['en', 'zh'];
  const cases = languages.flatMap(lang => widths.map(width => ({ lang, width })));

  test.each(cases)('$lang at $width columns', async ({ lang, width }) => {
    const argv = ['check', reports, '--as-of', '2023-12-31', '--lang', lang];
    const { code, stdout } = await runCli(argv, { columns: width, env: { NO_COLOR: '1' } });
    expect(code).toBe(3);
    expectGolden(`table/2023-12-31.${lang}.${width}.txt`, stdout);
  });

  test('in colour', async () => {
    const { stdout } = await runCli(['check', reports, '--as-of', '2026-06-30', '--color', '--width', '100']);
    expectGolden('table/2026-06-30.en.color.txt', stdout);
  });
});

test('the JSON of the real plan and the real reports', async () => {
  const { stdout } = await runCli(['check', reports, '--as-of', '2023-12-31', '--format', 'json']);
  expectGolden('json/2023-12-31.json', stdout);
});

/** Each verdict was checked by hand against the facts; docs/real-data.md says what was found. */
describe('what the real reports allow to be said at six dates', () => {
  const days = ['2021-12-31', '2022-12-31', '2023-12-31', '2024-12-31', '2025-12-31', '2026-06-30'];

  test.each(days)('%s', async day => {
    const { stdout } = await runCli(['check', reports, '--as-of', day, '--format', 'json']);
    expectGolden(`dates/${day}.txt`, digest(JSON.parse(stdout) as Analysis));
  });
});

/** One analysis as text that a person can check: all that decides, without the long lists of what was set aside. */
function digest({ asOf, exit, assessments, checks, summary }: Analysis): string {
  const lines = assessments.flatMap(each => [
    `${each.target}: ${each.verdict}${each.early ? ' (early)' : ''}${each.derived ? ' (derived)' : ''} [${each.possible.join(', ')}] ${each.severity}`,
    `  value ${JSON.stringify(each.value)} judged at ${each.at}`,
    `  completion ${each.completion} schedule ${each.schedule} pace ${each.pace} months ${each.monthsAhead} gap ${JSON.stringify(each.gap)}`,
    `  reasons ${each.reasons.map(({ code }) => code).join(', ') || 'none'}; deciding ${JSON.stringify(each.deciding)}`,
    `  outlook ${JSON.stringify(each.outlook)}`,
    ...each.evidence.used.map(
      ({ observation: { value, asOf: day, counts, publisher }, reason, claimIgnored }) =>
        `  used ${value?.text} ${counts ?? ''} ${day} ${publisher}: ${reason}${claimIgnored ? ', claim ignored' : ''}`,
    ),
    `  set aside ${countReasons(each.evidence.setAside)}`,
  ]);
  const arithmetic = checks.map(check => `check ${JSON.stringify(check)}`);
  return `${[`as of ${asOf}, exit ${exit.code} ${exit.reason}`, JSON.stringify(summary.verdicts), ...lines, ...arithmetic].join('\n')}\n`;
}

function countReasons(rows: Analysis['assessments'][number]['evidence']['setAside']): string {
  const counts = new Map<string, number>();
  for (const { reason } of rows) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return (
    [...counts]
      .toSorted()
      .map(([reason, count]) => `${count} ${reason}`)
      .join(', ') || 'nothing'
  );
}
