import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assessmentFlaws } from '../../src/assess/consistent.ts';
import type { Analysis, Assessment } from '../../src/model/analysis.ts';
import { analysisOfGate } from '../support/outside.ts';

/* Where an analysis from outside is not what its own figures, goals and readings lead to: which of its leaves is named. */

const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-assess-flaws-'));
afterAll(() => rmSync(tmp, { recursive: true, force: true }));

let analysis: Analysis;
beforeAll(async () => {
  analysis = JSON.parse(await analysisOfGate(path.join(tmp, 'since.json')));
});

type Change<T> = (was: T) => object;
type Figure = Assessment['evidence']['used'][number]['observation'];

const flawsOf = (changed: Analysis): string[] => assessmentFlaws(changed).map(flaw => flaw.path.join('.'));

/** The targets of the fixture, by what is known of them. */
const LANES = 0;
const BRIDGES = 1;
const PIPES = 2;
const DEPTH = 5;

const target =
  (index: number, change: Change<Assessment>): (() => Analysis) =>
  () => ({
    ...analysis,
    assessments: analysis.assessments.map((each, at) => (at === index ? { ...each, ...change(each) } : each)),
  });
const lanes = (change: Change<Assessment>) => target(LANES, change);
const reading = (index: number, change: Change<Assessment['readings'][number]>) =>
  target(index, ({ readings }) => ({
    readings: readings.map((each, at) => (at === 0 ? { ...each, ...change(each) } : each)),
  }));
const value = (change: object) => lanes(was => ({ value: { ...was.value, ...change } }));
/** The figure that is used for lanes, wherever it is listed. */
const used = (change: Change<Figure>, more: Change<Assessment> = () => ({})) =>
  lanes(was => ({
    evidence: {
      ...was.evidence,
      used: was.evidence.used.map(each => ({
        ...each,
        observation: { ...each.observation, ...change(each.observation) },
      })),
    },
    ...more(was),
  }));
const of =
  (change: Change<Analysis>): (() => Analysis) =>
  () => ({ ...analysis, ...change(analysis) });
const task = (change: (tasks: Analysis['summary']['tasks']) => readonly object[]) =>
  of(({ summary }) => ({ summary: { ...summary, tasks: change(summary.tasks) } }));
const measures = (change: (rows: Analysis['measures']) => readonly object[]) =>
  of(was => ({ measures: change(was.measures) }));

type Rows = [string, () => Analysis, string][];

const readings: Rows = [
  ['another goal', reading(LANES, () => ({ goal: 'above' })), 'assessments.0.readings.0.goal'],
  ['another day', reading(LANES, () => ({ by: '2026-12-31' })), 'assessments.0.readings.0.by'],
  ['another number', reading(LANES, () => ({ value: 210 })), 'assessments.0.readings.0.value'],
  ['another lower end', reading(LANES, () => ({ low: 210 })), 'assessments.0.readings.0.low'],
  ['an upper end', reading(LANES, () => ({ high: 300 })), 'assessments.0.readings.0.high'],
  ['another method', reading(LANES, () => ({ method: 'deadline' })), 'assessments.0.readings.0.method'],
  [
    'a side that ends as it does not',
    reading(LANES, ({ sides }) => ({ sides: [...sides, { low: 1, high: 2, possible: ['missed'] }] })),
    'assessments.0.readings.0.sides.1.possible.0',
  ],
  [
    'a verdict that its value cannot end in',
    target(BRIDGES, was => ({ readings: was.readings.map(each => ({ ...each, possible: ['met'] })) })),
    'assessments.1.readings.0.possible.0',
  ],
  [
    'a pace after its day',
    target(BRIDGES, was => ({ readings: was.readings.map(each => ({ ...each, possible: ['behind'] })) })),
    'assessments.1.readings.0.possible.0',
  ],
  [
    'that it is missed before its day',
    reading(LANES, () => ({ possible: ['missed'] })),
    'assessments.0.readings.0.possible.0',
  ],
];

