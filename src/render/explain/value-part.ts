import type { AnalysisObservation } from '../../model/analysis.ts';
import { isOperator, type Operator, type Token } from '../../values/formula.ts';
import { formatNumber } from '../layout/numbers.ts';
import type { NumberEnds } from '../layout/whole.ts';
import { type ExplainLine, type ExplainPen, item, paragraph, rough, type Told } from './pen.ts';

/** The value as an interval, and where each end of it comes from. */
export function valueLines(explanation: Told, pen: ExplainPen): ExplainLine[] {
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
function dayLine({ assessment, readings, asOf }: Told, { own }: ExplainPen): ExplainLine {
  const { at, evidence } = assessment;
  if (readings[0]?.hasPassed) return paragraph(own.deadlineChosen(at));
  const isOfFigure = evidence.used.some(({ observation }) => observation.asOf === at);
  return paragraph(isOfFigure || at !== asOf ? own.dayChosen(at) : own.analysisChosen(at));
}

function plausible({ readings }: Told, { own, amount }: ExplainPen): ExplainLine[] {
  const side = readings[0]?.sides[0];
  if (!side || side.low.value === null || side.high.value === null) return [];
  return [paragraph(own.plausible(amount(side.low.value), amount(side.high.value)))];
}

/** Every printed number that is not exact, and the figures that the two ends come from where these are not its own. */
function ends(explanation: Told, pen: ExplainPen): ExplainLine[] {
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

/** The arithmetic of each identity: the value of every name in the place where it stands. */
function identity({ identity: found, assessment }: Told, { own, lang, range }: ExplainPen): ExplainLine[] {
  if (!found) return [];
  const { factors, steps, assumptions } = found;
  const byName = new Map([...factors, ...steps].map(each => [each.indicator, each]));
  const operand = (token: Token) => {
    const factor = byName.get(String(token));
    return factor ? own.factor(factor.title[lang], factorRange(factor, own)) : String(token);
  };
  const arithmetic = ({ tokens, within }: (typeof steps)[number]) =>
    tokensInWords(tokens, operand) + (within > 0 ? ` ± ${percentOf(within)}` : '');
  const ofTarget = steps.at(-1);
  const isReported = assessment.evidence.used.some(({ reason }) => reason === 'answers' || reason === 'conflict-side');
  return [
    ...steps
      .slice(0, -1)
      .map(step => paragraph(own.workedOut(step.title[lang], arithmetic(step), factorRange(step, own)))),
    ...(ofTarget
      ? [
          paragraph(
            (isReported ? own.derivedBeside : own.derived)(
              arithmetic(ofTarget),
              range(resultOf(ofTarget, assessment.whole)),
            ),
          ),
        ]
      : []),
    ...assumptions.flatMap(({ indicator, text, from, to, note }) => [
      item(own.assumption(byName.get(indicator)?.title[lang] ?? indicator, text, from, to)),
      ...(note === null ? [] : [item(own.note(note[lang]))]),
    ]),
  ];
}

const percentOf = (part: number): string => `${formatNumber(rough(part * 100))}%`;

const shownSigns: Readonly<Record<Operator, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' };

function tokensInWords(tokens: readonly Token[], operand: (token: Token) => string): string {
  const words = tokens.map(token => {
    if (isOperator(token)) return ` ${shownSigns[token]} `;
    if (typeof token === 'number') return formatNumber(token);
    return token === '(' || token === ')' ? token : operand(token);
  });
  return words.join('');
}

/** Of what is counted, that it is not below zero says nothing. */
function resultOf({ low, high }: NumberEnds, isWhole: boolean): NumberEnds {
  const end = (value: number | null) => (value === null || isWhole ? value : rough(value));
  return { low: low === 0 && high !== null ? null : end(low), high: end(high) };
}

function factorRange({ low, high }: NumberEnds, own: ExplainPen['own']): string {
  const shown = (value: number) => formatNumber(Number(value.toPrecision(10)));
  if (low === null) return high === null ? own.unknown : own.atMost(shown(high));
  if (high === null) return own.atLeast(shown(low));
  if (low === high) return shown(low);
  return low === 0 ? own.atMost(shown(high)) : own.interval(shown(low), shown(high));
}
