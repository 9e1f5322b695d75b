import { identityIn } from '../evidence/derive.ts';
import { judge } from '../methods/judge.ts';
import { type MethodId, methods } from '../methods/registry.ts';
import type { Analysis, Assessment } from '../model/analysis.ts';
import {
  EXPLANATION_VERSION,
  type Explanation,
  type IdentityStep,
  type ObservationPlace,
  type ReadingWorlds,
} from '../model/explanation.ts';
import { type PlacedTarget, planIn, targetsOf } from '../model/outline.ts';
import { stepOn } from '../model/path-step.ts';
import type { Indicator, Plan } from '../model/plan.ts';
import { regionTree } from '../model/regions.ts';
import type { Day } from '../values/day.ts';
import { finiteEnds, type Interval } from '../values/interval.ts';
import { concernedBy, figuresIn } from './assess.ts';
import { nextVerdictOf } from './next-verdict.ts';
import type { Numbered } from './order.ts';
import { samplesOf } from './samples.ts';
import { stepsOf } from './steps.ts';
import { type AssessOptions, judgedIndicator, type Understanding, understandingsOf } from './understand.ts';

/** Every step behind one verdict of an analysis, worked out again from the plan and the figures that it rests on. */
export function explain(
  wholePlan: Plan,
  numbered: readonly Numbered[],
  analysis: Analysis,
  targetId: string,
  method: MethodId | undefined,
): Explanation | undefined {
  const plan = planIn(wholePlan, analysis.region);
  const placed = targetsOf(plan).find(({ target }) => target.id === targetId);
  const assessment = analysis.assessments.find(({ target }) => target === targetId);
  if (!placed || !assessment) return undefined;
  const options = optionsOf(analysis, method);
  const indicator = judgedIndicator(plan, placed.target.indicator, options);
  const concerned = concernedBy(plan, placed.target, numbered);
  const understandings = understandingsOf(plan, placed.target, indicator, figuresIn(concerned), options);
  const { title, unit, unitTitle, kind, monotone, counts, freshForMonths } = indicator;
  return {
    schemaVersion: EXPLANATION_VERSION,
    tool: analysis.tool,
    plan: analysis.plan,
    asOf: analysis.asOf,
    knownBy: analysis.knownBy,
    regionTitle: analysis.regionTitle,
    bands: analysis.bands,
    target: placed.target,
    indicator: { title, unit, unitTitle, kind, monotone, counts, freshForMonths },
    under: titlesAbove(plan, placed),
    sources: sourcesOf(plan, placed),
    assessment,
    places: placesOf(analysis, assessment),
    invented: analysis.inputs.flatMap(({ path, invented }) => (invented === null ? [] : [{ path, why: invented }])),
    identity: assessment.derived ? identityOf(plan, placed.target.indicator, understandings, concerned, options) : null,
    path: stepOn(assessment.course.path, assessment.at),
    readings: understandings.map(each => readingWorlds(each, indicator)),
    nextVerdict: nextVerdictOf(understandings, indicator),
  };
}

const optionsOf = (analysis: Analysis, method: MethodId | undefined): AssessOptions => ({
  asOf: analysis.asOf as Day,
  knownBy: (analysis.knownBy ?? undefined) as Day | undefined,
  region: analysis.region,
  method,
  readings: analysis.readings,
  bands: analysis.bands,
  direct: analysis.direct,
  maxAgeMonths: analysis.maxAgeMonths ?? undefined,
  compare: analysis.compare ?? undefined,
});

function titlesAbove(plan: Plan, { tasks, measure }: PlacedTarget): Explanation['under'] {
  const all = plan.tasks.flatMap(task => [task, ...task.tasks]);
  return [...tasks.flatMap(id => all.find(task => task.id === id)?.title ?? []), measure.title];
}

function sourcesOf(plan: Plan, { target }: PlacedTarget): Explanation['sources'] {
  const named = [...target.source, ...target.readings.flatMap(({ baseline }) => baseline?.source ?? [])];
  const found = [...new Set(named)].flatMap(id => {
    const source = plan.sources[id];
    return source ? [[id, source] as const] : [];
  });
  return Object.fromEntries(found);
}

function placesOf({ inputs }: Analysis, { evidence }: Assessment): ObservationPlace[] {
  const ids = new Set([...evidence.used, ...evidence.setAside].map(({ observation }) => observation.id));
  const all = inputs.flatMap(({ path, observations }) =>
    observations.map(({ id, sheet, line, col }) => ({ observation: id, file: path, sheet, line, col })),
  );
  return all.filter(({ observation }) => ids.has(observation)).toSorted((a, b) => a.observation - b.observation);
}

function identityOf(
  plan: Plan,
  id: string,
  understandings: readonly Understanding[],
  concerned: readonly Numbered[],
  { asOf, knownBy, region }: AssessOptions,
): IdentityStep | null {
  const derived = understandings.find(({ evidence }) => evidence.isDerived);
  if (!derived || derived.evidence.span) return null;
  const { at } = derived.evidence;
  const question = { asOf, knownBy, region: regionTree(plan, region), days: [at] };
  const observations = concerned.flatMap(({ observation }) => (observation.indicator === id ? [] : observation));
  const { factors, steps } = identityIn(plan, id, question, observations)(at);
  const worked = (indicator: string, interval: Interval) => ({
    indicator,
    title: plan.indicators[indicator]?.title ?? { en: indicator, zh: indicator },
    ...finiteEnds(interval),
  });
  const names = new Set([...factors, ...steps].map(each => each.id));
  return {
    factors: factors.map(({ id, interval }) => worked(id, interval)),
    steps: steps.map(({ id, interval, formula: { tokens, within } }) => ({
      ...worked(id, interval),
      tokens,
      within,
    })),
    assumptions: plan.assumptions
      .filter(each => names.has(each.indicator) && each.from <= at && at <= each.to)
      .map(({ indicator: of, value, from, to, note }) => ({
        indicator: of,
        text: value.text,
        from,
        to,
        note: note ?? null,
      })),
  };
}

function readingWorlds(
  { reading, evidence, printed, method, worlds, possible }: Understanding,
  indicator: Indicator,
): ReadingWorlds {
  const judged = (value: number, end: number) => ({
    value: Number.isFinite(end) ? value : null,
    possible: [...judge(methods[method], printed, value)],
  });
  return {
    name: reading.name,
    title: reading.title ?? null,
    note: reading.name === null ? null : (reading.note ?? null),
    goal: reading.goal,
    by: reading.by,
    at: evidence.at,
    method,
    hasPassed: printed.hasPassed,
    counts: Object.entries(reading.counts ?? indicator.counts).flatMap(([id, relation]) =>
      relation === 'same' ? [id] : [],
    ),
    sides: worlds.map(({ value, possible: inSide }, index) => {
      const samples = samplesOf(value, []);
      const side = evidence.sides[index];
      return {
        low: judged(samples[0] ?? 0, value.low),
        high: judged(samples.at(-1) ?? 0, value.high),
        possible: [...inSide],
        steps: side ? stepsOf(side, evidence.at, reading.baseline) : [],
      };
    }),
    possible: [...possible],
  };
}
