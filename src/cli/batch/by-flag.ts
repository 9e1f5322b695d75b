import type { GroupedBy } from '../../batch/grouped-by.ts';
import { nearest } from '../../input/document/nearest.ts';
import { type Grouping, groupings, type PeriodLength } from '../../model/batch.ts';
import { usageOfFlags } from '../../render/words/usage-flags.ts';
import { UserError } from '../user-error.ts';

/** `region,period` with `--period quarter`. */
export function parseBy(text: string, length: PeriodLength): GroupedBy {
  const names = text.split(',').map(name => name.trim());
  for (const name of names) {
    if (groupings.includes(name as Grouping)) continue;
    const near = nearest(name, groupings);
    throw new UserError(usageOfFlags.unknownGrouping({ name, near, allowed: groupings }));
  }
  const has = (name: Grouping) => names.includes(name);
  return { plan: has('plan'), file: has('file'), region: has('region'), period: has('period') ? length : null };
}
