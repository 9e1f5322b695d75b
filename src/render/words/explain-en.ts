import type { Aggregate } from '../../model/aggregate.ts';
import type { IndicatorKind } from '../../model/kind.ts';
import type { Commitment, Target } from '../../model/plan.ts';
import { evidenceEn } from './explain-evidence-en.ts';
import { verdictEn } from './explain-verdict-en.ts';

export type ExplainSection = keyof ExplainWords['section'];

/** The words of `explain`, for a reader who knows neither the tool nor the method. */
export type ExplainWords = typeof explainEn;

export const explainEn = {
  section: {
    target: 'What the plan asks for',
    readings: 'How it can be understood',
    baseline: 'Where it started',
    used: 'Figures used',
    setAside: 'Figures set aside',
    value: 'What is known of the value',
    path: 'What the plan expects by then',
    progress: 'Gap and pace',
    outlook: 'If the trend goes on',
    worlds: 'Every case that the evidence leaves open',
    verdict: 'Verdict',
    change: 'What would change it',
  },
  over: (span: string, aggregate: string) => `The goal is for ${span}: ${aggregate}.`,
  aggregate: {
    mean: 'the mean of all periods',
    sum: 'the sum of all periods',
    compound: 'the rates of all periods one upon the other, or the last state against the first',
    change: 'the last state minus the first',
    each: 'every period by itself',
  } satisfies Readonly<Record<Aggregate, string>>,
  against: (indicator: string) =>
    `It is held against ${indicator}: the value is by how much this indicator is above that one.`,
  isShare: (percent: string) => `The plan gives this region ${percent} % of the goal of the whole.`,
  asks: (title: string, goal: string, by: string) => `${title}: ${goal}, by ${by}.`,
  countedIn: (unit: string, kind: string) => `Unit: ${unit}. What is counted: ${kind}.`,
  kind: {
    stock: 'how many there are on a day, not how many were added',
    flow: 'how much was added or done in a time, not how much there is',
    level: 'how high a measured value stands on a day',
    share: 'which part of a whole it is',
    growth: 'by how much it changed over the period before, in per cent',
    event: 'whether it has come about',
  } satisfies Readonly<Record<IndicatorKind, string>>,
  onlyRises: 'This plan file assumes that the count can only rise: what once was counted stays counted.',
  wording: (wording: string) => `In the plan's own words: “${wording}”.`,
  noWording: "The plan's own words are not quoted in the plan file.",
  /** Words of plans with what they are taken to mean; only those that stand in a target's wording are shown. */
  glosses: [
    ['以上', '“以上” includes the number itself: read as at least.'],
    ['以下', '“以下” is below; whether the number itself still counts is not always said.'],
    ['以内', '“以内” is within; read as at most.'],
    ['左右', '“左右” is about.'],
    ['力争', '“力争” is to strive for: a miss warns, it does not fail.'],
    ['累计', '“累计” is cumulative: what there is at the end, or all of the period together; the context says which.'],
    ['零的突破', '“零的突破” is the breakthrough from zero: a first one.'],
    ['推动', '“推动” is to promote: whether that means finished is not said.'],
    ['打造', '“打造” is to build up.'],
    ['规模', '“规模” is the size reached.'],
  ] satisfies readonly (readonly [word: string, meaning: string])[],
  commitment: {
    binding: 'Binding (约束性): the authorities have to reach it, and short of the schedule counts as behind.',
    anticipatory: 'Expected (预期性): hoped for from the market more than ordered.',
    aspirational: 'An aspiration (力争): to fall short of it warns, and never fails.',
    unstated: 'Whether it is binding or only expected is not known.',
  } satisfies Readonly<Record<Commitment, string>>,
  certainty: {
    stated: 'Certainty: a source states the target itself.',
    paraphrased: 'Certainty: known from a translation or a retelling only, not in the words of the plan.',
    inferred: 'Certainty: concluded by the authors of the plan file; no source states it.',
    unstated: 'Certainty: the plan file does not say whether a source states the target.',
  } satisfies Readonly<Record<Target['certainty'], string>>,
  under: (titles: readonly string[]) => `Part of: ${titles.join(' › ')}.`,
  source: (source: string) => `Source: ${source}`,
  noSource: 'No source is named.',
  note: (note: string) => `Note: ${note}`,
  notInForce: 'Not in force on this day: it is judged, but not counted.',

  oneReading: 'In one way only.',
  fixedReading: (name: string) => `In more than one way; --reading fixes it to “${name}”.`,
  severalReadings: (count: number) => `In ${count} ways. A verdict stands only if all of them give it.`,
  reading: (title: string, name: string, goal: string, by: string, counts: readonly string[]) =>
    `${title} (${name}): ${goal} by ${by}${counts.length > 0 ? `; counted is what reports call ${counts.join(' or ')}` : ''}.`,
  ...evidenceEn,
  ...verdictEn,
};
