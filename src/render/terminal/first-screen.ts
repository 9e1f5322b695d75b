import type { Analysis, Assessment } from '../../model/analysis.ts';
import type { Severity } from '../../model/verdict.ts';
import { aboutText } from '../about.ts';
import { severitiesTold, worstFirst } from '../counts.ts';
import { gapDistance, timeDistance } from '../distance.ts';
import { inventedTexts } from '../invented.ts';
import { formatGoal, formatNumber, formatValue } from '../layout/numbers.ts';
import { flow, hang, listed, type Pen } from '../layout/pen.ts';
import { widthOf } from '../layout/text.ts';
import { reasonsText, stateFacts } from '../message.ts';
import { policyTexts } from '../policy-text.ts';
import { severityColors, severitySigns, verdictSigns } from '../signs.ts';
import { possibleWords, verdictWords } from '../words/words.ts';
import { questionLines, questions } from './asked.ts';

/** What a terminal of the usual size shows at once. */
const LINES = 24;
/** Of a block that has to share the screen, at least. */
const LEAST = 4;

/** What fails and why, and what is to be asked for: as much of it as one screen holds, the counts always. */
export function firstScreen(analysis: Analysis, pen: Pen): string[] {
  const head = headLines(analysis, pen);
  const { failing: failingTitle, warned: warnedTitle, asked: askedTitle } = pen.words.screen;
  const failing = ofSeverity(analysis, 'fail', pen);
  const warned = ofSeverity(analysis, 'warn', pen);
  const asked = questions(analysis, pen);
  const count = [failing, warned, asked].filter(({ length }) => length > 0).length;
  const room = Math.max(LINES - head.length - 2 * count, LEAST * count);
  const rows = (blocks: readonly (readonly string[])[]) => blocks.reduce((sum, { length }) => sum + length, 0);
  const askedAll = asked.map(question => questionLines(question, room, pen));
  const forOthers = Math.max(Math.ceil(room / 2), room - rows(askedAll));
  const shown = fitting(failing, Math.max(forOthers - Math.min(rows(warned), LEAST), LEAST), pen);
  const alsoShown = fitting(warned, Math.max(forOthers - shown.length, LEAST), pen);
  const left = Math.max(room - shown.length - alsoShown.length, LEAST);
  const each = Math.max(1, Math.floor(left / Math.max(asked.length, 1)));
  const askedShown = rows(askedAll) <= left ? askedAll : asked.map(question => questionLines(question, each, pen));
  return [
    head.join('\n'),
    listed(failingTitle, shown, pen),
    listed(warnedTitle, alsoShown, pen),
    listed(askedTitle, fitting(askedShown, left, pen), pen),
  ].filter(part => part !== '');
}

/** Whole blocks as far as there is room, then how many more there are. */
function fitting(blocks: readonly (readonly string[])[], room: number, { words }: Pen): string[] {
  if (blocks.flat().length <= room) return blocks.flat();
  const lines: string[] = [];
  let count = 0;
  for (const block of blocks) {
    if (count > 0 && lines.length + block.length > room - 1) break;
    lines.push(...block);
    count++;
  }
  return count === blocks.length ? lines : [...lines, words.screen.more(blocks.length - count)];
}

function headLines(analysis: Analysis, pen: Pen): string[] {
  const { words, chalk } = pen;
  const { plan, summary, gate } = analysis;
  const { failing, inOrder } = summary.range;
  const isOpen = failing.min < failing.max || inOrder.min < inOrder.max;
  return [
    ...flow(`${plan.title[words.lang]} · ${aboutText(analysis, words.lang)}`, pen).map(line => chalk.bold(line)),
    ...inventedTexts(analysis, words.lang).flatMap(text => flow(text, pen).map(line => chalk.yellow(line))),
    ...countsLines(analysis, pen),
    ...(isOpen ? flow(words.screen.whatever(failing, inOrder), pen) : []),
    ...policyTexts(gate.policy, words.lang).flatMap(text => flow(text, pen)),
  ];
}

/** Each count in the colour of what is counted; one is never broken. */
function countsLines({ summary }: Analysis, { words, chalk, plain, width }: Pen): string[] {
  const counted = severitiesTold(summary.severities).map(each => {
    const text = words.table.severities([[each, summary.severities[each] ?? 0]]);
    const paint: (text: string) => string = chalk.bold[severityColors[each]];
    return { text: plain(`${severitySigns[each]} ${text}`), paint };
  });
  const lines: (typeof counted)[] = [];
  for (const part of [...counted, { text: words.screen.targets(summary.targets), paint: same }]) {
    const line = lines.at(-1);
    if (line && widthOf([...line, part].map(({ text }) => text).join(GAP)) <= width) line.push(part);
    else lines.push([part]);
  }
  return lines.map(line => line.map(({ text, paint }) => paint(text)).join(GAP));
}

const GAP = '   ';
const same = (text: string): string => text;

/** Those of one severity, worst first, each with its figure, its goal and how far it is from it. */
function ofSeverity(analysis: Analysis, severity: Severity, pen: Pen): string[][] {
  return worstFirst(analysis)
    .filter(each => each.severity === severity)
    .map(assessment => {
      const { lang } = pen.words;
      const said = pen.words.said(assessment.title[lang], pen.words.facts(whyTexts(assessment, pen)));
      const paint = pen.chalk[severityColors[severity]];
      const [first = '', ...rest] = hang(`${verdictSigns[assessment.verdict]} ${said}`, pen);
      return [paint(first.slice(0, 1)) + first.slice(1), ...rest];
    });
}

function whyTexts(assessment: Assessment, { words }: Pen): string[] {
  const { goal, possible, verdict, derived } = assessment;
  const distances = [
    gapDistance(assessment, words),
    timeDistance(assessment, words, count => words.screen.months(formatNumber(count))),
  ];
  return [
    verdict === 'undecided' ? words.table.possible(possibleWords(words, possible)) : verdictWords(words, assessment),
    words.screen.against(formatValue(assessment), formatGoal(goal), goal.by),
    ...distances.flatMap(distance => (distance === null ? [] : [distance.join(' ').trim()])),
    ...(derived ? [words.table.derived] : []),
    ...(assessment.reasons.length > 0 ? [reasonsText(assessment, words.lang)] : []),
    ...stateFacts(assessment, words.lang),
  ];
}
