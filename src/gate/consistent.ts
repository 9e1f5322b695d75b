import type { Analysis } from '../model/analysis.ts';
import { exitCodes } from '../model/exit-code.ts';
import { type Flaw, flawAt, flawsAt } from '../model/flaw.ts';
import type { Since } from '../model/since.ts';
import type { Day } from '../values/day.ts';
import { isError } from '../values/problem.ts';
import { applyGate } from './apply.ts';
import { policyOf } from './policy-row.ts';
import { settingFlaws } from './setting-flaws.ts';

/**
 * Where the outcomes of an analysis from outside are not those of its own assessments, policy and waivers: they are put
 * through the gate again. How a target stood in the ratchet is not written down; that it was no better is taken on trust.
 */
export function gateFlaws(analysis: Analysis): Flaw[] {
  const { assessments, gate, exit } = analysis;
  const again = applyGate(analysis, {
    policy: policyOf(gate.policy),
    record: gate.policy,
    waivers: gate.waivers.map(({ id: _id, state: _state, region, from, until, ...waiver }) => ({
      ...waiver,
      region: region ?? undefined,
      from: from as Day,
      until: until as Day,
    })),
    since: gate.policy.since === null ? undefined : toldBy(analysis),
    lost: exit.reason === 'incomplete' ? exit.count : 0,
  });
  return [
    ...assessments.flatMap((assessment, index) => {
      const follows = again.assessments[index];
      const isTold = follows?.change != null && assessment.change !== null;
      return [
        ...flawsAt(['assessments', index, 'gate'], assessment.gate, follows?.gate),
        ...flawsAt(['assessments', index, 'waiver'], assessment.waiver, follows?.waiver),
        ...(isTold ? [] : flawsAt(['assessments', index, 'change'], assessment.change, follows?.change)),
      ];
    }),
    ...flawsAt(['gate', 'outcomes'], gate.outcomes, again.gate.outcomes),
    ...flawsAt(['gate', 'waivers'], gate.waivers, again.gate.waivers),
    ...flawsAt(['exit'], exit, again.exit),
    ...settingFlaws(analysis),
    ...problemFlaws(analysis),
  ];
}

/** What was read with an error was not read whole, and ends with 2 whatever the gate made of the rest. */
function problemFlaws({ problems, exit }: Analysis): Flaw[] {
  if (exit.code === exitCodes.cannotCheck) return [];
  return problems.flatMap((problem, index) =>
    isError(problem) ? [flawAt(['problems', index, 'code'], problem.code)] : [],
  );
}

/** A ratchet in which what is said to have failed before did. */
const toldBy = ({ plan, region, assessments, asOf }: Analysis): Since => ({
  plan: plan.id,
  region,
  standings: assessments
    .filter(({ gate, change }) => gate === 'failed-before' && change !== 'new')
    .map(({ target, possible, gap }) => ({ target, possible, gap, asOf })),
});