const reasons: Rows = [
  [
    'why nothing is decided, beside a verdict',
    lanes(() => ({ reasons: [{ code: 'no-report', args: {} }] })),
    'assessments.0.reasons.0.code',
  ],
  ['nothing of why nothing is decided', target(PIPES, () => ({ reasons: [] })), 'assessments.2.reasons'],
  [
    'no more of it than that flows were not summed',
    target(PIPES, () => ({ reasons: [{ code: 'not-summed', args: { from: '2021', to: '2025' } }] })),
    'assessments.2.reasons',
  ],
  [
    'that readings disagree, which agree',
    target(DEPTH, was => ({ reasons: [...was.reasons, { code: 'ambiguous-reading', args: { readings: 'a, b' } }] })),
    'assessments.5.reasons',
  ],
  ['nothing of readings that disagree', reading(DEPTH, () => ({ possible: ['missed'] })), 'assessments.5.reasons'],
  ['not what would decide it', target(PIPES, () => ({ deciding: null })), 'assessments.2.deciding'],
  [
    'what would decide what is decided',
    lanes(() => ({ deciding: { code: 'precision', args: { day: '2023-12-31' } } })),
    'assessments.0.deciding',
  ],
  [
    'that it follows from other indicators, of which none is used',
    lanes(() => ({ derived: true })),
    'assessments.0.derived',
  ],
  [
    'that an exact figure stands on a line',
    lanes(() => ({ reasons: [{ code: 'on-the-line', args: { low: 1, high: 2 } }] })),
    'assessments.0.reasons.0.code',
  ],
  [
    'that nothing was reported, beside a figure',
    lanes(() => ({ verdict: 'undecided', reasons: [{ code: 'no-report', args: {} }] })),
    'assessments.0.reasons.0.code',
  ],
  [
    'that nothing compares, beside a figure',
    lanes(() => ({
      verdict: 'undecided',
      reasons: [
        { code: 'imprecise', args: {} },
        { code: 'nothing-comparable', args: {} },
      ],
    })),
    'assessments.0.reasons.1.code',
  ],
];

/** Nobody knows a value of lanes, and only this verdict is possible. */
const unknown = (possible: string, more: Change<Assessment> = () => ({})) =>
  lanes(was => ({
    value: null,
    readings: was.readings.map(each => ({ ...each, possible: [possible] })),
    ...more(was),
  }));
const contested = ({ evidence }: Assessment) => ({
  evidence: { ...evidence, used: evidence.used.map(each => ({ ...each, reason: 'conflict-side' })) },
});

const days: Rows = [
  ['judged on a day to come', lanes(() => ({ at: '2024-01-01' })), 'assessments.0.at'],
  ['judged before its last day, which has passed', target(BRIDGES, () => ({ at: '2022-12-30' })), 'assessments.1.at'],
  ['a value of a day to come', value({ asOf: '2024-01-01' }), 'assessments.0.value.asOf'],
  ['a value of another day than that which is judged', value({ asOf: '2023-06-30' }), 'assessments.0.value.asOf'],
  ['a figure of a day to come', used(() => ({ asOf: '2024-01-01' })), 'assessments.0.evidence.used.0.observation.asOf'],
  [
    'a figure that was not known by then',
    () => ({ ...used(() => ({ published: '2024-02-01' }))(), knownBy: '2024-01-31' }),
    'assessments.0.evidence.used.0.observation.published',
  ],
  [
    'a start that is not that of its way',
    lanes(was => ({ baseline: { ...was.baseline, value: 90 } })),
    'assessments.0.baseline.value',
  ],
  ['another place on its way', lanes(() => ({ planned: 150 })), 'assessments.0.planned'],
  ...(['completion', 'elapsed', 'schedule', 'lead', 'pace', 'neededPerYear', 'achievedPerYear'] as const).flatMap(
    (key): Rows => [
      [`another ${key}`, lanes(was => ({ [key]: Number(was[key]) + 0.01 })), `assessments.0.${key}`],
      [`no ${key}`, lanes(() => ({ [key]: null })), `assessments.0.${key}`],
    ],
  ),
  [
    'a verdict of another pace',
    lanes(was => ({
      verdict: 'nearly',
      possible: ['nearly'],
      readings: was.readings.map(each => ({ ...each, possible: ['nearly'] })),
    })),
    'assessments.0.pace',
  ],
];

