import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { readPlan } from '../../src/input/plan/read-plan.ts';
import { readReport } from '../../src/input/report/read-report.ts';
import { behind } from '../../src/model/identities.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Day } from '../../src/values/day.ts';
import { assessExample } from '../support/examples.ts';

const fileOf = (path: string, data: unknown) => ({ path, bytes: Buffer.from(JSON.stringify(data)) });

async function planWith(identities: Readonly<Record<string, string>>, assumptions: readonly object[] = []) {
  const names = ['rate', 'doctors', 'population', 'households', 'abroad', 'balance'];
  const indicators = names.map(name => {
    const identity = identities[name];
    const kind = name === 'rate' || name === 'balance' ? 'level' : 'stock';
    return [name, { title: name, unit: 'u', kind, ...(identity !== undefined && { identity }) }];
  });
  const target = { id: 'rate-2025', indicator: 'rate', at_least: '3', by: '2025-12-31' };
  const { plan, problems } = await readPlan(
    fileOf('plan.json', {
      plan: 'health',
      title: 'Health',
      period: { from: '2021-01-01', to: '2025-12-31' },
      indicators: Object.fromEntries(indicators),
      assumptions,
      measures: [{ id: 'health', title: 'Health', targets: [target] }],
    }),
  );
  if (!plan) throw new Error(JSON.stringify(problems));
  return plan;
}

async function judged(plan: Plan, figures: Readonly<Record<string, string | readonly string[]>>) {
  const observations = Object.entries(figures).flatMap(([indicator, values]) =>
    [values]
      .flat()
      .map(value => ({ indicator, value, as_of: '2025-12-31', exact: /^-?[\d.]+$/.test(value) || undefined })),
  );
  const { report, problems } = await readReport(fileOf('report.json', { observations }), plan, '2030-01-01' as Day);
  if (!report) throw new Error(JSON.stringify(problems));
  const assessed = assess(plan, report.observations, { asOf: '2025-12-31' as Day });
  const [assessment] = assessed.assessments;
  if (!assessment) throw new Error('nothing was judged');
  return { ...assessed, assessment };
}

const reasons = ({ evidence }: { evidence: { setAside: readonly { reason: string }[] } }) =>
  evidence.setAside.map(({ reason }) => reason);

describe.each<[string, Record<string, string | string[]>, [number | null, number | null] | null]>([
  ['doctors / population * 1000', { doctors: '350', population: '100000' }, [3.5, 3.5]],
  ['doctors / population * 1000', { doctors: '>350', population: '100000' }, [3.5, null]],
  ['doctors / population * 1000', { doctors: '350', population: '<100000' }, [3.5, null]],
  ['doctors / population * 1000', { doctors: '350', population: '0' }, null],
  ['doctors / population * 1000', { doctors: '350', population: '>100000' }, [0, 3.5]],
  // Nothing above zero is known of the divisor.
  ['doctors / population * 1000', { doctors: '350' }, null],
  ['doctors / (population - households)', { doctors: '350', population: '10', households: '<20' }, null],
  // What is never below zero bounds a sum.
  ['doctors + abroad', { doctors: '5' }, [5, null]],
  ['doctors - abroad', { doctors: '5' }, [null, 5]],
  ['doctors * abroad', { doctors: '5' }, null],
  ['balance * 2', { balance: '-3' }, [-6, -6]],
  ['balance * doctors', { balance: '<-3', doctors: '>2' }, [null, -6]],
  ['(doctors + abroad) * 2 / 4', { doctors: '5', abroad: '1.5万' }, [7252.5, 7752.5]],
  ['7', { abroad: '1' }, null],
])('%s of %j', (identity, figures, expected) => {
  it(`is ${JSON.stringify(expected)}`, async () => {
    const { assessment } = await judged(await planWith({ rate: identity }), figures);
    const { value, derived } = assessment;
    expect(derived).toBe(expected !== null);
    expect(value && [value.low, value.high]).toEqual(expected);
    if (expected === null)
      expect(new Set(reasons(assessment))).toEqual(new Set(identity === '7' ? [] : ['factor-missing']));
  });
});

describe('an identity that holds only roughly', () => {
  const value = async (first: number, within: string) =>
    (
      await assessExample({
        indicator: { kind: 'level', identity: { is: 'a - b', within } },
        others: { a: { kind: 'level' }, b: { kind: 'level' } },
        target: { at_least: '60' },
        figures: [
          { indicator: 'a', value: String(first), as_of: '2025-12-31', exact: 'true' },
          { indicator: 'b', value: '50', as_of: '2025-12-31', exact: 'true' },
        ],
      })
    ).value;

  test('is as wide as it may be off, in parts of what it gives', async () => {
    expect(await value(250, '2%')).toMatchObject({ low: 196, high: 204 });
    expect(await value(250, '0.5 %')).toMatchObject({ low: 199, high: 201 });
    expect(await value(-150, '2%')).toMatchObject({ low: -204, high: -196 });
    expect(await value(50, '2%')).toMatchObject({ low: 0, high: 0 });
  });
});

