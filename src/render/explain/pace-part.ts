import { printedNumber } from '../../model/goal.ts';
import { timeDistance } from '../distance.ts';
import { formatNumber, formatShare, isWholeGoal, nominalShown } from '../layout/numbers.ts';
import { endsShown } from '../layout/whole.ts';
import { coarse, type ExplainLine, type ExplainPen, item, paragraph, rough, type Told } from './pen.ts';

/** The value that the plan expects on the judged day, with its numbers put into the formula. */
export function pathLines({ path, readings, assessment, indicator }: Told, pen: ExplainPen): ExplainLine[] {
  const { own, amount } = pen;
  const [shown] = readings;
  if (!shown) return [];
  if (shown.hasPassed) return [paragraph(own.pathPassed(shown.by, pen.goal(shown.goal)))];
  if (!path) return [paragraph(own.noPath[whyNoPath(shown, assessment, indicator)])];
  const value = amount(rough(path.value));
  return [
    paragraph(own.path(path.day, value)),
    ...(path.milestones > 0 ? [paragraph(own.milestones(path.milestones))] : []),
    paragraph(
      own.formula({
        from: amount(path.from.value),
        to: amount(path.to.value),
        fromDay: path.from.at,
        toDay: path.to.at,
        day: path.day,
        daysGone: formatNumber(path.daysGone),
        daysWhole: formatNumber(path.daysWhole),
        value,
      }),
    ),
  ];
}

function whyNoPath(
  { goal }: Told['readings'][number],
  { baseline, goal: { over, against } }: Told['assessment'],
  { kind }: Told['indicator'],
): keyof ExplainPen['own']['noPath'] {
  if (kind === 'event') return 'event';
  if (baseline === null && (over || against !== null)) return 'span';
  if (goal.comparator.startsWith('hold_')) return 'hold';
  if (baseline === null) return 'baseline';
  return goal.low === null && goal.high === null ? 'number' : 'early';
}

export function progressLines(explanation: Told, pen: ExplainPen): ExplainLine[] {
  const { assessment, readings, indicator } = explanation;
  const { own, amount } = pen;
  const { value, completion, schedule, baseline, goal, pace, at, neededPerYear, achievedPerYear } = assessment;
  const wanted = printedNumber(goal);
  const hasPassed = readings[0]?.hasPassed ?? false;
  const needed = neededPerYear === 0 ? null : neededPerYear;
  const lines = [
    ...gapLines(assessment, pen),
    ...(completion === null || baseline === null || wanted === null
      ? []
      : [
          item(
            own.done(
              formatShare(completion),
              schedule === null || hasPassed ? null : formatShare(schedule),
              amount(baseline.value),
              amount(wanted),
            ),
          ),
        ]),
    ...(pace === null || hasPassed ? [] : [item(own.pace(formatPace(pace)))]),
    ...monthsLines(assessment, pen),
    ...((needed === null && achievedPerYear === null) || indicator.kind === 'event'
      ? []
      : [item(own.perYear(yearly(needed, amount), yearly(achievedPerYear, amount), at, goal.by))]),
  ];
  if (lines.length === 0) return [paragraph(own.noProgress)];
  const isRange = value !== null && value.nominal !== null && value.low !== value.high;
  return isRange ? [paragraph(own.workedOutWith(amount(nominalShown(value, assessment.whole)))), ...lines] : lines;
}

const yearly = (value: number | null, amount: ExplainPen['amount']): string | null =>
  value === null ? null : amount(coarse(value));

/** How far ahead of the schedule or behind it; at least or at most so much where one end of the value is known. */
export function monthsLines(assessment: Told['assessment'], { own, words }: ExplainPen): ExplainLine[] {
  const distance = timeDistance(assessment, words, count => words.screen.months(formatNumber(count)));
  return distance === null ? [] : [item(own.inTime(distance.join(' ').trim()))];
}

/** What is missing over the whole value, or by how much the goal is exceeded. */
export function gapLines({ gap, goal, whole }: Told['assessment'], { own, range, amount }: ExplainPen): ExplainLine[] {
  if (!gap) return [];
  if (gap.low !== null && gap.low < 0 && gap.high !== null && gap.high > 0) {
    const ends = endsShown(gap, whole && isWholeGoal(goal));
    return [item(own.shortOrBeyond(amount(ends.high ?? gap.high), amount(-(ends.low ?? gap.low))))];
  }
  const isExceeded = gap.nominal <= 0;
  const low = isExceeded ? turned(gap.high) : gap.low;
  const high = isExceeded ? turned(gap.low) : gap.high;
  const wanted = printedNumber(goal);
  const share = (end: number) => formatShare(end / Math.abs(wanted ?? 1));
  const ends = [low, high].filter(end => end !== null).map(share);
  const percent = wanted ? [...new Set(ends)].join(' – ') : null;
  return [item((isExceeded ? own.exceeded : own.missing)(range({ low, high }, whole && isWholeGoal(goal)), percent))];
}

const turned = (end: number | null): number | null => (end === null ? null : 0 - end);

/** Two decimals, more where two would round a pace across 1. */
export function formatPace(pace: number, places = 2): string {
  const text = pace.toFixed(places);
  return Number(text) === 1 && pace !== 1 && places < 6 ? formatPace(pace, places + 1) : text.replace('-', '−');
}

export function outlookLines({ assessment, readings, indicator }: Told, pen: ExplainPen): ExplainLine[] {
  const { own, amount, words } = pen;
  const { outlook, goal, verdict } = assessment;
  if (!outlook) {
    const passed = readings[0]?.hasPassed;
    const why = passed ? 'passed' : indicator.kind === 'event' ? 'event' : verdict === 'met' ? 'met' : 'figures';
    return [paragraph(own.noOutlook[why])];
  }
  return [
    paragraph(own.outlook(outlook.points, amount(coarse(outlook.value)), goal.by)),
    paragraph(outlook.metOn === null ? own.neverMet : own.metOn(outlook.metOn)),
    paragraph(own.outlookVerdict(words.verdict[outlook.verdict].name)),
    ...(outlook.agrees === null ? [] : [paragraph(outlook.agrees ? own.agrees : own.disagrees)]),
    ...(outlook.isLowConfidence ? [paragraph(own.lowConfidence(outlook.points))] : []),
  ];
}
