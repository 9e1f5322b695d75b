import { figureColumns, movedFields, outerFields } from '../../model/figure-columns.ts';
import { asMapping } from '../../values/mapping.ts';
import type { Step } from '../document/document.ts';

/** The field that a column is a part of. */
export const outerOf = (column: string): string | undefined => movedFields.get(column)?.[0];

/** The keys of a figure in a list: the columns, and the fields that hold others. */
export const figureKeys: readonly string[] = [...figureColumns, ...outerFields];

const keys = new Set(figureKeys);

export const isFigureKey = (key: string): boolean => keys.has(key);

/** A row without a name is about nothing. */
export const nameColumns: readonly string[] = ['indicator', 'measure'];

export type Flat = Readonly<Record<string, unknown>>;

/** Fields as a report file states them, of those that are written flat, under the names of columns. */
export function nest(flat: Flat): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  for (const key of Object.keys(flat)) put(nested, key, flat[key]);
  return nested;
}

/** Makes figures as a report file states them, without their plan and without what no figure has. */
export function figureNester(): (flat: Flat) => Flat {
  const inside = sharingInside();
  return flat => {
    if (isNested(flat)) return flat;
    const nested: Record<string, unknown> = {};
    for (const key in flat) {
      if (isSimple(key)) nested[key] = flat[key];
      else if (isFieldOfFigure(key)) put(nested, key, flat[key], inside);
    }
    return nested;
  };
}

const isFieldOfFigure = (key: string): boolean => key === '__proto__' || (key !== 'plan' && isFigureKey(key));

/** Fields that stand in a figure as they do in a list. */
const simple = new Set(figureKeys.filter(key => key !== 'plan' && key !== 'scope' && !movedFields.has(key)));
const isSimple = (key: string): boolean => simple.has(key);

function isNested(flat: Flat): boolean {
  for (const key in flat) if (!isSimple(key)) return false;
  return true;
}

function put(nested: Record<string, unknown>, key: string, value: unknown, inside = putInside): void {
  const target = movedFields.get(key);
  if (target) nested[target[0]] = inside(nested[target[0]], target[1], value);
  else if (key === 'scope') nested[key] = scopeOf(value);
  else if (key === '__proto__') Object.defineProperty(nested, key, { value, enumerable: true });
  else nested[key] = value;
}

type PutInside = (others: unknown, key: string, value: unknown) => Flat;

const putInside: PutInside = (others, key, value) =>
  others === undefined ? { [key]: value } : { [key]: value, ...asMapping(others) };

/** Rows of a table mostly have the source of the row above them, and share it. */
function sharingInside(): PutInside {
  const latest = new Map<string, { readonly others: unknown; readonly value: unknown; readonly made: Flat }>();
  return (others, key, value) => {
    const before = latest.get(key);
    if (before !== undefined && before.value === value && before.others === others) return before.made;
    const made = putInside(others, key, value);
    latest.set(key, { others, value, made });
    return made;
  };
}

const scopeOf = (value: unknown): unknown =>
  typeof value !== 'string' || value.trim() === 'whole' ? value : { part: value };

/** The way to a field of the nested figure in the flat one that it was made of. */
export function flatPath(flat: Flat, path: readonly Step[]): readonly Step[] {
  const [first, second] = path;
  if (first === undefined) return path;
  if (first === 'scope' && typeof flat['scope'] === 'string') return [first];
  const key = Object.keys(flat).find(name => {
    const target = movedFields.get(name);
    return target?.[0] === first && (second === undefined || target[1] === second);
  });
  return key === undefined ? path : [key];
}
