import { exitCodes } from '../model/exit-code.ts';
import { renderWelcome } from '../render/welcome.ts';
import type { Lang } from '../render/words/words.ts';
import type { Io } from './io.ts';
import { loadSettings } from './load-settings.ts';
import { loadPlan, shippedPlans } from './plans.ts';

/** What stands where no command was given: nothing was checked, so that a job in which one is missing is not green. */
export async function welcome(asked: Lang, io: Io): Promise<number> {
  const { settings } = await loadSettings([], {}, io);
  const loaded = await Promise.all((await shippedPlans()).map(name => loadPlan(name, io)));
  const plans = loaded.flatMap(({ plan }) => (plan ? [{ id: plan.id, title: plan.title }] : []));
  io.stderr.write(renderWelcome(plans, asked === 'zh' ? asked : settings.lang));
  return exitCodes.cannotCheck;
}
