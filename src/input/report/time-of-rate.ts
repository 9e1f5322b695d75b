import type { Indicator } from '../../model/plan.ts';
import { isOnePeriod } from '../../model/span.ts';
import { isEndOfTime, parseDays } from '../../values/day-notation.ts';
import { isMapping } from '../../values/mapping.ts';
import type { Step } from '../document/document.ts';
import type { StatedFigure } from './figures.ts';
import type { TellFinding } from './in-ids.ts';

/**
 * The growth of a month is none of the year that ends with it: whoever names the month alone may mean that, or all since New
 * Year. A day says that a time ends with it, and a year, or what begins with one, can be no other.
 *
 * @param data the report as it stands, in which a month is still a month
 */
export function checkTimeOfRate(
  { raw, path }: Pick<StatedFigure, 'raw' | 'path'>,
  { kind, per }: Indicator,
  data: unknown,
  tell: TellFinding,
): void {
  if (kind !== 'growth' || raw.flow !== undefined) return;
  const at = raw.as_of === undefined ? ['as_of'] : [...path, 'as_of'];
  const text = textAt(data, at);
  const read = text === undefined || isEndOfTime(text) ? undefined : parseDays(text);
  if (text === undefined || !read?.ok) return;
  const { from, to } = read.value;
  if (from === to || from.endsWith('-01-01') || isOnePeriod(per, { from, to })) return;
  const readings = [from, `${to.slice(0, 4)}-01-01`].map(first => `${first}…${to}`);
  tell({ code: 'which-period', args: { text, readings }, path: at });
}

function textAt(data: unknown, path: readonly Step[]): string | undefined {
  let node = data;
  for (const step of path) {
    if (!isMapping(node) && !Array.isArray(node)) return undefined;
    node = (node as Readonly<Record<Step, unknown>>)[step];
  }
  return typeof node === 'string' ? node : undefined;
}
