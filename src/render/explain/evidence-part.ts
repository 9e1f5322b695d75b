import type { AnalysisObservation } from '../../model/analysis.ts';
import type { Explanation } from '../../model/explanation.ts';
import { printedNumber } from '../../model/goal.ts';
import { type SetAsideReason, setAsideReasons, type UseReason } from '../../model/reason.ts';
import { relationOf } from '../../model/relation.ts';
import { onceEach } from '../../values/once-each.ts';
import { placeText } from '../../values/place.ts';
import { formatNumber, formatShare } from '../layout/numbers.ts';
import { peculiarTexts } from './peculiar.ts';
import { detail, type ExplainLine, type ExplainPen, item, paragraph } from './pen.ts';

export function usedLines(explanation: Explanation, pen: ExplainPen): ExplainLine[] {
  const { evidence } = explanation.assessment;
  if (evidence.used.length === 0) return [paragraph(pen.own.none)];
  return evidence.used.flatMap(({ observation, reason, claimIgnored }) => [
    ...figureLines(observation, explanation, pen),
    detail(pen.own.because(whyUsed(reason, observation, explanation, pen))),
    ...claimLines(observation, claimIgnored, explanation, pen),
  ]);
}

/** Grouped by reason, in the order of the catalogue. */
export function setAsideLines(explanation: Explanation, pen: ExplainPen): ExplainLine[] {
  const { setAside } = explanation.assessment.evidence;
  if (setAside.length === 0) return [paragraph(pen.own.noneAside)];
  const groups = (Object.keys(setAsideReasons) as SetAsideReason[]).flatMap(reason => {
    const rows = setAside.filter(row => row.reason === reason);
    if (rows.length === 0) return [];
    return [
      paragraph(pen.own.asideGroup(pen.words.setAside[reason], rows.length)),
      ...rows.flatMap(({ observation }) => [
        ...figureLines(observation, explanation, pen),
        ...claimLines(observation, observation.against !== null, explanation, pen),
      ]),
    ];
  });
  return [paragraph(pen.own.asideCount(setAside.length)), ...groups];
}

/** What was printed, when and where: one item, with its place and its peculiarities below. */
function figureLines(
  observation: AnalysisObservation,
  { places, assessment }: Explanation,
  { own }: ExplainPen,
): ExplainLine[] {
  const { id, value, says, asOf, published, publisher, note } = observation;
  const text = value ? printed(value, own) : says ? `“${says}”` : own.statement;
  const place = byFigure(places).get(id);
  const peculiar = peculiarTexts(observation, assessment, own, own.counts);
  return [
    item(own.figure(text, asOf, published, publisher)),
    ...(place ? [detail(placeText(place.file, place))] : []),
    ...(peculiar.length > 0 ? [detail(peculiar.join(' · '))] : []),
    ...(note === null ? [] : [detail(own.note(note))]),
  ];
}

const byFigure = onceEach((places: Explanation['places']) => new Map(places.map(place => [place.observation, place])));

/** The number named, and the words that it was printed in where they are others. */
function printed({ nominal, text }: NonNullable<AnalysisObservation['value']>, own: ExplainPen['own']): string {
  const number = formatNumber(nominal);
  return text === number || text === String(nominal) ? number : own.printed(number, text);
}

function whyUsed(
  reason: UseReason,
  { indicator, asOf, scope, counts }: AnalysisObservation,
  explanation: Explanation,
  pen: ExplainPen,
): string {
  const { own, words } = pen;
  const isOwn = indicator === explanation.assessment.indicator;
  if (!isOwn || (reason !== 'lower-bound' && reason !== 'upper-bound')) return words.used[reason];
  const { at } = explanation.assessment;
  const relation = relationOf(explanation.indicator.counts, counts);
  const isPart = scope !== 'whole' || relation === 'part';
  const isWhole = relation === 'whole';
  if (reason === 'lower-bound') return isPart || asOf === at ? own.boundBecause.part : own.boundBecause.older;
  return isWhole || asOf === at ? own.boundBecause.whole : own.boundBecause.newer;
}

/** A claim about another document's target: which one it fits, and how far its number is from this one. */
function claimLines(
  { says, against, value }: AnalysisObservation,
  isIgnored: boolean,
  { assessment: { goal } }: Explanation,
  { own, amount }: ExplainPen,
): ExplainLine[] {
  if (!isIgnored || against === null) return [];
  const wanted = printedNumber(goal);
  const share =
    value && wanted
      ? { number: amount(value.nominal), share: formatShare(value.nominal / wanted), goal: amount(wanted) }
      : {};
  return [detail(own.claim({ says, against, ...share }))];
}
