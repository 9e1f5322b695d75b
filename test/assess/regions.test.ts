import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AssessRequest, assess } from '../../src/assess/assess.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { planIn, targetsOf } from '../../src/model/outline.ts';
import type { Plan, Target } from '../../src/model/plan.ts';
import { dayOf } from '../properties/arbitraries.ts';

/*
 * An invented plan: lamps add up, the draught (a level) does not. East has a ward below it. The whole began at 100 and
 * has a path, a population is assumed of it, and fewer than 50 lamps are not plausible for it.
 */
const PLAN = `
plan: lamps
title: Lamps
period: { from: 2021-01-01, to: 2025-12-31 }
region: whole
regions:
  - id: whole
    title: The whole
    parts:
      - { id: east, title: East, parts: [{ id: ward, title: Ward }] }
      - { id: west, title: West }
      - { id: south, title: South }
announced: { measures: 3 }
indicators:
  lamps:
    title: Lamps
    unit: lamp
    kind: stock
    monotone: true
    counts: { lit: same, planned: whole, unstated: same }
    plausible: { min: 50 }
    identity: lamps-per-house * houses
  lamps-per-house: { title: Lamps for a house, unit: lamp, kind: level }
  houses: { title: Houses, unit: house, kind: stock }
  draught: { title: Draught, unit: Pa, kind: level }
assumptions: [{ indicator: houses, value: 1000, from: 2020-01-01, to: 2026-12-31 }]
measures:
  - id: lighting
    title: Lighting
    targets:
      - id: lamps-2025
        indicator: lamps
        at_least: 1,000
        by: 2025-12-31
        baseline: { value: 100, as_of: 2020-12-31, counts: lit }
        path: [{ by: 2023-12-31, value: 400 }]
        commitment: binding
        method: schedule
        wording: 1000 lamps
        readings:
          all: { counts: { lit: same, planned: same, unstated: same } }
          lit: { at_least: 800 }
        regions:
          east: { share: 12.5% }
          west: { at_least: 300, by: 2024-12-31, baseline: { value: 20, as_of: 2021-12-31, counts: lit } }
          ward: { share: 5%, baseline: { value: 1, as_of: 2020-12-31, counts: lit }, path: [{ by: 2022-12-31, value: 9 }] }
      - id: lamps-2026
        indicator: lamps
        by: 2026-12-31
        regions:
          south: { at_least: 80 }
  - id: sealing
    title: Sealing
    targets: [{ id: draught-2025, indicator: draught, below: 4, by: 2025-12-31, baseline: { value: 9, as_of: 2020-12-31 }, regions: each }]
  - { id: singing, title: Singing }
tasks:
  - id: music
    level: strategic
    title: Music
    measures: [{ id: drumming, title: Drumming }]
`;

const bytes = (text: string) => new TextEncoder().encode(text);

async function planFrom(text: string): Promise<Plan> {
  const { plan, problems } = await readPlan({ path: 'plan.yaml', bytes: bytes(text) });
  if (!plan || problems.length > 0) throw new Error(JSON.stringify(problems));
  return plan;
}

const plan = await planFrom(PLAN);

async function judged(report: string, request: AssessRequest, of = plan) {
  const text = `observations:\n${report}`;
  const read = report === '' ? undefined : await readReport({ path: 'report.yaml', bytes: bytes(text) }, of);
  if (read && !read.report) throw new Error(JSON.stringify(read.problems));
  return assess(of, read?.report?.observations ?? [], { asOf: dayOf('2025-12-31'), ...request });
}

const target = (id: string, region: string): Target => {
  const found = targetsOf(plan, region).find(placed => placed.target.id === id);
  if (!found) throw new Error(`${id} is not set for ${region}`);
  return found.target;
};

const idsIn = (region?: string): string[] => targetsOf(plan, region).map(placed => placed.target.id);

