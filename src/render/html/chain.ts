import type { Analysis, Assessment } from '../../model/analysis.ts';
import type { Comparator } from '../../model/goal.ts';
import { stepOn } from '../../model/path-step.ts';
import type { MethodName } from '../../model/target-choices.ts';
import { outlookLines, pathLines, progressLines } from '../explain/pace-part.ts';
import { type ExplainLine, type ExplainPen, item, paragraph, penFor, type Told } from '../explain/pen.ts';
import { valueLines } from '../explain/value-part.ts';
import { changeLines, verdictLines } from '../explain/verdict-part.ts';
import type { ExplainSection } from '../words/explain-en.ts';
import type { PageWords } from '../words/page-en.ts';
import type { Lang } from '../words/words.ts';
import { type Content, html, type Markup, raw } from './markup.ts';

/** The chain from what is known to the verdict, in the words of `explain`, as far as an analysis alone tells it. */
const parts = {
  readings: readingLines,
  baseline: baselineLines,
  value: valueLines,
  path: pathLines,
  progress: (told, pen) => (told.assessment.gap === null ? [] : progressLines(told, pen)),
  outlook: (told, pen) => (told.assessment.outlook === null ? [] : outlookLines(told, pen)),
  // The verdict itself stands above.
  verdict: (told, pen) => verdictLines(told, pen).slice(1),
  change: (told, pen) => (told.assessment.deciding ? changeLines(told, pen) : []),
} as const satisfies Partial<Record<ExplainSection, (told: Told, pen: ExplainPen, words: PageWords) => ExplainLine[]>>;

export function chain(analysis: Analysis, assessment: Assessment, lang: Lang, words: PageWords): Markup {
  const told = toldOf(analysis, assessment);
  const pen = penFor(lang, told);
  return html`<dl class="chain">${(Object.keys(parts) as (keyof typeof parts)[]).map(id => {
    const lines = parts[id](told, pen, words);
    return lines.length === 0 ? null : html`<dt>${pen.own.section[id]}<dd>${laid(lines, lang === 'zh' ? '' : ' ')}`;
  })}</dl>`;
}

/** Runs of sentences as paragraphs, runs of items as lists; a single paragraph is the text itself. */
function laid(lines: readonly ExplainLine[], space: string): Content {
  const pieces = lines.map(({ text, level }, index) => {
    const before = lines[index - 1]?.level;
    const isLast = (lines[index + 1]?.level ?? 0) === 0;
    if (level === 0) return html`${before === 0 ? space : raw('<p>')}${text}`;
    return html`${before === undefined || before === 0 ? raw('<ul>') : null}<li>${text}${isLast ? raw('</ul>') : null}`;
  });
  return lines.every(({ level }) => level === 0) ? lines.map(({ text }) => text).join(space) : pieces;
}

/** What an explanation would say of the same things. */
export function toldOf({ asOf }: Analysis, assessment: Assessment): Told {
  const { goal, kind, course, at, method, readings } = assessment;
  return {
    asOf,
    assessment,
    indicator: { unit: goal.unit, kind },
    path: stepOn(course.path, at),
    identity: null,
    nextVerdict: null,
    readings: readings.map(reading => ({
      by: reading.by ?? goal.by,
      hasPassed: asOf >= (reading.by ?? goal.by),
      method: reading.method ?? (method as MethodName),
      goal: { ...reading, comparator: reading.goal as Comparator },
      sides: reading.sides.map(({ low, high }) => ({ low: { value: low }, high: { value: high } })),
    })),
  };
}

/** Each way in which it can be understood, and each side of a contradiction, with what it leads to; nothing of a single one. */
function readingLines(told: Told, pen: ExplainPen, words: PageWords): ExplainLine[] {
  const { readings, goal } = told.assessment;
  const isOne = readings.length === 1 && (readings[0]?.sides.length ?? 0) < 2;
  if (isOne) return [];
  const { own, lang } = pen;
  const severalWays = readings.length > 1 ? [paragraph(own.severalReadings(readings.length))] : [];
  return [
    ...severalWays,
    ...readings.flatMap(({ name, title, by, possible, sides }, index) => {
      const asked = told.readings[index]?.goal ?? goal;
      const id = name ?? '';
      const head =
        name === null ? [] : [item(own.reading(title?.[lang] ?? id, id, pen.goal(asked), by ?? goal.by, []))];
      const several = sides.length > 1 || name !== null ? sides : [];
      return [
        ...head,
        ...(several.length > 0
          ? several.map(side => item(words.side(pen.range(side), pen.verdicts(side.possible))))
          : [item(pen.verdicts(possible))]),
      ];
    }),
  ];
}

function baselineLines({ assessment: { baseline } }: Told, { own, amount }: ExplainPen): ExplainLine[] {
  if (!baseline) return [paragraph(own.noBaseline)];
  const value = amount(baseline.value);
  return [paragraph(own.baseline(value, baseline.asOf, value))];
}
