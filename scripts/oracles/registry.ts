import { chinaJudges } from './china.ts';
import { chinaPlanJudges } from './china-plans.ts';
import { destatisJudges } from './destatis.ts';
import { growthJudges } from './growth.ts';
import { officeJudges } from './offices.ts';
import { otherJudges } from './other.ts';
import type { Judge } from './verdict.ts';

/** How the published cases of each method are recomputed. */
export const judges: Readonly<Record<string, Judge>> = {
  ...destatisJudges,
  ...growthJudges,
  ...chinaJudges,
  ...chinaPlanJudges,
  ...officeJudges,
  ...otherJudges,
};

export const methodNames = Object.keys(judges);