const values: Rows = [
  ...['planned', 'proposed', 'estimated'].map((status): Rows[number] => [
    `a figure that is ${status}`,
    used(() => ({ status })),
    'assessments.0.evidence.used.0.observation.status',
  ]),
  [
    'a figure of another definition',
    used(() => ({ counts: 'drawn' })),
    'assessments.0.evidence.used.0.observation.counts',
  ],
  [
    'a figure of a definition that the plan does not know',
    used(() => ({ counts: 'dug' })),
    'assessments.0.evidence.used.0.observation.counts',
  ],
  ['a figure without a number', used(() => ({ value: null })), 'assessments.0.evidence.used.0.observation.value'],
  ['open without a value, of a count that figures contradict', unknown('open', contested), 'assessments.0.value'],
  ['met without a value, whatever contradicts itself', unknown('met', contested), 'assessments.0.value'],
  ['one verdict, and no value', lanes(() => ({ value: null })), 'assessments.0.value'],
  ['another number than its figure', value({ nominal: 151, low: 151, high: 151 }), 'assessments.0.value.nominal'],
  ['another text than its figure', value({ text: '150.0' }), 'assessments.0.value.nominal'],
  ['a wider number than its figure', value({ low: 149, high: 151 }), 'assessments.0.value.nominal'],
  ['a lower end than that of its figure', value({ low: 149 }), 'assessments.0.value.nominal'],
  ['a higher end than that of its figure', value({ high: 151 }), 'assessments.0.value.nominal'],
  ['a figure of another region', used(() => ({ region: 'abroad' })), 'assessments.0.value.nominal'],
  ['a figure of another indicator', used(() => ({ indicator: 'pipes' })), 'assessments.0.value.nominal'],
  ['a figure of another day', used(() => ({ asOf: '2023-06-30' })), 'assessments.0.value.nominal'],
  ['a lower bound without its end', value({ bound: 'low', low: null, nominal: null }), 'assessments.0.value.low'],
  ['a lower bound with an upper end', value({ bound: 'low', high: 160 }), 'assessments.0.value.high'],
  ['an upper bound with a lower end', value({ bound: 'high' }), 'assessments.0.value.low'],
  ['a range without an end', value({ bound: 'range', high: null }), 'assessments.0.value.high'],
  [
    'a lower bound that is not the number shown',
    value({ bound: 'low', high: null, nominal: 140 }),
    'assessments.0.value.nominal',
  ],
  [
    'an upper bound that is not the number shown',
    value({ bound: 'high', low: null, nominal: 140 }),
    'assessments.0.value.nominal',
  ],
  [
    'a lower bound above all figures',
    value({ bound: 'low', high: null, low: 151, nominal: 151 }),
    'assessments.0.value.low',
  ],
  [
    'an upper bound below all figures',
    value({ bound: 'high', low: null, high: 99, nominal: 99 }),
    'assessments.0.value.high',
  ],
  ['another gap', lanes(was => ({ gap: { ...was.gap, high: 51 } })), 'assessments.0.gap.high'],
  ['another gap in per cent', lanes(was => ({ gap: { ...was.gap, percent: 26 } })), 'assessments.0.gap.percent'],
  ['met early, and it is not met', lanes(() => ({ early: true })), 'assessments.0.early'],
  ['another severity', lanes(() => ({ severity: 'warn' })), 'assessments.0.severity'],
  ['another name', lanes(() => ({ fingerprint: 'gate/lanes-2025@abroad' })), 'assessments.0.fingerprint'],
  ['another region', lanes(() => ({ region: 'abroad' })), 'assessments.0.region'],
  [
    'an end that its goal does not have',
    lanes(was => ({ goal: { ...was.goal, high: 300 } })),
    'assessments.0.goal.high',
  ],
  ['another end than that of its goal', lanes(was => ({ goal: { ...was.goal, low: 190 } })), 'assessments.0.goal.low'],
];

