import type { AnalysisObservation } from '../../model/analysis.ts';
import type { Explanation } from '../../model/explanation.ts';
import { formatNumber } from '../layout/numbers.ts';
import { type ExplainLine, type ExplainPen, item, paragraph, rough } from './pen.ts';

/** The value as an interval, and where each end of it comes from. */
export function valueLines(explanation: Explanation, pen: ExplainPen): ExplainLine[] {
  const { assessment } = explanation;
  const { own, range } = pen;
  const { value, at } = assessment;
  const day = dayLine(explanation, pen);
  if (!value) return [paragraph(own.noValue), ...plausible(explanation, pen)];
  const conflict = explanation.readings.some(({ sides }) => sides.length > 1);
  return [
    paragraph(own.value(range(value), at)),
    ...(conflict ? [paragraph(own.conflict)] : []),
    ...ends(explanation, pen),
    ...identity(explanation, pen),
    ...(value.low === null && value.high === null ? plausible(explanation, pen) : []),
    day,
  ];
}

/** Why this day is judged: it decides which figures count. */
function dayLine({ assessment, readings, asOf }: Explanation, { own }: ExplainPen): ExplainLine {
  const { at, evidence } = assessment;
  if (readings[0]?.hasPassed) return paragraph(own.deadlineChosen(at));
  const isOfFigure = evidence.used.some(({ observation }) => observation.asOf === at);
  return paragraph(isOfFigure || at !== asOf ? own.dayChosen(at) : own.analysisChosen(at));
}

function plausible({ readings }: Explanation, { own, amount }: ExplainPen): ExplainLine[] {
  const side = readings[0]?.sides[0];
  if (!side || side.low.value === null || side.high.value === null) return [];
  return [paragraph(own.plausible(amount(side.low.value), amount(side.high.value)))];
}

/** Every printed number that is not exact, and the figures that the two ends come from where these are not its own. */
function ends(explanation: Explanation, pen: ExplainPen): ExplainLine[] {
  const { value, evidence, baseline, missingParts: missing } = explanation.assessment;
  if (!value) return [];
  const { own, amount } = pen;
  const ofOwn = evidence.used.filter(({ observation }) => observation.indicator === explanation.assessment.indicator);
  const answers = ofOwn.filter(({ reason }) => reason === 'answers' || reason === 'conflict-side');
  const low = ofOwn.find(({ reason, observation }) => reason === 'lower-bound' && observation.value?.low === value.low);
  const high = ofOwn.find(
    ({ reason, observation }) => reason === 'upper-bound' && observation.value?.high === value.high,
  );
  const isFromBaseline = ofOwn.length === 0 && baseline !== null && value.low === baseline.value;
  return [
    ...unique(answers.concat(low ?? [], high ?? []).map(({ observation }) => meaning(observation, pen))),
    ...(low ? [item(own.lowerFrom(low.observation.value?.text ?? '', low.observation.asOf))] : []),
    ...(high ? [item(own.upperFrom(high.observation.value?.text ?? '', high.observation.asOf))] : []),
    ...(missing.length > 0 ? [item(own.sumLacks(missing))] : []),
    ...(isFromBaseline ? [item(own.fromBaseline(amount(baseline.value)))] : []),
  ];
}

function meaning({ value }: AnalysisObservation, { own, amount, ends: endsOf }: ExplainPen): ExplainLine | undefined {
  if (!value || value.low === value.high) return undefined;
  const { text } = value;
  const { low, high } = endsOf(value);
  return item(low === null || high === null ? own.openBound(text) : own.rounding(text, amount(low), amount(high)));
}

const unique = (lines: readonly (ExplainLine | undefined)[]): ExplainLine[] => {
  const found = lines.filter(line => line !== undefined);
  return found.filter((line, index) => found.findIndex(({ text }) => text === line.text) === index);
};

function identity({ identity: step, assessment }: Explanation, { own, lang, range }: ExplainPen): ExplainLine[] {
  if (!step) return [];
  const { factors, dividedBy, assumptions } = step;
  const plain = (low: number, high: number | null) => factorRange(low, high, own);
  const product = factors.map(({ title, low, high }) => own.factor(title[lang], plain(low, high))).join(' × ');
  const formula = dividedBy === 1 ? product : `${product} ÷ ${formatNumber(dividedBy)}`;
  const most = step.high !== null && !assessment.whole ? rough(step.high) : step.high;
  const result = step.low === 0 && most !== null ? range({ low: null, high: most }) : range(step);
  const titleOf = (id: string) => factors.find(({ indicator }) => indicator === id)?.title[lang] ?? id;
  return [
    paragraph(own.derived(formula, result)),
    ...assumptions.flatMap(({ indicator, text, from, to, note }) => [
      item(own.assumption(titleOf(indicator), text, from, to)),
      ...(note === null ? [] : [item(own.note(note))]),
    ]),
  ];
}

/** A factor is never negative, so that a lower end of zero says nothing. */
function factorRange(low: number, high: number | null, own: ExplainPen['own']): string {
  if (high === null) return own.atLeast(formatNumber(low));
  if (low === high) return formatNumber(low);
  return low === 0 ? own.atMost(formatNumber(high)) : own.interval(formatNumber(low), formatNumber(high));
}
