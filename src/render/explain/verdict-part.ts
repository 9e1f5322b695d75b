import type { Explanation, ModelStep, NextVerdictStep } from '../../model/explanation.ts';
import type { DecidedVerdict } from '../../model/verdict.ts';
import { inWords } from '../../values/fact.ts';
import { formatNumber } from '../layout/numbers.ts';
import { comparisonsOf, isInBands } from '../pace-text.ts';
import { verdictSigns } from '../signs.ts';
import type { ExplainWords } from '../words/explain-en.ts';
import { verdictWords } from '../words/words.ts';
import { formatPace } from './pace-part.ts';
import { detail, type ExplainLine, type ExplainPen, item, paragraph, rough, type Told } from './pen.ts';

/** Readings × sides of a contradiction × ends of the value, each with its verdict. */
export function worldLines({ readings, assessment, bands, indicator }: Explanation, pen: ExplainPen): ExplainLine[] {
  const { own, words, lang } = pen;
  const methods = [...new Set(readings.map(({ method }) => method))];
  const lines = readings.flatMap(reading => {
    const { name, title, sides } = reading;
    const which = name === null ? own.whole : (title?.[lang] ?? name);
    const ofSides = sides.flatMap((side, index) => [
      item(own.which(sides.length > 1 ? own.side(which, index + 1, sides.length) : which)),
      ...side.steps.map(step => detail(stepText(step, pen))),
      ...sideLines(side, pen),
    ]);
    return [...ofSides, ...pastLines(reading, pen)];
  });
  const { possible, value } = assessment;
  const isPaced = indicator.kind !== 'event' && readings.some(({ hasPassed }) => !hasPassed);
  return [
    ...lines,
    ...(value === null || value.low === null || value.high === null ? [paragraph(own.plausibleEnds)] : []),
    paragraph(possible.length === 1 ? own.agree(pen.verdicts(possible)) : own.disagree(pen.verdicts(possible))),
    ...(isPaced ? comparisonsOf(methods, assessment.goal, words).map(text => paragraph(text)) : []),
    ...(isPaced && isInBands(methods, assessment.goal) ? [paragraph(bandsText(bands, own))] : []),
  ];
}

/** From which pace on a target is on schedule, nearly so, or behind. */
export const bandsText = ({ onSchedule, nearly, behind, isAbove }: Explanation['bands'], own: ExplainWords): string =>
  own.bands(formatNumber(onSchedule), formatNumber(nearly), formatNumber(behind), isAbove);

function stepText(step: ModelStep, { own, amount, range }: ExplainPen): string {
  if (step.code === 'says') return own.step.says(step.text, step.region, step.day, step.publisher);
  if (step.code === 'start') return own.step.start(step.text, step.day);
  if (step.code === 'identity')
    return own.step.identity(range({ low: step.low, high: step.high }), step.region, step.day);
  const { end, value, isOpen, region, day } = step;
  const [closed, open] = end === 'low' ? [own.atLeast, own.moreThan] : [own.atMost, own.lessThan];
  const said = (isOpen ? open : closed)(amount(rough(value)));
  if (step.code === 'parts') return own.step.parts(said, region, day);
  if (step.code === 'rest') return own.step.rest(said, region, day, step.whole);
  return own.step[step.code](said, region, day, step.from);
}

function sideLines(
  { low, high, possible }: Explanation['readings'][number]['sides'][number],
  pen: ExplainPen,
): ExplainLine[] {
  const { own, amount } = pen;
  const shown = pen.ends({ low: low.value, high: high.value });
  const both = [
    { ...low, value: shown.low, beyond: own.worldBelow },
    { ...high, value: shown.high, beyond: own.worldAbove },
  ];
  const isOne = low.value === high.value && low.value !== null;
  const ends = isOne ? both.slice(0, 1) : both;
  const atEnds = new Set(ends.flatMap(end => end.possible));
  const between = possible.filter(verdict => !atEnds.has(verdict));
  return [
    ...ends.map(({ value, beyond, possible }) =>
      detail(value === null ? beyond(pen.verdicts(possible)) : own.world(amount(value), pen.verdicts(possible))),
    ),
    ...(between.length > 0 ? [detail(own.between(pen.verdicts(between)))] : []),
  ];
}

/** Verdicts that only another starting value or other earlier figures give. */
function pastLines({ sides, possible }: Explanation['readings'][number], pen: ExplainPen): ExplainLine[] {
  const shown = new Set(sides.flatMap(side => side.possible));
  const others = possible.filter(verdict => !shown.has(verdict));
  return others.length > 0 ? [detail(pen.own.pastWorlds(pen.verdicts(others)))] : [];
}

export function verdictLines(explanation: Told, pen: ExplainPen): ExplainLine[] {
  const { assessment } = explanation;
  const { own, words } = pen;
  const { verdict, severity, derived } = assessment;
  const isSameWord = words.severity[severity] === words.verdict[verdict].name;
  const said = verdictWords(words, assessment);
  const head = `${verdictSigns[verdict]} ${isSameWord ? said : own.head(said, words.severity[severity])}`;
  return [
    paragraph(head),
    paragraph(
      verdict === 'undecided' || verdict === 'no-target' ? undecided(explanation, pen) : why(verdict, explanation, pen),
    ),
    ...(derived ? [paragraph(own.restsOnDerived)] : []),
  ];
}

function undecided({ assessment: { reasons, possible } }: Told, { own, words, verdicts, lang }: ExplainPen): string {
  const texts = reasons.map(reason => inWords(words.reason, reason));
  return own.whyUndecided(texts.join(lang === 'zh' ? '，' : ' and '), verdicts(possible));
}

function why(
  verdict: DecidedVerdict,
  { assessment, path, readings }: Told,
  { own, words, amount, range, goal }: ExplainPen,
): string {
  const { value, baseline, pace, early, method } = assessment;
  const isSchedule = method === 'schedule';
  const [looked = null, ...several] = [...new Set(readings.map(reading => reading.method))];
  const isHold = assessment.goal.comparator.startsWith('hold');
  return words.verdict[verdict].why({
    value: value ? range(value) : own.unknown,
    goal: goal(assessment.goal),
    day: assessment.at,
    by: assessment.goal.by,
    planned: isSchedule && path ? amount(rough(path.value)) : null,
    lookedAt: several.length > 0 || (isHold && looked !== 'hold') ? null : looked,
    baseline: baseline ? amount(baseline.value) : null,
    pace: isSchedule && pace !== null ? formatPace(pace) : null,
    isEarly: early,
  });
}

/** The deciding fact of an open verdict; for a decided one, how far the value is from the next verdict. */
export function changeLines({ assessment, nextVerdict }: Told, pen: ExplainPen): ExplainLine[] {
  const { own, words } = pen;
  const { deciding } = assessment;
  if (deciding) return [paragraph(own.decides(inWords(words.deciding, deciding)))];
  const steps = [
    ...(nextVerdict?.falls ? [stepLine(nextVerdict.falls, own.falls, pen)] : []),
    ...(nextVerdict?.rises ? [stepLine(nextVerdict.rises, own.rises, pen)] : []),
  ];
  return steps.length > 0 ? steps : [paragraph(own.nothingChanges)];
}

function stepLine(
  step: NextVerdictStep,
  say: ExplainPen['own']['falls'],
  { own, amount, verdicts }: ExplainPen,
): ExplainLine {
  const text = say(amount(rough(step.distance)), amount(rough(step.to)), verdicts(step.becomes), step.isReachedAt);
  return item(step.reading === null ? text : own.underReading(text, step.reading));
}