const tasks: Rows = [
  ['a task twice', task(all => [...all, ...all]), 'summary.tasks.3.id'],
  [
    'a strategic task below another',
    task(all => all.map((each, at) => (at === 1 ? { ...each, parent: 'roads' } : each))),
    'summary.tasks.1.parent',
  ],
  [
    'a key task below none',
    task(all => all.map((each, at) => (at === 1 ? { ...each, level: 'key' } : each))),
    'summary.tasks.1.parent',
  ],
  [
    'a key task below one that comes later',
    task(all => all.map((each, at) => (at === 1 ? { ...each, level: 'key', parent: 'nature' } : each))),
    'summary.tasks.1.parent',
  ],
  [
    'a key task below a key task',
    task(all =>
      all.map((each, at) => (at === 0 ? each : { ...each, level: 'key', parent: at === 1 ? 'roads' : 'water' })),
    ),
    'summary.tasks.2.parent',
  ],
  [
    'a measure below a task that is not there',
    measures(all => all.map((each, at) => (at === 0 ? { ...each, tasks: ['bridges'] } : each))),
    'measures.0.tasks',
  ],
  [
    'a measure below two strategic tasks',
    measures(all => all.map((each, at) => (at === 0 ? { ...each, tasks: ['water', 'roads'] } : each))),
    'measures.0.tasks.0',
  ],
  ['a measure twice', measures(all => [...all, ...all]), 'measures.4.id'],
  [
    'a measure of other targets',
    measures(all => all.map((each, at) => (at === 0 ? { ...each, targets: ['lanes-2025'] } : each))),
    'measures.0.targets.1',
  ],
  [
    'a measure with another verdict',
    measures(all => all.map((each, at) => (at === 0 ? { ...each, verdict: 'behind' } : each))),
    'measures.0.verdict',
  ],
  ['a target of a measure that is not there', lanes(() => ({ measure: 'bridge-building' })), 'assessments.0.measure'],
  ['a target below other tasks than its measure', lanes(() => ({ tasks: ['water'] })), 'assessments.0.tasks.0'],
  [
    'a target twice',
    of(({ assessments: [first, ...rest] }) => ({ assessments: [first, first, ...rest] })),
    'assessments.1.target',
  ],
  ['another count of targets', of(({ summary }) => ({ summary: { ...summary, targets: 7 } })), 'summary.targets'],
  [
    'another order of targets',
    of(({ summary }) => ({ summary: { ...summary, worstFirst: summary.worstFirst.toReversed() } })),
    'summary.worstFirst.0',
  ],
];

const inputs = (change: (rows: Analysis['inputs']) => readonly object[]) => of(was => ({ inputs: change(was.inputs) }));
const listed = (...ids: number[]) => ids.map(id => ({ id, sheet: null, line: 1, col: 1 }));
const check = (...observations: number[]) =>
  of(() => ({
    checks: [
      { code: 'sum', indicator: 'lanes', region: 'testland', day: '2023-12-31', expected: {}, found: {}, observations },
    ],
  }));
/** Another target of the indicator of the first one. */
const sister = (evidence: Change<Assessment['evidence']>) =>
  target(PIPES, () => ({
    indicator: 'lanes',
    evidence: { used: [], setAside: [], ...evidence(analysis.assessments[0]?.evidence as Assessment['evidence']) },
  }));

