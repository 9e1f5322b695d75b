import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readPlainReport } from '../../src/input/report/plain-report.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Day } from '../../src/values/day.ts';
import { runs } from '../support/properties.ts';
import { roadsPlan } from '../support/roads-plan.ts';
import { slips } from './yaml-slips.ts';

const fileOf = (text: string, name = 'report.yaml') => ({ path: name, bytes: Buffer.from(text) });

async function planOf(text: string): Promise<Plan> {
  const { plan } = await readPlan(fileOf(text, 'plan.yaml'));
  if (!plan) throw new Error('the plan is wrong');
  return plan;
}

const roads = await planOf(
  roadsPlan('region: land\nregions:\n  - { id: land, title: Land }\n  - { id: north, title: North }\n'),
);
const shanxi = await planOf(readFileSync('plan/shanxi-new-infrastructure-2021-25.yaml', 'utf8'));

const today = '2026-06-01' as Day;

/** Whether a report is plain, read twice, as what stands there is known the second time; it must be as everybody reads it. */
async function isPlain(text: string, plan: Plan): Promise<boolean> {
  const file = fileOf(text);
  const reads = [1, 2].map(() => readPlainReport(file, { plan, today }));
  if (reads.every(read => read === undefined)) return false;
  const { report, problems, tally } = await readReport(file, plan, today);
  expect({ problems, tally }, text).toStrictEqual({ problems: [], tally: undefined });
  for (const read of reads) {
    expect(read, text).toStrictEqual(report);
    expect(JSON.stringify(read), text).toBe(JSON.stringify(report));
  }
  return true;
}

describe('a plain report is read as all reports are', () => {
  it('whatever stands in it', async () => {
    const { numRuns } = runs();
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(reports(), async text => {
        if (await isPlain(text, roads)) plain++;
      }),
      { numRuns },
    );
    expect(plain).toBeGreaterThan(numRuns / 3);
  });

  it('with slips of the hand', async () => {
    const { numRuns } = runs(2);
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(reports(), fc.array(slips(), { minLength: 1, maxLength: 2 }), async (text, mistakes) => {
        if (
          await isPlain(
            mistakes.reduce((slipped, slip) => slip(slipped), text),
            roads,
          )
        )
          plain++;
      }),
      { numRuns },
    );
    expect(plain).toBeGreaterThan(numRuns / 20);
  });

  it('in the reports of Shanxi, most of which are plain', async () => {
    const files = readdirSync('fixtures/shanxi').filter(file => file.endsWith('.yaml'));
    const read = files.map(file => isPlain(readFileSync(path.join('fixtures/shanxi', file), 'utf8'), shanxi));
    const plain = (await Promise.all(read)).filter(each => each);
    expect(plain.length).toBeGreaterThan(files.length / 2);
  });
});

const HEAD = 'report: R\nas_of: 2023-12-31\n';

describe('what is plain', () => {
  it.each([
    ['figures in a line', 'metrics:\n  lanes: 12\n  loss: 3.5%\n'],
    ['figures in a block', 'metrics:\n  lanes:\n    value: 12\n    source:\n      publisher: P\n      url: U\n'],
    ['a list', 'observations:\n  - indicator: lanes\n    value: 12\n  - indicator: loss\n    value: 3\n'],
    ['a list at the margin', 'observations:\n- indicator: lanes\n  value: 12\n'],
    ['blank lines', '\nmetrics:\n\n  lanes: 12\n   \n\n  loss: 3\n\n'],
    ['comments behind values', 'metrics:\n  lanes: 12 # counted\n'],
    ['flow collections', 'metrics:\n  lanes:\n    value: 1\n    flow: { from: 2023-01-01, to: 2023-12-31 }\n'],
    ['other names', 'metrics:\n  Lanes: 12\n'],
  ])('%s', async (_name, figures) => {
    expect(await isPlain(`${HEAD}${figures}`, roads)).toBe(true);
  });

  it.each([
    ['an indicator twice', 'metrics:\n  lanes: 1\n  lanes: 1\n'],
    ['an indicator twice, once in quotes', 'metrics:\n  lanes: 1\n  "lanes": 1\n'],
    ['a field twice', 'metrics:\n  lanes:\n    value: 1\n    value: 1\n'],
    ['an unknown field', 'metrics:\n  lanes:\n    valeu: 1\n'],
    ['an unknown indicator', 'metrics:\n  lane-s-s: 1\n'],
    ['an index as a name', 'metrics:\n  7: 1\n'],
    ['a wrong number', 'metrics:\n  lanes: many\n'],
    ['a number that is wrong in the plan', 'metrics:\n  lanes: 4%\n'],
    ['a day to come', 'metrics:\n  lanes:\n    value: 1\n    as_of: 2027-01-01\n'],
    ['a key behind the figures', 'metrics:\n  lanes: 1\nnote: n\n'],
    ['both forms', 'metrics:\n  lanes: 1\nobservations:\n  - indicator: loss\n    value: 3\n'],
    ['a line further in', 'metrics:\n  lanes: 1\n    loss: 2\n'],
    ['a line further out', 'metrics:\n  lanes:\n      value: 1\n    note: n\n'],
    ['a comment on its line', 'metrics:\n  lanes: 1\n  # c\n  loss: 2\n'],
    ['an anchor', 'metrics:\n  lanes: &a 1\n  loss: *a\n'],
    ['a tab', 'metrics:\n  lanes:\t1\n'],
    ['a carriage return', 'metrics:\r\n  lanes: 1\r\n'],
    ['another document', 'metrics:\n  lanes: 1\n---\na: b\n'],
    ['no line end', 'metrics:\n  lanes: 1'],
    ['nothing', 'metrics:\n'],
    ['another plan', 'plan: other\nmetrics:\n  lanes: 1\n'],
  ])('not %s', async (_name, figures) => {
    expect(await isPlain(`${HEAD}${figures}`, roads)).toBe(false);
  });
});

