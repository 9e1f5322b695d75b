import type { Analysis, Assessment, MeasureRow } from '../../model/analysis.ts';
import { byTask, type TaskGroup } from '../by-task.ts';
import { type Distance, gapDistance, timeDistance } from '../distance.ts';
import type { Cell, Column, Row } from '../layout/grid.ts';
import { formatDone, formatGoal, formatShare, formatValue } from '../layout/numbers.ts';
import { inColumns, type Pen } from '../layout/pen.ts';
import { widthOf } from '../layout/text.ts';
import { severityColors, verdictSigns } from '../signs.ts';
import { verdictWords } from '../words/words.ts';
import { bar, barSigns } from './bar.ts';

/** From this width on, a figure and its date, and done and schedule, stand side by side. */
const WIDE = 120;
/** From this one on, there is room for a drawing. */
const DRAWN = 140;
const BAR = 20;

/** Every target under its task, in the order of the plan. */
export function gapTable(analysis: Analysis, pen: Pen): string {
  const groups = byTask(analysis);
  const rows = groups.flatMap((group, index) => {
    const own = groupRows(group, pen);
    const below = groups.slice(index + 1);
    const end = below.findIndex(({ level }) => level !== 'key');
    const keyTasks = group.level === 'strategic' ? below.slice(0, end < 0 ? undefined : end) : [];
    return own.length > 0 || keyTasks.some(isFilled) ? [heading(group, pen), ...own] : [];
  });
  return inColumns(columns(pen), rows, pen);
}

const isFilled = ({ measures }: TaskGroup): boolean => measures.length > 0;

function heading({ level, title }: TaskGroup, { words, chalk }: Pen): Cell {
  if (level === 'key') return { text: ` ${title[words.lang]}`, paint: chalk.bold };
  return { text: level === 'plan' ? words.table.wholePlan : title[words.lang], paint: chalk.bold.underline };
}

function columns({ words, width }: Pen): Column[] {
  const { target, reported, gap, done, schedule, months, verdict } = words.table.columns;
  const { value, due, goal } = barSigns;
  const drawn = words.screen.bar(value, due, goal);
  const shares: Column[] =
    width >= WIDE
      ? [
          { title: done, align: 'right', min: 7 },
          { title: schedule, align: 'right', min: 7 },
        ]
      : [{ title: `${done}\n${schedule}`, align: 'right', min: 8 }];
  return [
    { title: target, align: 'left', min: 14, grow: 3 },
    ...(width >= DRAWN ? [{ title: drawn, align: 'left', min: BAR } as const] : []),
    { title: reported, align: 'right', min: 11 },
    { title: gap, align: 'right', min: 8 },
    ...shares,
    { title: months, align: 'right', min: widthOf(months) },
    { title: verdict, align: 'left', min: 12, grow: 2 },
  ];
}

/** Measures with their targets; those without a number together, since there is nothing to judge. */
function groupRows({ measures, assessments }: TaskGroup, pen: Pen): Row[] {
  const { words, chalk } = pen;
  const byTarget = new Map(assessments.map(assessment => [assessment.target, assessment]));
  const rows = measures.flatMap(({ title, targets }): Row[] => {
    const found = targets.flatMap(target => byTarget.get(target) ?? []);
    const name: Cell = { text: `  ${title[words.lang]}`, paint: chalk.italic };
    return found.length === 0 ? [] : [name, ...found.map(assessment => targetRow(assessment, pen))];
  });
  const bare = measures.filter(({ targets }) => !targets.some(target => byTarget.has(target)));
  if (bare.length === 0) return rows;
  const titles = bare.map(measure => bareTitle(measure, pen));
  return [...rows, { text: `  ${words.screen.noNumber(titles)}`, paint: chalk.dim }];
}

function bareTitle({ title, statements }: MeasureRow, { words }: Pen): string {
  const said = statements.flatMap(({ says, asOf }) => (says === null ? [] : [words.said(asOf, says)]));
  return said.length === 0 ? title[words.lang] : `${title[words.lang]} (${words.facts(said)})`;
}

function targetRow(assessment: Assessment, pen: Pen): Cell[] {
  const { words, width } = pen;
  const join = width >= WIDE ? ' ' : '\n';
  const { value, goal, derived } = assessment;
  const reported = formatValue(assessment);
  const lines = [reported, value?.asOf, ...(derived ? [words.table.derived] : [])];
  return [
    `    ${assessment.title[words.lang]}${join}${formatGoal(goal)}`,
    ...(width >= DRAWN ? [bar(assessment, BAR)] : []),
    reported && value ? lines.join(join) : words.table.nothing,
    spelt(gapDistance(assessment, words), join),
    ...shares(assessment, pen),
    spelt(timeDistance(assessment, words), join),
  ]
    .map((text): Cell => ({ text }))
    .concat(verdictCell(assessment, pen));
}

/** What was due says so, wherever it stands. */
function shares(assessment: Assessment, { words, width }: Pen): string[] {
  const done = formatDone(assessment) ?? '';
  const due = assessment.schedule === null ? '' : formatShare(assessment.schedule);
  if (width >= WIDE) return [done, due];
  return [[done, due && words.screen.due(due)].filter(text => text !== '').join('\n')];
}

const spelt = (distance: Distance | null, join: string): string =>
  (distance ?? []).filter(text => text !== '').join(join);

function verdictCell(assessment: Assessment, { words, chalk }: Pen): Cell {
  const { verdict, severity, gate } = assessment;
  const isMarked = gate === 'waived' || gate === 'failed-before' || gate === 'not-counted';
  return {
    text: `${verdictSigns[verdict]} ${verdictWords(words, assessment)}${isMarked ? ` (${words.gate[gate]})` : ''}`,
    paint: chalk[severityColors[severity]],
  };
}