/** A figure that no file has. */
const strange = (): Figure => ({ ...(analysis.assessments[0]?.evidence.used[0]?.observation as Figure), id: 9 });

const figures: Rows = [
  [
    'a figure for no target that no file has',
    of(() => ({ forNoTarget: [{ observation: strange(), reason: 'no-target' }] })),
    'forNoTarget.0.observation.id',
  ],
  [
    'a statement that no file has',
    measures(all => all.map((each, at) => (at === 1 ? { ...each, statements: [strange()] } : each))),
    'measures.1.statements.0.id',
  ],
  [
    'a number that two figures have',
    inputs(all => all.map(each => ({ ...each, observations: listed(1, 2) }))),
    'inputs.1.observations.0.id',
  ],
  [
    'a figure that no target lists',
    inputs(all => all.map((each, at) => (at === 0 ? { ...each, observations: listed(3) } : each))),
    'inputs.0.observations.0.id',
  ],
  ['a figure that no file has', inputs(() => []), 'assessments.0.evidence.used.0.observation.id'],
  [
    'a figure outside of what it allows',
    used(was => ({ value: was.value && { ...was.value, nominal: 151 } })),
    'assessments.0.evidence.used.0.observation.value.nominal',
  ],
  [
    'a figure below what it allows',
    used(was => ({ value: was.value && { ...was.value, nominal: 149 } })),
    'assessments.0.evidence.used.0.observation.value.nominal',
  ],
  [
    'a figure twice',
    lanes(({ evidence }) => ({ evidence: { ...evidence, used: [...evidence.used, ...evidence.used] } })),
    'assessments.0.evidence.used.1.observation.id',
  ],
  ['arithmetic of a figure that no file has', check(1, 2, 3), 'checks.0.observations.2'],
  ['not a figure of its indicator', sister(() => ({})), 'assessments.2.evidence'],
  [
    'a figure that says otherwise elsewhere',
    sister(({ used: all }) => ({
      setAside: all.map(each => ({ observation: { ...each.observation, note: 'x' }, reason: 'superseded' })),
    })),
    'assessments.2.evidence.setAside.0.observation.note',
  ],
  [
    'figures of another indicator, and no goal against it',
    lanes(({ evidence }) => ({
      evidence: { ...evidence, used: evidence.used.map(each => ({ ...each, reason: 'held-against' })) },
    })),
    'assessments.0.goal.against',
  ],
  [
    'a goal against another indicator, and no figure of it',
    lanes(was => ({ goal: { ...was.goal, against: 'pipes' } })),
    'assessments.0.goal.against',
  ],
];

test('what check wrote has none', () => {
  expect(flawsOf(analysis)).toEqual([]);
});

describe.each(Object.entries({ readings, reasons, days, values, tasks, figures }))(
  'of %s it is a flaw',
  (_group, rows) => {
    test.each(rows)('%s', (_, changed, at) => {
      expect(flawsOf(changed()).filter(each => each === at || each.startsWith(`${at}.`))).not.toEqual([]);
    });
  },
);

