import { Chalk } from 'chalk';
import type { Mistake } from '../model/mistake.ts';
import { inWords } from '../values/fact.ts';
import type { Problem } from '../values/problem.ts';
import type { RenderOptions } from './format.ts';
import { findingBlock, renderProblems } from './problems.ts';
import { wordsIn } from './words/registry.ts';

/** What is wrong with files, and with what was asked for. */
export function renderFaults(faults: readonly (Problem | Mistake)[], { lang, isColored }: RenderOptions): string {
  const words = wordsIn(lang);
  const chalk = new Chalk({ level: isColored ? 1 : 0 });
  const mistakes = faults.filter(fault => 'setting' in fault);
  const problems = faults.filter(fault => 'place' in fault);
  const blocks = mistakes.map(mistake => {
    const { code, setting } = mistake;
    const said = inWords(words.mistake, mistake);
    const label = words.problemSeverity.error;
    return findingBlock({ code, place: { file: setting }, label, words: said }, chalk.red.bold, chalk);
  });
  const parts = blocks.length > 0 ? [`${blocks.join('\n\n')}\n`] : [];
  return [...parts, ...(problems.length > 0 ? [renderProblems(problems, { lang, isColored })] : [])].join('\n');
}
