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

/** The same in tables and files of programs. */
test.each<[slip: string, name: string, text: string, codes: readonly string[], next: string]>([
  [
    'a status in the words of an office',
    'a.csv',
    '指标,数值,日期,状态\n5g-base-stations,9.3万,2023,计划数\n',
    ['unknown-value'],
    'did you mean "planned"? known values: final, provisional, estimated, proposed, planned; of a table, a mapping may say it once: names: { status: { 计划数: planned } }',
  ],
  [
    'a status that nobody can know',
    'a.csv',
    '指标,数值,日期,状态\n5g-base-stations,9.3万,2023,待定\n',
    ['unknown-value'],
    'names: { status: { 待定: … } }',
  ],
  [
    'a number in brackets',
    'a.csv',
    '指标,数值,日期\n5g-base-stations,(25698.18),2023\n',
    ['bad-quantity'],
    'below zero, others around a note: write it as -12.5',
  ],
  [
    'a unit above the table',
    'a.csv',
    '单位,万个\n指标,数值,日期\n5g-base-stations,9.3,2023\n',
    ['unknown-key'],
    'give the table a column "unit"; or say it once for all figures, under "fixed:"',
  ],
  [
    'a key that no column has, above the table',
    'a.csv',
    'publishd,2024-01-31\n指标,数值,日期\n5g-base-stations,9.3万,2023\n',
    ['unknown-key'],
    'did you mean "published"?',
  ],
  [
    'one value a line in a file of one',
    'part-00000.json',
    '{"indicator":"5g-base-stations","value":9}\n{"indicator":"5g-base-stations","value":8}\n',
    ['json-syntax'],
    'let its name end in .ndjson',
  ],
])('%s is told once, with what to do', async (_, name, text, codes, next) => {
  await inTemporaryFolder({ [name]: text }, async cwd => {
    const { code: exit, stderr } = await runCli(['check', name], { cwd });
    expect([exit, stderr.match(/(?<=\[)[a-z-]+(?=\]$)/gm)]).toStrictEqual([2, codes]);
    expect(stderr).toContain(next);
  });
});
