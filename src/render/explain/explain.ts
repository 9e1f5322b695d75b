import { Chalk } from 'chalk';
import type { Explanation } from '../../model/explanation.ts';
import { aboutText } from '../about.ts';
import type { RenderOptions } from '../format.ts';
import { mapTexts, visible, wrap } from '../layout/text.ts';
import { severityColors } from '../signs.ts';
import type { ExplainSection } from '../words/explain-en.ts';
import { setAsideLines, usedLines } from './evidence-part.ts';
import { outlookLines, pathLines, progressLines } from './pace-part.ts';
import { type ExplainLine, type ExplainPen, penFor } from './pen.ts';
import { baselineLines, readingLines, targetLines } from './target-part.ts';
import { valueLines } from './value-part.ts';
import { changeLines, verdictLines, worldLines } from './verdict-part.ts';

type ExplainPart = (explanation: Explanation, pen: ExplainPen) => ExplainLine[];

/** The chain from the plan's text to the verdict, in the order in which a reader asks. */
const parts: Readonly<Record<ExplainSection, ExplainPart>> = {
  target: targetLines,
  readings: readingLines,
  baseline: baselineLines,
  used: usedLines,
  setAside: setAsideLines,
  value: valueLines,
  path: pathLines,
  progress: progressLines,
  outlook: outlookLines,
  worlds: worldLines,
  verdict: verdictLines,
  change: changeLines,
};

/** One target's verdict step by step, for a reader who knows neither the plan nor the method. */
export function renderExplanation(explanation: Explanation, { lang, width, isColored }: RenderOptions): string {
  const chalk = new Chalk({ level: isColored ? 1 : 0 });
  const shown = mapTexts(explanation, visible);
  const pen = penFor(lang, shown);
  const title = (shown.target.title ?? shown.indicator.title)[lang];
  const { plan, assessment } = shown;
  const paint = chalk[severityColors[assessment.severity]];
  const head = [
    ...wrap(`${title} (${shown.target.id})`, width).map(line => chalk.bold(line)),
    ...wrap(`${plan.title[lang]} · ${aboutText(shown, lang)}`, width),
    ...shown.invented
      .flatMap(({ path, why }) => wrap(pen.words.table.invented(path, why), width))
      .map(line => chalk.yellow(line)),
  ];
  const sections = Object.entries(parts).map(([id, part], index) => {
    const heading = `${index + 1}. ${pen.own.section[id as ExplainSection]}`;
    const lines = part(shown, pen).flatMap((line, at) =>
      layLine(line, width).map(text => (id === 'verdict' && at === 0 ? paint(text) : text)),
    );
    return [chalk.bold(heading), ...lines].join('\n');
  });
  return `${[head.join('\n'), ...sections].join('\n\n')}\n`;
}

/** A paragraph at the left edge, an item behind a dash, what belongs to it below its text. */
function layLine({ text, level }: ExplainLine, width: number): string[] {
  const lines = wrap(text, width - INDENTS[level].length);
  return lines.map((line, index) => `${index === 0 && level === 1 ? '- ' : INDENTS[level]}${line}`);
}

const INDENTS = ['', '  ', '    '] as const;
