import { describe, expect, test } from 'vitest';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

/* What is of a day to come reports nothing, and what is of a day long ago does not look fresh. */

const plan = (freshFor = '12 months') => `
plan: debt
title: Debt
note: "Invented: no such plan exists"
period: { from: 2020-01-01, to: 2049-12-31 }
region: land
indicators: { debt: { title: Gross debt, unit: '%', kind: share, fresh_for: ${freshFor} } }
measures:
  - id: measure
    title: Measure
    targets: [{ id: debt-2049, indicator: debt, at_most: 60, by: 2049, baseline: { value: 98.1, as_of: 2020 } }]
`;
const head =
  'indicator,as_of,value,published,status,unusable\ndebt,2022,95.3,2023-03-31,,\ndebt,2023,93.0,2024-03-31,,\n';

interface Row {
  readonly setAside: readonly { readonly observation: { readonly asOf: string }; readonly reason: string }[];
}

const analysed = (csv: string, ...argv: string[]) =>
  inTemporaryFolder({ 'plan.yaml': plan(), 'report.csv': csv }, async cwd => {
    const args = ['check', 'report.csv', '--plan', 'plan.yaml', '--format', 'json', ...argv];
    const { code, stdout, stderr } = await runCli(args, { cwd, today: '2024-06-30' });
    if (stdout === '') return { code, stderr, reasons: [], asOf: undefined };
    const { asOf, assessments } = JSON.parse(stdout) as { asOf: string; assessments: { evidence: Row }[] };
    const reasons = assessments[0]?.evidence.setAside.map(({ observation, reason }) => `${observation.asOf} ${reason}`);
    return { code, stderr, asOf, reasons: reasons ?? [] };
  });

describe('a figure of a day to come', () => {
  test.each<[row: string, problem: string]>([
    ['debt,2049,58.4,,,', 'day-to-come'],
    ['debt,2049,58.4,,provisional,', 'day-to-come'],
    ['debt,2049,58.4,,estimated,', 'day-to-come'],
    ['debt,2024-07-01,58.4,,,', 'day-to-come'],
    ['debt,2049,58.4,2050-01-31,,', 'day-to-come'],
    ['debt,2049,58.4,2023-01-31,,', 'after-publication'],
    ['debt,2023,58.4,2023-01-31,final,', 'after-publication'],
    ['debt,2049,58.4,,,a slip', 'day-to-come'],
  ])('%s is refused: %s', async (row, problem) => {
    const { code, stderr } = await analysed(`${head}${row}\n`);
    expect(code).toBe(2);
    expect(stderr).toContain(`report.csv:4:`);
    expect(stderr).toContain(`[${problem}]`);
  });

  test.each<[row: string, reason: string]>([
    ['debt,2049,58.4,2023-01-31,estimated,', 'forecast'],
    ['debt,2024,58.4,2024-01-31,estimated,', 'forecast'],
    ['debt,2049,58.4,,planned,', 'goal'],
    ['debt,2049,58.4,2023-01-31,planned,', 'goal'],
    ['debt,2049,58.4,,proposed,', 'proposed'],
    ['debt,2049,58.4,2023-01-31,proposed,', 'proposed'],
    ['debt,2024-06-30,58.4,,,a slip', 'unusable'],
  ])('%s is set aside and does not move the day: %s', async (row, reason) => {
    const { code, asOf, reasons } = await analysed(`${head}${row}\n`);
    expect([code, asOf]).toEqual([0, '2023-12-31']);
    expect(reasons.at(-1)).toMatch(new RegExp(` ${reason}$`));
    const day = row.split(',')[1] === '2024-06-30' ? '2024-06-30' : '2049-12-31';
    const later = await analysed(`${head}${row}\n`, '--as-of', day);
    expect(later.reasons.some(each => each.endsWith(` ${reason}`))).toBe(true);
  });

  test('is none on the latest day that it is anywhere, and an estimate of a day gone by moves the day', async () => {
    expect(await analysed(`${head}debt,2024-06-30,92.8,,,\n`)).toMatchObject({ asOf: '2024-06-30' });
    expect(await analysed(`${head}debt,2024-05,92.8,2024-06-15,estimated,\n`)).toMatchObject({ asOf: '2024-05-31' });
  });

  test('is told once where the report itself is dated so', () =>
    inTemporaryFolder(
      { 'plan.yaml': plan(), 'report.csv': 'as_of,2049\nindicator,value,region\ndebt,58,\ndebt,59,\n' },
      async cwd => {
        const { code, stderr } = await runCli(['check', 'report.csv', '--plan', 'plan.yaml'], { cwd });
        expect(code).toBe(2);
        expect(stderr.split('[day-to-come]')).toHaveLength(2);
      },
    ));

  test.each(['region', 'file', 'period'])('in a batch by %s, too', by =>
    inTemporaryFolder({ 'plan.yaml': plan(), 'report.csv': `${head}debt,2049,58.4,,,\n` }, async cwd => {
      const { code, stderr } = await runCli(['batch', 'report.csv', '--plan', 'plan.yaml', '--by', by], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain('[day-to-come]');
    }),
  );

  test('a batch ends with the last day that was reported, not foreseen', () =>
    inTemporaryFolder(
      { 'plan.yaml': plan(), 'report.csv': `${head}debt,2049,58.4,2023-01-31,estimated,\n` },
      async cwd => {
        const argv = [
          'batch',
          'report.csv',
          '--plan',
          'plan.yaml',
          '--by',
          'period',
          '--period',
          'year',
          '--index',
          'json',
        ];
        const { stdout } = await runCli(argv, { cwd });
        const { groups } = JSON.parse(stdout) as { groups: { period: string }[] };
        expect(groups.map(({ period }) => period).toSorted()).toEqual(['2022', '2023']);
      },
    ));
});

describe('figures that no longer answer for today', () => {
  const warned = (argv: readonly string[], freshFor?: string) =>
    inTemporaryFolder({ 'plan.yaml': plan(freshFor), 'report.csv': head }, async cwd => {
      const { stderr } = await runCli([...argv, '--plan', 'plan.yaml'], { cwd, today: '2024-06-30' });
      return stderr.includes('--as-of today');
    });

  test('a day in a config file grows old, too', () =>
    inTemporaryFolder(
      { 'plan.yaml': plan(), 'report.csv': head, 'shanxi-plan.yaml': 'plan: plan.yaml\nas_of: 2023-03-31\n' },
      async cwd => {
        for (const argv of [['check'], ['batch', '--by', 'region']]) {
          const { stderr } = await runCli([...argv, 'report.csv'], { cwd, today: '2024-06-30' });
          expect(stderr).toContain('--as-of today');
        }
      },
    ));

  test.each<[argv: string, freshFor: string, isWarned: boolean]>([
    ['check report.csv', '12 months', false],
    ['check report.csv', '3 months', true],
    ['check report.csv --as-of today', '3 months', false],
    ['check report.csv --as-of 2023', '3 months', false],
    ['batch report.csv --by file', '12 months', false],
    ['batch report.csv --by file', '3 months', true],
    ['batch report.csv --by region', '3 months', true],
    ['batch report.csv --by region --as-of today', '3 months', false],
    ['batch report.csv --by period', '3 months', false],
    ['batch report.csv --by region --lang zh', '3 months', true],
  ])('%s, fresh for %s: warned %s', async (argv, freshFor, isWarned) => {
    expect(await warned(argv.split(' '), freshFor)).toBe(isWarned);
  });
});
