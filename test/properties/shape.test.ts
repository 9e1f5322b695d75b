import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { type DecidedVerdict, decidedVerdicts, type Severity, worstToBest } from '../../src/model/verdict.ts';
import { isNothing } from '../../src/values/interval.ts';
import { anyScenario, scenarioOf } from './arbitraries.ts';
import { evidencesOf } from './support.ts';

const severityOf = (verdict: DecidedVerdict) => decidedVerdicts[verdict].severity;

test('possible verdicts are never none, go from worst to best without repeats, and decide verdict and severity', () => {
  fc.assert(
    fc.property(anyScenario, fields => {
      const { plan, observations, request } = scenarioOf(fields);
      for (const { possible, verdict, severity, commitment, readings } of assess(plan, observations, request)
        .assessments) {
        expect(possible).not.toEqual([]);
        expect(possible).toEqual(worstToBest.filter(each => possible.includes(each)));
        expect(verdict).toBe(possible.length === 1 ? possible[0] : 'undecided');
        const severities = new Set<Severity>(
          possible.map(each =>
            severityOf(each) === 'fail' && commitment === 'aspirational' ? 'warn' : severityOf(each),
          ),
        );
        expect(severity).toBe(severities.size === 1 ? [...severities][0] : 'undecided');
        expect(worstToBest.filter(each => readings.some(reading => reading.possible.includes(each)))).toEqual(possible);
      }
    }),
  );
});

test('an analysis is plain JSON: no NaN, no infinity, no −0, nothing undefined; and no interval behind it is upside down', () => {
  fc.assert(
    fc.property(anyScenario, fields => {
      const { plan, observations, request } = scenarioOf(fields);
      const { numbered, ...analysis } = assess(plan, observations, request);
      expect(oddities(analysis)).toEqual([]);
      const sides = evidencesOf({ plan, observations, request }).flatMap(evidence => evidence.sides);
      const days = sides.flatMap(({ start, history }) => [
        ...(start ? [start.interval] : []),
        ...history.flatMap(each => each.values.map(({ interval }) => interval)),
      ]);
      const intervals = [...sides.map(({ value }) => value.interval), ...days];
      expect(intervals.filter(isNothing)).toEqual([]);
    }),
  );
});

/** The paths at which JSON would not give back what was put in. */
function oddities(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? [] : [`${path}: ${value}`];
  if (value === undefined) return path.endsWith('.note') ? [] : [`${path}: undefined`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => oddities(item, `${path}.${key}`));
}
