import { Chalk } from 'chalk';
import type { Analysis, Assessment, MeasureRow, TaskRow } from '../model/analysis.ts';
import { aboutText } from './about.ts';
import type { Format, RenderOptions } from './format.ts';
import { type Cell, type Column, grid, type Row } from './layout/grid.ts';
import { formatDone, formatGap, formatGoal, formatShare, formatValue, withBound } from './layout/numbers.ts';
import { type Pen, sections } from './layout/sections.ts';
import { mapTexts, visible, widthOf, wrap } from './layout/text.ts';
import { lastLine } from './mark.ts';
import { severityColors, verdictSigns } from './signs.ts';
import { wordsIn } from './words/registry.ts';
import { verdictWords, type Words } from './words/words.ts';

/** The gap analysis for a person in a terminal. */
export const table: Format = { id: 'table', extension: 'txt', mark: lastLine(text => `# ${text}`), render };

/** From this width on, a figure and its date, and done and schedule, stand side by side. */
const WIDE = 120;

function render(analysis: Analysis, { lang, width, isColored }: RenderOptions): string {
  const pen: Pen = { words: wordsIn(lang), width, chalk: new Chalk({ level: isColored ? 1 : 0 }) };
  const shown = mapTexts(analysis, visible);
  const parts = [head(shown, pen), gaps(shown, pen), ...sections(shown, pen)];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function head(analysis: Analysis, { words, width, chalk }: Pen): string {
  const { plan, inputs } = analysis;
  const title = wrap(`${plan.title[words.lang]} · ${aboutText(analysis, words.lang)}`, width);
  const note = plan.note ? wrap(plan.note[words.lang], width) : [];
  const invented = inputs.flatMap(({ path, invented: why }) =>
    why === null ? [] : wrap(words.table.invented(path, why), width),
  );
  return [...title.map(line => chalk.bold(line)), ...note, ...invented.map(line => chalk.yellow(line))].join('\n');
}

function gaps(analysis: Analysis, pen: Pen): string {
  const isWide = pen.width >= WIDE;
  return grid(columns(pen.words, isWide), gapRows(analysis, pen, isWide), pen.width, pen.chalk.bold);
}

function columns(words: Words, isWide: boolean): Column[] {
  const { target, reported, gap, done, schedule, months, verdict } = words.table.columns;
  const shares: Column[] = isWide
    ? [
        { title: done, align: 'right', min: 7 },
        { title: schedule, align: 'right', min: 7 },
      ]
    : [{ title: `${done}\n${schedule}`, align: 'right', min: 8 }];
  return [
    { title: target, align: 'left', min: 14, grow: 3 },
    { title: reported, align: 'right', min: 11 },
    { title: gap, align: 'right', min: 8 },
    ...shares,
    { title: months, align: 'right', min: widthOf(months) },
    { title: verdict, align: 'left', min: 12, grow: 2 },
  ];
}

/** Measures under their tasks, in the order of the plan; a heading wherever a new task begins. */
function gapRows(analysis: Analysis, pen: Pen, isWide: boolean): Row[] {
  const byTarget = new Map(analysis.assessments.map(assessment => [assessment.target, assessment]));
  const withoutTask = analysis.measures.filter(({ tasks }) => tasks.length === 0);
  const whole: Row[] =
    withoutTask.length > 0 ? [{ text: pen.words.table.wholePlan, paint: pen.chalk.bold.underline }] : [];
  const measureRows = (measure: MeasureRow): Row[] => rowsOfMeasure(measure, byTarget, pen, isWide);
  const under = (task: TaskRow): Row[] =>
    analysis.measures.filter(({ tasks }) => tasks.at(-1) === task.id).flatMap(measureRows);
  return [
    ...whole,
    ...withoutTask.flatMap(measureRows),
    ...analysis.summary.tasks.flatMap(task => [taskHeading(task, pen), ...under(task)]),
  ];
}

function taskHeading({ title, level }: TaskRow, { words, chalk }: Pen): Cell {
  return level === 'strategic'
    ? { text: title[words.lang], paint: chalk.bold.underline }
    : { text: ` ${title[words.lang]}`, paint: chalk.bold };
}

function rowsOfMeasure(
  { title, targets, statements }: MeasureRow,
  byTarget: ReadonlyMap<string, Assessment>,
  pen: Pen,
  isWide: boolean,
): Row[] {
  const { words, chalk } = pen;
  const name = title[words.lang];
  const found = targets.flatMap(target => byTarget.get(target) ?? []);
  if (found.length === 0) {
    const said = words.facts(statements.flatMap(({ says, asOf }) => (says === null ? [] : [words.said(asOf, says)])));
    return [{ text: `  ${name} - ${words.table.noNumber}${said ? ` (${said})` : ''}`, paint: chalk.dim }];
  }
  return [{ text: `  ${name}`, paint: chalk.italic }, ...found.map(assessment => targetRow(assessment, pen, isWide))];
}

function targetRow(assessment: Assessment, pen: Pen, isWide: boolean): Cell[] {
  const { words } = pen;
  const join = isWide ? ' ' : '\n';
  const { value, goal, schedule, monthsAhead } = assessment;
  const reported = formatValue(assessment);
  const done = formatDone(assessment) ?? '';
  const expected = schedule === null ? '' : formatShare(schedule);
  const shares = isWide ? [{ text: done }, { text: expected }] : [{ text: [done, expected].join('\n').trimEnd() }];
  return [
    { text: `    ${assessment.title[words.lang]}${join}${formatGoal(goal)}` },
    {
      text:
        reported && value
          ? `${reported}${join}${value.asOf}${assessment.derived ? `${join}${words.table.derived}` : ''}`
          : words.table.nothing,
    },
    { text: formatGap(assessment) ?? '' },
    ...shares,
    { text: monthsAhead === null ? '' : withBound(assessment, words.table.months(monthsAhead)) },
    verdictCell(assessment, pen),
  ];
}

function verdictCell(assessment: Assessment, { words, chalk }: Pen): Cell {
  const { verdict, severity, gate } = assessment;
  const isMarked = gate === 'waived' || gate === 'known' || gate === 'not-counted';
  return {
    text: `${verdictSigns[verdict]} ${verdictWords(words, assessment)}${isMarked ? ` (${words.gate[gate]})` : ''}`,
    paint: chalk[severityColors[severity]],
  };
}
