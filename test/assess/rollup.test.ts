import { describe, expect, test } from 'vitest';
import { countsOf, measureVerdict, summarize } from '../../src/assess/rollup.ts';
import type { Judged } from '../../src/model/judged.ts';
import { agreedVerdict, type DecidedVerdict, severityOfPossible, type Verdict } from '../../src/model/verdict.ts';

/* What is counted of many targets. */

type Row = Pick<Judged, 'target' | 'tasks' | 'commitment' | 'inForce' | 'verdict' | 'possible' | 'severity'>;

function judged(target: string, possible: DecidedVerdict[], rest: Partial<Row> = {}): Judged {
  const { commitment = 'anticipatory' } = rest;
  const severity = severityOfPossible(possible, commitment === 'aspirational');
  const row: Row = {
    target,
    tasks: ['roads'],
    inForce: true,
    verdict: agreedVerdict(possible),
    possible,
    severity,
    commitment,
  };
  return { ...row, ...rest } as Judged;
}

const task = (id: string, parent: string | null = null) => ({
  id,
  title: { en: id, zh: id },
  level: parent === null ? ('strategic' as const) : ('key' as const),
  parent,
  named: 'stated' as const,
});

describe('the counts of a plan', () => {
  const all = [
    judged('a', ['missed']),
    judged('b', ['behind'], { tasks: ['roads', 'lanes'] }),
    judged('c', ['behind', 'on-schedule']),
    judged('d', ['on-schedule', 'met'], { tasks: ['water'] }),
    judged('e', ['open'], { tasks: ['water'] }),
    judged('f', ['missed'], { commitment: 'aspirational', tasks: ['water'] }),
    judged('g', ['missed'], { inForce: false }),
    judged('h', ['nearly', 'met'], { tasks: ['water'] }),
  ];

  test('are of what is in force, and from all turning out badly to all turning out well', () => {
    expect(countsOf([task('roads'), task('lanes', 'roads'), task('water'), task('air')], all)).toEqual({
      targets: 7,
      verdicts: { missed: 2, behind: 1, undecided: 3, open: 1 },
      severities: { fail: 2, undecided: 2, ok: 1, info: 1, warn: 1 },
      range: { failing: { min: 2, max: 3 }, inOrder: { min: 1, max: 3 } },
      tasks: [
        {
          ...task('roads'),
          verdicts: { missed: 1, behind: 1, undecided: 1 },
          range: { failing: { min: 2, max: 3 }, inOrder: { min: 0, max: 1 } },
        },
        {
          ...task('lanes', 'roads'),
          verdicts: { behind: 1 },
          range: { failing: { min: 1, max: 1 }, inOrder: { min: 0, max: 0 } },
        },
        {
          ...task('water'),
          verdicts: { undecided: 2, open: 1, missed: 1 },
          range: { failing: { min: 0, max: 0 }, inOrder: { min: 1, max: 2 } },
        },
        { ...task('air'), verdicts: {}, range: { failing: { min: 0, max: 0 }, inOrder: { min: 0, max: 0 } } },
      ],
    });
  });

  test('stand before the targets, the worst that may be first', () => {
    const order = (...rows: [string, DecidedVerdict[]][]) =>
      summarize(
        [],
        rows.map(([target, possible]) => judged(target, possible)),
      ).worstFirst;
    expect(order(['a', ['met']], ['b', ['missed']], ['c', ['behind']])).toEqual(['b', 'c', 'a']);
    expect(order(['a', ['missed', 'met']], ['b', ['missed']], ['c', ['missed', 'behind']])).toEqual(['b', 'c', 'a']);
    expect(order(['a', ['behind', 'nearly', 'met']], ['b', ['behind', 'met']])).toEqual(['b', 'a']);
    expect(order(['b', ['met']], ['a', ['met']])).toEqual(['b', 'a']);
    expect(summarize([], all).worstFirst).not.toContain('g');
  });
});

describe('the verdict of a measure', () => {
  const rows = (...verdicts: Verdict[]) => verdicts.map(verdict => ({ verdict, inForce: true }));

  test.each<[string, ReturnType<typeof rows>, Verdict]>([
    ['without targets', [], 'no-target'],
    ['is that of its target', rows('on-schedule'), 'on-schedule'],
    ['is the worst of its targets', rows('met', 'behind', 'nearly'), 'behind'],
    ['is undecided above every good one', rows('met', 'undecided', 'on-schedule'), 'undecided'],
    ['is undecided above what is open', rows('open', 'undecided'), 'undecided'],
    ['is a warning, whatever is undecided', rows('undecided', 'nearly'), 'nearly'],
    ['is a failure, whatever is undecided', rows('missed', 'undecided'), 'missed'],
    ['is undecided where all are', rows('undecided'), 'undecided'],
    ['is of what is in force', [...rows('met'), { verdict: 'missed', inForce: false }], 'met'],
    ['is of what was, where nothing is in force', [{ verdict: 'missed', inForce: false }], 'missed'],
  ])('%s', (_, own, verdict) => {
    expect(measureVerdict(own)).toBe(verdict);
  });
});
