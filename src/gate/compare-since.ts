import type { Analysis, Assessment } from '../model/analysis.ts';
import type { Comparison, Comparisons, Movement } from '../model/comparison.ts';
import { NOTHING_SET } from '../model/policy-setting.ts';
import type { Since, Standing } from '../model/since.ts';
import { agreedVerdict } from '../model/verdict.ts';
import { changeOf, compared, comparisonsOf } from './compare.ts';
import { asItStood, dayOf, standingsOf } from './ratchet.ts';

/** What became of each target since a ratchet was written, which keeps verdicts, but no figures and no goals. */
export function compareSince(since: Since, after: Analysis): Comparisons {
  const before = standingsOf(since);
  const now = after.assessments.filter(({ inForce, target }) => inForce || before.has(target));
  const judged = new Set(now.map(({ target }) => target));
  const gone = since.standings.filter(({ target }) => !judged.has(target));
  const from = { asOf: dayOf(since) ?? after.asOf, plan: since.plan, policy: NOTHING_SET };
  return comparisonsOf(from, compared(after), [
    ...now.map(assessment => judgedRow(before.get(assessment.target), assessment)),
    ...gone.map(standing => goneRow(since, standing)),
  ]);
}

function judgedRow(standing: Standing | undefined, after: Assessment): Comparison {
  const before = standing && asItStood(after, standing);
  return {
    key: after.fingerprint,
    target: after.target,
    title: after.title,
    region: after.region,
    change: changeOf(before, after),
    verdict: { from: before?.verdict ?? null, to: after.verdict },
    value: only(after.value?.nominal),
    gap: only(after.gap?.nominal),
    months: only(after.monthsAhead),
    goalposts: [],
  };
}

const goneRow = ({ plan, region }: Since, { target, possible }: Standing): Comparison => ({
  key: `${plan}/${target}@${region}`,
  target,
  title: { en: target, zh: target },
  region,
  change: 'gone',
  verdict: { from: agreedVerdict(possible), to: null },
  value: only(null),
  gap: only(null),
  months: only(null),
  goalposts: [],
});

const only = (to: number | null | undefined): Movement => ({
  from: null,
  to: to ?? null,
  absolute: null,
  percent: null,
});
