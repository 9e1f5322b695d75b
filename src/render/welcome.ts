import type { Plan } from '../model/plan.ts';
import { widthOf } from './layout/text.ts';
import { welcomeWords } from './words/welcome.ts';
import type { Lang } from './words/words.ts';

/** Commands that run as they stand, one after the other, in any folder. */
export const firstCommands = [
  'shanxi-plan init --example',
  'shanxi-plan check shanxi-reports --summary',
  'shanxi-plan check shanxi-reports --format html=shanxi.html',
] as const;

/** What the tool does, how to begin, and the plans that ship with it. */
export function renderWelcome(plans: readonly Pick<Plan, 'id' | 'title'>[], lang: Lang): string {
  const { does, begin, steps, shipped, more } = welcomeWords[lang];
  const commands = firstCommands.map((command, index) => [command, steps[index] ?? ''] as const);
  const titles = plans.map(({ id, title }) => [id, title[lang]] as const);
  return `${[does, '', begin, ...inTwo(commands), '', shipped, ...inTwo(titles), '', ...more].join('\n')}\n`;
}

function inTwo(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => widthOf(left)));
  return rows.map(([left, right]) => `  ${left}${' '.repeat(width - widthOf(left))}  ${right}`);
}
