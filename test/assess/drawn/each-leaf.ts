import { assessmentFlaws } from '../../../src/assess/consistent.ts';
import { type Analysis, analysisSchema } from '../../../src/model/analysis.ts';
import { inLine } from '../../support/told-lines.ts';

/* An analysis with one of its leaves said otherwise, leaf by leaf: what that contradicts. */

type Path = readonly (string | number)[];
type Branch = Readonly<Record<string | number, unknown>>;

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

const OF_TARGETS = ['assessments', 'asOf', 'knownBy', 'region'];
const OF_PLAN = ['measures', 'summary', 'coverage'];

function leavesIn(value: unknown, path: Path): { readonly path: Path; readonly was: unknown }[] {
  if (!isBranch(value) || Object.keys(value).length === 0) return [{ path, was: value }];
  const below = Object.entries(value).flatMap(([key, each]) =>
    leavesIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? [{ path, was: value }, ...below] : below;
}

const DAY = /^\d{4}-/;
const WORDS = ['met', 'missed', 'fail', 'at_most', 'conflict', 'stale', 'projection', 'x'];

/** What else may stand there; what has another shape is left out later. */
function otherwise(was: unknown): unknown[] {
  if (typeof was === 'number') return [was + 1, null];
  if (typeof was === 'boolean') return [!was];
  if (was === null) return [1, '2023-12-30'];
  if (Array.isArray(was)) return was.length > 0 ? [was.slice(1), [...was, was[0]]] : [['met'], ['x']];
  if (typeof was === 'string') return DAY.test(was) ? ['2021-06-30', '2026-12-31'] : WORDS;
  return [null];
}

function withLeaf(value: unknown, [key, ...rest]: Path, now: unknown): unknown {
  if (key === undefined) return now;
  if (Array.isArray(value)) return value.with(Number(key), withLeaf(value[Number(key)], rest, now));
  return { ...(value as object), [key]: withLeaf((value as Branch)[key], rest, now) };
}

const pathText = (path: Path): string => path.join('.').replace(/^assessments\./, '');

export const flawsOfTargets = (analysis: Analysis): string[] => flawsOfEachLeaf(analysis, OF_TARGETS);
export const flawsOfPlan = (analysis: Analysis): string[] => flawsOfEachLeaf(analysis, OF_PLAN);

function flawsOfEachLeaf(analysis: Analysis, keys: readonly string[]): string[] {
  return keys
    .flatMap(key => leavesIn(analysis[key as keyof Analysis], [key]))
    .flatMap(({ path, was }) => {
      const told = otherwise(was).flatMap(now => {
        const changed = analysisSchema.safeParse(withLeaf(analysis, path, now));
        if (!changed.success || JSON.stringify(now) === JSON.stringify(was)) return [];
        const flaws = assessmentFlaws(changed.data).map(
          flaw => `${pathText(flaw.path)} ${inLine(flaw.follows ?? null)}`,
        );
        return `    ${inLine(now)}: ${flaws.length > 0 ? flaws.join('; ') : 'nothing'}`;
      });
      return told.length > 0 ? [`  ${pathText(path)} ${inLine(was)}`, ...told] : [];
    });
}