/** Reports of roads as people write them; the figures are made up. */
describe('what is told of all figures of a report, or by the text of a day, is told of a plain one', () => {
  const rates = roadsPlan('region: land\nregions:\n  - { id: land, title: Land }\n').replace(
    'kind: level',
    'kind: growth',
  );

  it.each([
    ['day-beside', 'report: 2022年道路情况\nas_of: 2023-12-31\nmetrics:\n  lanes: 80\n'],
    ['day-beside', 'note: 以上为2022年数据\nas_of: 2023-12-31\nmetrics:\n  lanes: 80\n'],
    ['which-period', 'as_of: 2023-12\nmetrics:\n  loss: 8\n'],
    ['which-period', 'as_of: 2023-12-31\nmetrics:\n  loss:\n    value: 8\n    as_of: "2023-09"\n'],
    ['which-period', 'as_of: 2023-12-31\nobservations:\n  - indicator: loss\n    value: 8\n    as_of: 2023年9月\n'],
  ])('%s', async (code, text) => {
    const plan = await planOf(rates);
    expect(readPlainReport(fileOf(text), { plan, today })).toBeUndefined();
    expect((await readReport(fileOf(text), plan, today)).problems.map(problem => problem.code)).toEqual([code]);
  });

  it('and what is told of none is plain', async () => {
    const plan = await planOf(rates);
    expect(await isPlain('report: 2023年道路情况\nas_of: 2023-12-31\nmetrics:\n  loss: 8\n', plan)).toBe(true);
  });
});

function reports(): fc.Arbitrary<string> {
  const value = fc.constantFrom(
    '93,307',
    '6.70',
    '"82.78万"',
    "'约 20'",
    '93,000以上',
    '1 # counted',
    '5.4%',
    '12',
    '8–9',
  );
  const indicator = fc.constantFrom('lanes', 'loss', '"loss"', 'Lanes', 'Loss');
  const fields = fc.record(
    {
      value,
      as_of: fc.constantFrom('2023-12-31', '2022', "'2023-06-30'", '2023-06'),
      published: fc.constantFrom('2024-01-20', '2025-02-01'),
      status: fc.constantFrom('final', 'provisional'),
      region: fc.constantFrom('north', 'North', 'land'),
      scope: fc.constantFrom('whole', '{ part: the north }'),
      source: fc.constantFrom('{ publisher: P, url: U }', ['publisher: P', 'title: T, of P'], ['publisher: "P"']),
      flow: fc.constantFrom('{ from: 2023-01-01, to: 2023-12-31 }', ['from: 2023-01-01', 'to: 2023-12-31']),
      note: fc.constantFrom(
        'a note',
        '截至2022年末',
        '环比',
        "it's 5,000",
        '公报',
        '"a: b"',
        'https://example.org/a?b=c#d',
      ),
    },
    { requiredKeys: ['value'] },
  );
  const linesOf = (figure: Readonly<Record<string, unknown>>, margin: string) =>
    Object.entries(figure).flatMap(([key, field]) =>
      Array.isArray(field)
        ? [`${margin}${key}:`, ...field.map(each => `${margin}  ${each}`)]
        : [`${margin}${key}: ${field}`],
    );
  const blank = fc.constantFrom('', '', '', '', '\n', '   \n');
  const figure = fc.oneof(value, fields);
  const metrics = fc
    .uniqueArray(fc.tuple(indicator, figure, blank), { minLength: 1, maxLength: 4, selector: ([name]) => name })
    .map(all => {
      const lines = ([name, each, after]: (typeof all)[number]) =>
        typeof each === 'string'
          ? `  ${name}: ${each}\n${after}`
          : `  ${name}:\n${linesOf(each, '    ').join('\n')}\n${after}`;
      return `metrics:\n${all.map(lines).join('')}`;
    });
  const listed = fc.array(fc.tuple(indicator, fields, blank), { minLength: 1, maxLength: 4 }).map(all => {
    const lines = ([name, each, after]: (typeof all)[number]) =>
      `  - indicator: ${name}\n${linesOf(each, '    ').join('\n')}\n${after}`;
    return `observations:\n${all.map(lines).join('')}`;
  });
  const head = fc.constantFrom('', 'as_of: 2023-12-31\n', '# A comment\nas_of: 2023\nsource: { publisher: Q }\n');
  return fc
    .tuple(head, fc.oneof(metrics, listed))
    .map(([above, below]) => `report: R\nplan: invented-roads\n${above}${below}`);
}