test('the examples of docs/regions.md are a plan, and mean what they say', async () => {
  const [tree = '', targets = ''] = [
    ...readFileSync('docs/regions.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g),
  ].map(([, text = '']) => text);
  const documented = await planFrom(`
plan: documented
title: Documented
period: { from: 2021-01-01, to: 2025-12-31 }
${tree}
sources: { work-report-taiyuan-2021: { publisher: Taiyuan } }
indicators:
  5g-base-stations: { title: 5G, unit: station, kind: stock }
  pue: { title: PUE, unit: PUE, kind: level }
measures:
  - id: all
    title: All
    ${targets.replaceAll('\n', '\n    ')}`);
  const goals = (region: string) =>
    targetsOf(documented, region).map(placed => [placed.target.id, placed.target.goal?.value]);
  expect(goals('datong')).toEqual([
    ['5g-stations-2025', 9600],
    ['pue-2025', 1.3],
  ]);
  expect(goals('taiyuan')).toEqual([
    ['5g-stations-2025', 25_000],
    ['pue-2025', 1.3],
    ['5g-stations-2023', 14_000],
  ]);
  expect(goals('yangqu')).toEqual([['pue-2025', 1.3]]);
});

describe('the targets of', () => {
  test.each([
    [undefined, ['lamps-2025', 'lamps-2026', 'draught-2025']],
    ['whole', ['lamps-2025', 'draught-2025']],
    ['east', ['lamps-2025', 'draught-2025']],
    ['ward', ['lamps-2025', 'draught-2025']],
    ['south', ['lamps-2026', 'draught-2025']],
    ['constructor', ['draught-2025']],
  ])('%s', (region, ids) => {
    expect(idsIn(region)).toEqual(ids);
  });
});

describe('a share', () => {
  test('scales the goal of every reading', () => {
    const { readings, goal, share } = target('lamps-2025', 'east');
    expect(readings.map(({ name, goal: { value, low, high } }) => [name, value, low, high])).toEqual([
      ['all', 125, 125, null],
      ['lit', 100, 100, null],
    ]);
    expect([goal?.value, share]).toEqual([125, 12.5]);
  });

  test('inherits what is meant, not where it begins', () => {
    const { readings, commitment, indicator, method, by, wording } = target('lamps-2025', 'east');
    expect({ commitment, indicator, method, by, wording }).toEqual({
      commitment: 'binding',
      indicator: 'lamps',
      method: 'schedule',
      by: '2025-12-31',
      wording: '1000 lamps',
    });
    expect(readings.map(({ counts }) => counts?.['planned'])).toEqual(['same', undefined]);
    expect(readings.map(({ baseline, path }) => [baseline, path])).toEqual([
      [undefined, []],
      [undefined, []],
    ]);
  });

  test('has its own start and path where it states them', () => {
    const [first] = target('lamps-2025', 'ward').readings;
    expect(first).toMatchObject({ goal: { value: 50 }, baseline: { value: { nominal: 1 } }, path: [{ value: 9 }] });
  });

  test.each([
    ['about: 200', 10, { value: 20, low: 19, high: 21 }],
    ['between: [100, 300]', 33, { value: null, low: 33, high: 99 }],
    ['at_most: 0.7', 7, { value: 0.049, low: null, high: 0.049 }],
  ])('of %s at %d %% has no last bits of a product', async (goal, percent, expected) => {
    const text = PLAN.replace('at_least: 1,000', goal)
      .replace(/readings:[\s\S]*?regions:/, 'regions:')
      .replace('12.5%', `${percent}%`);
    const [first] = targetsOf(await planFrom(text), 'east').map(placed => placed.target.goal);
    expect(first).toMatchObject(expected);
  });
});

describe("a region's own goal", () => {
  test('takes the place of the goal in every reading; readings that are then alike are one', () => {
    const { readings, goal, by, share, wording } = target('lamps-2025', 'west');
    expect(readings.map(({ name, goal: { value }, by: day }) => [name, value, day])).toEqual([
      ['all', 300, '2024-12-31'],
      ['lit', 300, '2024-12-31'],
    ]);
    expect([goal?.value, by, share, wording]).toEqual([300, '2024-12-31', null, undefined]);
    expect(readings[0]?.baseline?.value.nominal).toBe(20);
    const [only, ...more] = target('lamps-2026', 'south').readings;
    expect([only?.name, only?.goal.value, more]).toEqual([null, 80, []]);
  });

  test('of two readings that differ in their goal alone leaves one', async () => {
    const same = await planFrom(
      PLAN.replace('all: { counts: { lit: same, planned: same, unstated: same } }', 'all: {}'),
    );
    const west = targetsOf(same, 'west')[0]?.target.readings ?? [];
    expect(west.map(({ name }) => name)).toEqual([null]);
    // Fixing a reading that is alike elsewhere must not leave a region without one.
    const { assessments } = await judged('', { region: 'west', readings: { 'lamps-2025': 'lit' } }, same);
    expect(assessments.find(each => each.target === 'lamps-2025')?.readings).toHaveLength(1);
  });
});

test('each: the target holds as it is written, without the start of the whole', () => {
  const { readings, goal, share } = target('draught-2025', 'nowhere-in-the-tree');
  expect([goal?.high, share, readings[0]?.baseline]).toEqual([4, null, undefined]);
  expect(target('draught-2025', 'whole').readings[0]?.baseline?.value.nominal).toBe(9);
});

describe('no other region is judged by what is known of the whole:', () => {
  test('by its assumptions', async () => {
    const report = (region: string) =>
      `- { indicator: lamps-per-house, value: 1, exact: true, as_of: 2025-12-31, region: ${region} }\n`;
    const lampsOf = ({ assessments }: Awaited<ReturnType<typeof judged>>) =>
      assessments.find(({ indicator }) => indicator === 'lamps');
    expect(lampsOf(await judged(report('whole'), {}))).toMatchObject({ verdict: 'met', derived: true });
    const east = lampsOf(await judged(report('east'), { region: 'east' }));
    expect(east).toMatchObject({ verdict: 'undecided', derived: false, value: null });
    expect(east?.evidence.setAside.map(({ reason }) => reason)).toEqual(['factor-missing']);
  });

  test('by the least that is plausible for it', async () => {
    const report = '- { indicator: lamps, value: 60, counts: planned, as_of: 2025-12-31, region: ward }\n';
    const { assessments } = await judged(report, { region: 'ward', readings: { 'lamps-2025': 'lit' } });
    expect(assessments[0]).toMatchObject({ goal: { value: 40, share: 5 }, verdict: 'undecided' });
    const few = '- { indicator: lamps, value: 30, as_of: 2025-12-31, region: ward }\n';
    expect((await judged(few, { region: 'ward' })).assessments[0]).toMatchObject({ verdict: 'missed' });
  });

  const goalsOf = (of: Plan, region: string) =>
    assess(of, [], { region }).assessments.map(({ target: id, goal: { low, high } }) => [id, low, high].join());

  test('by its goal, unless the target is for each', () => {
    const percent = fc.integer({ min: 1, max: 99 }).map(number => `share: ${number}%`);
    const own = fc.integer({ min: 1, max: 999 }).map(number => `at_least: ${number}`);
    const entry = fc.option(fc.oneof(percent, own));
    return fc.assert(
      fc.asyncProperty(fc.record({ east: entry, ward: entry, south: entry }), async entries => {
        const lines = Object.entries(entries).flatMap(([id, goal]) => (goal ? [`          ${id}: { ${goal} }\n`] : []));
        const regions = lines.length > 0 ? `        regions:\n${lines.join('')}` : '';
        const text = PLAN.replace(
          / {8}regions:\n {10}east[\s\S]*? {6}- id: lamps-2026/,
          `${regions}      - id: lamps-2026`,
        );
        const drawn = await planFrom(text);
        const whole = new Set(goalsOf(drawn, 'whole').filter(goal => !goal.startsWith('draught')));
        expect(whole.size).toBe(1);
        for (const region of ['east', 'ward', 'west', 'south', 'nowhere-in-the-tree']) {
          const goals = goalsOf(drawn, region);
          expect(goals.filter(goal => whole.has(goal))).toEqual([]);
          const has = (entries as Record<string, unknown>)[region] != null;
          expect(goals.some(goal => goal.startsWith('lamps-2025'))).toBe(has);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('an analysis of a region', () => {
  test('speaks of what is judged there', async () => {
    const { measures, summary, coverage, regionTitle } = await judged('', { region: 'south' });
    expect(regionTitle).toEqual({ en: 'South', zh: 'South' });
    expect(measures.map(({ id }) => id)).toEqual(['lighting', 'sealing']);
    expect([summary.targets, summary.tasks]).toEqual([2, []]);
    expect(coverage.announced).toEqual({ strategicTasks: null, keyTasks: null, measures: null });
    expect(coverage.quantified).toEqual({ strategicTasks: 0, keyTasks: 0, measures: 2 });
  });

  test('of the whole keeps every measure that has no number, and none that has one for regions only', async () => {
    const { measures, regionTitle, coverage } = await judged('', {});
    expect(regionTitle).toBeNull();
    expect(measures.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['lighting', 'undecided'],
      ['sealing', 'undecided'],
      ['singing', 'no-target'],
      ['drumming', 'no-target'],
    ]);
    expect(coverage.announced.measures).toBe(3);
  });

  test('loses no statement about a measure that it does not show', async () => {
    const report = '- { measure: singing, says: Began., as_of: 2025-12-31, region: east }\n';
    const shown = await judged(report, {});
    expect(shown.measures.find(({ id }) => id === 'singing')?.statements).toHaveLength(1);
    expect(shown.forNoTarget).toEqual([]);
    const east = await judged(report, { region: 'east' });
    expect(east.forNoTarget.map(({ observation, reason }) => [observation.says, reason])).toEqual([
      ['Began.', 'statement'],
    ]);
  });

  test('has the region in its fingerprints', async () => {
    const { assessments } = await judged('', { region: 'west' });
    expect(assessments.map(({ fingerprint }) => fingerprint)).toEqual([
      'lamps/lamps-2025@west',
      'lamps/draught-2025@west',
    ]);
  });
});

describe('a sum of parts', () => {
  const figure = (region: string, value: number, more = '') =>
    `- { indicator: lamps, value: ${value}, counts: lit, as_of: 2025-12-31, region: ${region}${more} }\n`;
  const lamps = async (report: string, request: AssessRequest = {}) => {
    const { assessments } = await judged(report, request);
    const found = assessments.find(({ indicator }) => indicator === 'lamps');
    if (!found) throw new Error('lamps are not judged');
    return found;
  };

  test('names the parts that it lacks', async () => {
    const { missingParts, value, verdict } = await lamps(figure('west', 500));
    expect({ missingParts, verdict }).toEqual({ missingParts: ['east', 'south'], verdict: 'undecided' });
    expect(value).toMatchObject({ low: 500, high: null, bound: 'low' });
  });

  test('that suffices as a lower bound still names them', async () => {
    const { missingParts, verdict } = await lamps(figure('west', 900) + figure('south', 100));
    expect({ missingParts, verdict }).toEqual({ missingParts: ['east'], verdict: 'met' });
  });

  test('knows of a part through the parts of the part', async () => {
    expect((await lamps(figure('ward', 60) + figure('west', 60))).missingParts).toEqual(['south']);
    expect((await lamps(figure('ward', 60), { region: 'east' })).missingParts).toEqual([]);
  });

  test('of all parts lacks none', async () => {
    const all = ['east', 'west', 'south'].map(region => figure(region, 200)).join('');
    expect(await lamps(all)).toMatchObject({ missingParts: [], verdict: 'missed', value: { low: 600, high: 600 } });
  });

  test('of a region whose list of parts is not complete is never the whole', async () => {
    const few = await planFrom(PLAN.replace('id: east, title: East,', 'id: east, title: East, complete: false,'));
    const report = figure('ward', 60);
    const of = async (plan: Plan, more: string, request: AssessRequest = {}) =>
      (await judged(report + more, request, plan)).assessments[0];
    expect(await of(plan, '', { region: 'east' })).toMatchObject({ value: { low: 60, high: 60 }, verdict: 'missed' });
    expect(await of(few, '', { region: 'east' })).toMatchObject({
      value: { low: 60, high: null },
      verdict: 'undecided',
      missingParts: ['east/rest'],
    });
    const others = figure('west', 200) + figure('south', 200);
    expect(await of(plan, others)).toMatchObject({ value: { low: 460, high: 460 }, missingParts: [] });
    expect(await of(few, others)).toMatchObject({ value: { low: 460, high: null }, missingParts: ['east/rest'] });
  });

  test('is not spoken of where a figure of the whole answers', async () => {
    expect((await lamps(figure('whole', 900) + figure('west', 500))).missingParts).toEqual([]);
    expect((await lamps('')).missingParts).toEqual([]);
  });

  test('planIn of the own region is the plan itself, less the goals of regions alone', () => {
    const { measures, ...rest } = planIn(plan, 'whole');
    const { measures: all, ...same } = plan;
    expect(rest).toEqual(same);
    expect(measures.flatMap(({ targets }) => targets.map(({ id }) => id))).toEqual(['lamps-2025', 'draught-2025']);
    expect(all[0]?.targets).toHaveLength(2);
  });
});