describe('it is none', () => {
  test.each<[string, () => Analysis]>([
    [
      'that nobody wrote down more of a reading',
      reading(LANES, () => ({ method: null, by: null, value: null, low: null, high: null })),
    ],
    [
      'that flows were not summed',
      lanes(() => ({ reasons: [{ code: 'not-summed', args: { from: '2021', to: '2025' } }] })),
    ],
    ['how many months it is ahead', lanes(() => ({ monthsAhead: 99 }))],
    [
      'that a number differs by less than is written',
      lanes(was => ({ pace: Number(was.pace) + 1e-9, elapsed: Number(was.elapsed) - 1e-9 })),
    ],
    ['that a figure is provisional', used(() => ({ status: 'provisional' }))],
    [
      'that a figure was known on the last day',
      () => ({ ...used(() => ({ published: '2024-01-31' }))(), knownBy: '2024-01-31' }),
    ],
    ['that the way is not drawn', lanes(() => ({ course: { path: [], history: [] } }))],
    ['arithmetic of figures that are there', check(1, 2)],
    [
      'that a second target lists the same figure',
      sister(({ used: all }) => ({
        setAside: all.map(each => ({ observation: each.observation, reason: 'superseded' })),
      })),
    ],
  ])('%s', (_, changed) => {
    expect(flawsOf(changed())).toEqual([]);
  });

  /** Says that it is nearly on schedule, where its pace is that of one that is behind. */
  const nearly = (rest: Change<Assessment>) =>
    lanes(was => ({
      verdict: 'nearly',
      possible: ['nearly'],
      severity: 'warn',
      readings: was.readings.map(each => ({ ...each, possible: ['nearly'], method: 'schedule' })),
      ...rest(was),
    }));
  const isPaceDenied = (changed: () => Analysis) => flawsOf(changed()).includes('assessments.0.pace');

  test.each<[string, Change<Assessment>]>([
    ['another method judged it', () => ({ method: 'projection' })],
    ['no pace is told', () => ({ pace: null })],
    ['several verdicts are possible', () => ({ possible: ['behind', 'nearly'] })],
    ['there is a second reading', ({ readings: all }) => ({ readings: [...all, ...all] })],
    ['the value is a bound', was => ({ value: { ...was.value, bound: 'low', high: null } })],
    ['it stands on a line', () => ({ reasons: [{ code: 'on-the-line', args: { low: 1, high: 2 } }] })],
    [
      'figures contradict each other',
      ({ evidence }) => ({
        evidence: { ...evidence, used: evidence.used.map(each => ({ ...each, reason: 'conflict-side' })) },
      }),
    ],
    ['it is open', () => ({ possible: ['open'], verdict: 'open' })],
  ])('a verdict of another pace, where %s', (_, rest) => {
    expect(isPaceDenied(nearly(() => ({})))).toBe(true);
    const changed = nearly(rest);
    // Where no pace is told, that there is none is the flaw, not that it is another.
    const found = assessmentFlaws(changed()).filter(flaw => flaw.path.join('.') === 'assessments.0.pace');
    expect(found.filter(({ follows }) => follows === undefined)).toEqual([]);
  });

  test('a verdict of another pace, where it fell below its start; but not where it stands there', () => {
    const denied = (pace: number) =>
      assessmentFlaws(nearly(() => ({ pace }))()).some(
        ({ path: at, follows }) => at.join('.') === 'assessments.0.pace' && follows === undefined,
      );
    expect([denied(0), denied(-0.1)]).toEqual([true, false]);
  });

  const bridges = (verdict: string, change: Change<Assessment>) =>
    target(BRIDGES, was => ({
      readings: was.readings.map(each => ({ ...each, possible: [verdict] })),
      ...change(was),
    }));
  const deniedIn = (changed: () => Analysis) =>
    flawsOf(changed()).filter(at => at.startsWith('assessments.1.readings.0.possible'));

  test.each<[string, () => Analysis]>([
    [
      'an event is open, whichever of two figures is right',
      unknown('open', was => ({ ...contested(was), kind: 'event' })),
    ],
    ['two figures lie on both sides of a band', unknown('behind', contested)],
    [
      'several verdicts are possible',
      lanes(was => ({
        value: null,
        readings: was.readings.map(each => ({ ...each, possible: ['behind', 'met'] })),
      })),
    ],
    [
      'a period of each was lost',
      unknown('behind', ({ goal }) => ({
        goal: { ...goal, over: { from: '2021-12-31', to: '2025-12-31', aggregate: 'each' } },
      })),
    ],
  ])('that no value is known, where %s', (_, changed) => {
    expect(flawsOf(changed())).not.toContain('assessments.0.value');
  });

  test('that a bound follows from more than its figures, where other indicators say so', () => {
    const high = (reason: string) =>
      lanes(was => ({
        value: { ...was.value, bound: 'low', low: 170, high: null, nominal: 170 },
        evidence: { ...was.evidence, used: was.evidence.used.map(each => ({ ...each, reason })) },
      }));
    expect(flawsOf(high('lower-bound')())).toContain('assessments.0.value.low');
    expect(flawsOf(high('derived')())).not.toContain('assessments.0.value.low');
    expect(flawsOf(high('conflict-side')())).not.toContain('assessments.0.value.low');
  });

  test('that a bound is that of a figure that stood behind another', () => {
    const behind = (reason: string) =>
      lanes(({ value: was, evidence }) => ({
        value: { ...was, bound: 'low', low: 150, high: null, nominal: 150 },
        evidence: {
          used: [],
          setAside: evidence.used.map(({ observation }) => ({ observation, reason })),
        },
        baseline: null,
      }));
    const denied = (reason: string) => flawsOf(behind(reason)()).includes('assessments.0.value.low');
    expect(['superseded', 'not-on-the-day', 'repeated', 'not-needed'].map(denied)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(['not-comparable', 'implausible'].map(denied)).toEqual([true, true]);
  });

  test('that a key task stands below a strategic one before it', () => {
    const keyed = task(all => all.map((each, at) => (at === 1 ? { ...each, level: 'key', parent: 'roads' } : each)));
    expect(flawsOf(keyed())).not.toContain('summary.tasks.1.parent');
  });

  test('that what is derived rests on no figure of its own', () => {
    expect(flawsOf(target(PIPES, () => ({ derived: true }))())).toEqual([]);
  });

  test('that one of several readings has nothing that compares', () => {
    const nothing = (more: Change<Assessment>) =>
      lanes(was => ({ verdict: 'undecided', reasons: [{ code: 'nothing-comparable', args: {} }], ...more(was) }));
    const denied = (changed: () => Analysis) => flawsOf(changed()).includes('assessments.0.reasons.0.code');
    expect(denied(nothing(() => ({})))).toBe(true);
    expect(denied(nothing(({ readings: all }) => ({ readings: [...all, ...all] })))).toBe(false);
    expect(denied(nothing(({ goal }) => ({ goal: { ...goal, against: 'pipes' } })))).toBe(false);
    expect(denied(nothing(() => ({ evidence: { used: [], setAside: [] } })))).toBe(false);
  });

  test('that what has passed is met', () => {
    const met = bridges('met', ({ value: was }) => ({
      value: { ...was, low: 100, high: 100, nominal: 100, text: '100' },
    }));
    expect(deniedIn(met)).toEqual([]);
  });

  test('that a value without a figure contradicts a verdict', () => {
    expect(deniedIn(bridges('met', () => ({})))).not.toEqual([]);
    expect(deniedIn(bridges('met', () => ({ evidence: { used: [], setAside: [] } })))).toEqual([]);
  });

  test('that a bound leaves a verdict open, but not that it denies it', () => {
    const bound =
      (low: number): Change<Assessment> =>
      ({ value: was }) => ({
        value: { ...was, low, high: null, nominal: low, bound: 'low' },
      });
    expect(deniedIn(bridges('missed', bound(120)))).not.toEqual([]);
    expect(deniedIn(bridges('missed', bound(90)))).toEqual([]);
    const twice = bridges('missed', was => ({ ...bound(120)(was), readings: [...was.readings, ...was.readings] }));
    expect(deniedIn(twice)).toEqual([]);
  });

  test('that a bound is as far as its figure goes, of either end', () => {
    const low = value({ bound: 'low', high: null })();
    expect(flawsOf(low).filter(at => at.includes('value'))).toEqual([]);
    const high = value({ bound: 'high', low: null })();
    expect(flawsOf(high).filter(at => at.includes('value'))).toEqual([]);
  });
});
