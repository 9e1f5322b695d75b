import type { Selector } from '../model/policy.ts';

/** The names by which a target can be selected. */
export interface Selectable {
  readonly target: string;
  readonly measure: string;
  readonly indicator: string;
  readonly tasks: readonly string[];
  readonly region: string;
  readonly commitment: string;
}

export function isSelected(
  { key, value }: Selector,
  { target, measure, indicator, tasks, region, commitment }: Selectable,
): boolean {
  const names = {
    target: [target],
    measure: [measure],
    indicator: [indicator],
    task: tasks,
    region: [region],
    commitment: [commitment],
  };
  return (key === null ? Object.values(names).flat() : names[key]).includes(value);
}

/** What `--only` and `--skip` leave: all that one of the first names, without what one of the second names. */
export const isKept = (only: readonly Selector[], skip: readonly Selector[], item: Selectable): boolean =>
  (only.length === 0 || only.some(selector => isSelected(selector, item))) &&
  !skip.some(selector => isSelected(selector, item));

/** Selectors that speak of nothing there is: a mistake, never an empty and therefore green check. */
export const selectsNothing = (selectors: readonly Selector[], items: readonly Selectable[]): Selector[] =>
  selectors.filter(selector => !items.some(item => isSelected(selector, item)));
