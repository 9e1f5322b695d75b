import { parseQuantity } from '../../values/quantity.ts';
import { isMultipleUnit } from '../../values/unit-scale.ts';
import type { FindName } from '../document/document.ts';
import type { Flat } from './columns.ts';

/** A blank cell of no doubt by what stands above it, and what other rows say that makes it one. */
export interface BlankUnit {
  readonly row: number;
  readonly elsewhere: string;
}

/**
 * Units beside rows that leave theirs blank: those hold the indicator's own, unless whoever wrote the table named a unit
 * once for all of them. Only where what stands there is the indicator's own the two are one number.
 */
export function blankUnits(findName: FindName) {
  const named = new Map<string, UnitOfIndicator>();
  const blank = new Map<string, { readonly row: number; readonly isFirst: boolean }>();
  const others = new Map<string, string>();
  let first: string | undefined;
  const ofFigure = ({ indicator }: Flat): string => (typeof indicator === 'string' ? indicator : '');
  const find = (name: string): UnitOfIndicator => {
    const found = named.get(name) ?? namedSo(name, findName);
    named.set(name, found);
    return found;
  };
  const isOther = (name: string, unit: string): boolean => (find(name).powerOf?.(unit) ?? 0) !== 0;
  const elsewhere = (name: string, isFirst: boolean): string | undefined =>
    others.get(name) ?? (isFirst && first !== undefined && isOther(name, first) ? first : undefined);
  const see = (name: string, unit: string): void => {
    first ??= unit;
    if (!others.has(name) && isOther(name, unit)) others.set(name, unit);
  };
  const isSaid = (figure: Flat): boolean => find(ofFigure(figure)).unit !== undefined || isInItsUnit(figure['value']);
  const isOwnAbove = (name: string, above: string | undefined): boolean =>
    above === '' || (above !== undefined && find(name).powerOf?.(above) === 0);
  return {
    /** Whether a blank cell below a unit is the same number, read either way; an empty text says nothing. */
    isOwn: (figure: Flat, above: string): boolean => {
      if (above === '' || isSaid(figure)) return true;
      const power = find(ofFigure(figure)).powerOf?.(above);
      return power === undefined ? !isMultipleUnit(above) : power === 0;
    },
    /** Of each figure, with what stands in its row or above. */
    hear: (figure: Flat, above: string | undefined, row: number): void => {
      const name = ofFigure(figure);
      if (typeof figure['unit'] === 'string') see(name, figure['unit']);
      else if (!blank.has(name) && !isSaid(figure) && !isOwnAbove(name, above))
        blank.set(name, { row, isFirst: above === undefined });
    },
    /** The first of them beside which other rows say a multiple of its unit. */
    found: (): BlankUnit | undefined => {
      for (const [name, { row, isFirst }] of blank) {
        const text = elsewhere(name, isFirst);
        if (text !== undefined) return { row, elsewhere: text };
      }
      return undefined;
    },
  };
}

interface UnitOfIndicator {
  readonly unit?: string | undefined;
  readonly powerOf?: ((unit: string) => number | undefined) | undefined;
}

function namedSo(name: string, findName: FindName): UnitOfIndicator {
  const found = name === '' ? 'other' : findName('indicator', name);
  return typeof found === 'string' ? {} : found;
}

/** `93,307个` says its unit itself. */
function isInItsUnit(value: unknown): boolean {
  const parsed = typeof value === 'string' ? parseQuantity(value) : undefined;
  return parsed?.ok === true && parsed.value.inUnit !== undefined;
}
