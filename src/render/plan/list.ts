import { Chalk } from 'chalk';
import type { Plan } from '../../model/plan.ts';
import type { PlanOutline } from '../../model/plan-outline.ts';
import type { RenderOptions } from '../format.ts';
import { mapTexts, visible, wrap } from '../layout/text.ts';
import { outlineWordsIn } from './show.ts';

export interface ListedPlan extends Pick<Plan, 'id' | 'title' | 'period'> {
  readonly counts: PlanOutline['counts'];
}

/** The shipped plans, one block each. */
export function renderPlans(plans: readonly ListedPlan[], { lang, width, isColored }: RenderOptions): string {
  const own = outlineWordsIn(lang);
  const chalk = new Chalk({ level: isColored ? 1 : 0 });
  const blocks = mapTexts(plans, visible).map(({ id, title, period, counts }) =>
    [
      chalk.bold(id),
      ...wrap(title[lang], width - 2).map(line => `  ${line}`),
      `  ${own.period(period.from, period.to)}`,
      ...wrap(own.counts(counts), width - 2).map(line => `  ${line}`),
    ].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}