describe('an identity that rests on another', () => {
  const chain = { rate: 'doctors / population', population: 'households * 4', households: 'abroad + 1' };

  test('uses what is reported last, and what stands behind a figure is not needed', async () => {
    const plan = await planWith(chain);
    expect(behind(plan, 'rate')).toEqual(['doctors', 'abroad', 'households', 'population', 'rate']);
    const far = await judged(plan, { doctors: '80', abroad: '4' });
    expect(far.assessment).toMatchObject({ verdict: 'met', derived: true, value: { low: 4, high: 4 } });
    const near = await judged(plan, { doctors: '80', households: '10', abroad: '9' });
    expect(near.assessment).toMatchObject({ verdict: 'missed', value: { low: 2, high: 2 } });
    expect(reasons(near.assessment)).toEqual(['not-needed']);
  });

  test('has two sides where what stands behind a figure excludes it', async () => {
    const plan = await planWith(chain);
    const { assessment } = await judged(plan, { doctors: '80', households: '10', abroad: '4' });
    expect(assessment).toMatchObject({ possible: ['missed', 'met'], value: { low: 2, high: 4 } });
    expect(assessment.reasons).toEqual([{ code: 'conflict', args: {} }]);
    expect(reasons(assessment)).toEqual([]);
  });

  test('leads nowhere in a circle', async () => {
    const plan = await planWith({ rate: 'doctors * population', population: 'rate / doctors' });
    const { assessment } = await judged(plan, { doctors: '80' });
    expect(assessment).toMatchObject({ verdict: 'undecided', derived: false });
    const own = await planWith({ rate: 'rate * 2 + doctors' });
    expect((await judged(own, { doctors: '80' })).assessment.derived).toBe(false);
  });
});

describe('an identity that excludes what is reported', () => {
  const reported = (day: string) => ({
    indicator: { kind: 'stock', monotone: true, identity: 'a * b' },
    others: { a: { kind: 'stock' }, b: { kind: 'stock' } },
    target: { at_least: 60 },
    figures: [
      { value: 61, as_of: day },
      { indicator: 'a', value: 10, as_of: '2025-12-31' },
      { indicator: 'b', value: 5, as_of: '2025-12-31' },
    ],
  });

  test('contradicts a figure of another day, and no unit has to have slipped', async () => {
    const { reasons, deciding } = await assessExample(reported('2024-12-31'));
    expect(reasons).toEqual([{ code: 'conflict', args: {} }]);
    expect(deciding?.code).toBe('conflict');
  });

  test('contradicts a figure of the day itself, and names all that it rests on', async () => {
    const { possible, reasons, deciding, evidence, derived } = await assessExample(reported('2025-12-31'));
    expect(possible).toEqual(['missed', 'met']);
    expect(reasons).toEqual([{ code: 'conflict', args: {} }]);
    expect(deciding).toEqual({
      code: 'conflict',
      args: { figures: '61 (?, 2025-12-31) / 10 (?, a, 2025-12-31) / 5 (?, b, 2025-12-31)', start: '' },
    });
    expect(derived).toBe(true);
    expect(evidence.used.map(({ reason }) => reason)).toEqual(['derived', 'derived', 'conflict-side']);
  });
});

describe('whatever the figures leave open', () => {
  const OPERATIONS = ['+', '-', '*', '/'] as const;
  const figure = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('', '>', '<', '约'), fc.nat(4));
  const formula = fc.tuple(
    fc.constantFrom(...OPERATIONS),
    fc.constantFrom(...OPERATIONS),
    fc.integer({ min: 1, max: 5 }),
  );

  it('holds what each value inside would give', async () => {
    await fc.assert(
      fc.asyncProperty(figure, figure, formula, async (a, b, [first, second, number]) => {
        const text = `(doctors ${first} balance) ${second} ${number}`;
        const plan = await planWith({ rate: text });
        const { assessment } = await judged(plan, { doctors: `${a[1]}${a[0]}`, balance: `${b[1]}${b[0]}` });
        const value = assessment.value ?? { low: null, high: null };
        const [one, other] = [inside(a), inside(b)];
        fc.pre(one >= 0);
        const [inner, least, most] = [by(first, one, other), value.low ?? -Infinity, value.high ?? Infinity];
        const result = by(second, inner, number);
        expect(result).toBeGreaterThanOrEqual(least - 1e-9);
        expect(result).toBeLessThanOrEqual(most + 1e-9);
        expect(assessment.possible).toContain(result >= 3 ? 'met' : 'missed');
      }),
    );
  });

  /** A number that the text allows. */
  const inside = ([value, sign, more]: [number, string, number]): number =>
    sign === '>'
      ? value + more + 0.5
      : sign === '<'
        ? value - more - 0.5
        : sign === '约'
          ? value * (1 + more / 100)
          : value;
  const by = (operator: (typeof OPERATIONS)[number], a: number, b: number): number =>
    operator === '+' ? a + b : operator === '-' ? a - b : operator === '*' ? a * b : a / b;
});
