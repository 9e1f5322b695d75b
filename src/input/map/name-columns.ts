import { OPEN, type Proposed } from '../../model/proposal.ts';
import { behindName } from '../../values/behind-name.ts';
import { folded } from '../../values/fold.ts';
import { isMultipleUnit } from '../../values/unit-scale.ts';
import { findName } from '../shape/figure-names.ts';
import { bare } from './by-cells.ts';
import type { SeenTable } from './seen-table.ts';
import { unitPower } from './words-of-table.ts';

/** Columns of names, and what their headings say of all figures beside them. */
const headingsOfNames = ({ proposed, headingOf }: SeenTable): string[] =>
  proposed.flatMap(({ col, value }) => (['indicator', 'region'].includes(value) ? [headingOf(col)] : []));

/** `5G基站（万个）` above regions: the indicator of the table, where no cell names one. */
export function indicatorOfCorner(seen: SeenTable): Proposed {
  for (const text of headingsOfNames(seen)) {
    const { ids } = findName(seen.plan, 'indicator', text);
    if (ids.length === 1 && ids[0] !== undefined)
      return { key: 'indicator', value: ids[0], reason: { code: 'in-the-corner', args: { text } } };
  }
  return { key: 'indicator', value: OPEN, reason: bare('no-name') };
}

/** `地区（单位：万元）`: the unit of all numbers beside it, or one that the plan does not know. */
export function unitOfCorner(seen: SeenTable): Proposed[] {
  const powerOf = unitPower(seen.plan);
  for (const text of headingsOfNames(seen)) {
    const behind = behindName(text)?.behind;
    const unit = behind?.replace(/^(?:计量)?单位:\s*|^unit:\s*/i, '');
    if (unit === undefined || unit === '') continue;
    const isKnown = powerOf(unit) !== undefined;
    if (!isKnown && !isMultipleUnit(unit) && unit === behind) continue;
    return [
      { key: 'unit', value: isKnown ? unit : OPEN, reason: { code: 'in-the-corner', args: { text: folded(text) } } },
    ];
  }
  return [];
}
