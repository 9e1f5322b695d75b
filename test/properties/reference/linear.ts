/*
 * Whether linear conditions can hold together, and an example where they can. Every condition has the shape
 * `form ≥ 0` or `form > 0`; a strict one is `form ≥ δ` with δ smaller than any number, carried along as a second
 * component and ordered after the first. The search is the simplex method for feasibility with Bland's rule, which ends.
 */

/** A constant and a sum of unknowns, each times a number. */
export interface Form {
  readonly constant: number;
  readonly terms: ReadonlyMap<string, number>;
}

export interface Condition {
  readonly form: Form;
  readonly isStrict: boolean;
}

export type Point = ReadonlyMap<string, number>;

export const constant = (value: number): Form => ({ constant: value, terms: new Map() });
export const unknown = (name: string): Form => ({ constant: 0, terms: new Map([[name, 1]]) });

export function plus(a: Form, b: Form, times = 1): Form {
  const terms = new Map(a.terms);
  for (const [name, coefficient] of b.terms) {
    const sum = (terms.get(name) ?? 0) + times * coefficient;
    if (Math.abs(sum) < ZERO) terms.delete(name);
    else terms.set(name, sum);
  }
  return { constant: a.constant + times * b.constant, terms };
}

export const minus = (a: Form, b: Form): Form => plus(a, b, -1);
export const scaled = (form: Form, times: number): Form => plus(constant(0), form, times);
export const sum = (forms: readonly Form[]): Form => forms.reduce((all, form) => plus(all, form), constant(0));
export const isConstant = ({ terms }: Form): boolean => terms.size === 0;

export const valueAt = ({ constant, terms }: Form, point: Point): number =>
  [...terms].reduce((value, [name, coefficient]) => value + coefficient * (point.get(name) ?? 0), constant);

export const notBelow = (a: Form, b: Form): Condition => ({ form: minus(a, b), isStrict: false });
export const above = (a: Form, b: Form): Condition => ({ form: minus(a, b), isStrict: true });

/** Below this a number is the noise of the arithmetic. */
export const ZERO = 1e-9;

/** What a form with a strict condition is worth: a number, and how many δ beside it. */
type Worth = readonly [number: number, deltas: number];

const signOf = ([number, deltas]: Worth): number => {
  if (Math.abs(number) > ZERO) return Math.sign(number);
  return Math.abs(deltas) > ZERO ? Math.sign(deltas) : 0;
};

interface Row {
  worth: Worth;
  coefficients: Float64Array;
}

/** Unknowns are at least zero unless `isSigned`. Returns a point where all conditions hold, or undefined. */
export function solve(conditions: readonly Condition[], isSigned = false): Point | undefined {
  const names = [...new Set(conditions.flatMap(({ form }) => [...form.terms.keys()]))];
  // An unknown of either sign is the difference of two that are at least zero.
  const columns = names.length * (isSigned ? 2 : 1);
  const place = new Map(names.map((name, index) => [name, index]));
  const rows = conditions.map(({ form, isStrict }): Row => {
    const coefficients = new Float64Array(columns);
    for (const [name, coefficient] of form.terms) {
      const index = place.get(name) ?? 0;
      coefficients[index] = coefficient;
      if (isSigned) coefficients[index + names.length] = -coefficient;
    }
    return { worth: [form.constant, isStrict ? -1 : 0], coefficients };
  });
  const basis = repair(rows, columns);
  if (!basis) return undefined;
  const point = pointAt(rows, basis, names, isSigned);
  check(conditions, point);
  return point;
}

/**
 * Exchanges unknowns until no row is negative. Returns which unknown each row then stands for: the first are the
 * columns, those after them the conditions. Undefined where a negative row has nothing that could raise it.
 */
function repair(rows: Row[], columns: number): number[] | undefined {
  const inRow = rows.map((_, index) => columns + index);
  const inColumn = Array.from({ length: columns }, (_, index) => index);
  for (;;) {
    const row = firstBy(inRow, index => signOf(rows[index]?.worth ?? [0, 0]) < 0);
    if (row === undefined) return inRow;
    const column = firstBy(inColumn, index => (rows[row]?.coefficients[index] ?? 0) > ZERO);
    if (column === undefined) return undefined;
    exchange(rows, row, column);
    const leaving = inRow[row] ?? 0;
    inRow[row] = inColumn[column] ?? 0;
    inColumn[column] = leaving;
  }
}

/** The place that fits and holds the unknown of the lowest number. */
function firstBy(unknowns: readonly number[], fits: (place: number) => boolean): number | undefined {
  let best: number | undefined;
  for (let place = 0; place < unknowns.length; place++) {
    const isEarlier = best === undefined || (unknowns[place] ?? 0) < (unknowns[best] ?? 0);
    if (isEarlier && fits(place)) best = place;
  }
  return best;
}

/** Solves a row for the unknown of a column, and puts that into all other rows. */
function exchange(rows: Row[], at: number, column: number): void {
  const pivot = rows[at];
  if (!pivot) return;
  const by = pivot.coefficients[column] ?? 1;
  const solved = pivot.coefficients.map((coefficient, index) => (index === column ? 1 : -coefficient) / by);
  const worth: Worth = [-pivot.worth[0] / by, -pivot.worth[1] / by];
  rows.forEach((row, index) => {
    if (index === at) return;
    const times = row.coefficients[column] ?? 0;
    if (times === 0) return;
    row.worth = [row.worth[0] + times * worth[0], row.worth[1] + times * worth[1]];
    row.coefficients[column] = 0;
    for (let each = 0; each < solved.length; each++) {
      const sum = (row.coefficients[each] ?? 0) + times * (solved[each] ?? 0);
      row.coefficients[each] = Math.abs(sum) < 1e-12 ? 0 : sum;
    }
  });
  rows[at] = { worth, coefficients: solved };
}

/** A δ small enough for all rows, and the unknowns with it. */
function pointAt(rows: readonly Row[], basis: readonly number[], names: readonly string[], isSigned: boolean): Point {
  const room = rows.map(({ worth: [number, deltas] }) => (deltas < -ZERO && number > ZERO ? number / -deltas : 1));
  const delta = Math.min(1, ...room) / 2;
  const values = new Map(basis.map((each, row) => [each, worthWith(rows[row], delta)]));
  const read = (index: number) => values.get(index) ?? 0;
  return new Map(names.map((name, index) => [name, isSigned ? read(index) - read(index + names.length) : read(index)]));
}

const worthWith = (row: Row | undefined, delta: number): number => (row ? row.worth[0] + delta * row.worth[1] : 0);

/** What was found is looked at: an example that breaks a condition would be a bug of this file. */
function check(conditions: readonly Condition[], point: Point): void {
  for (const { form, isStrict } of conditions) {
    const value = valueAt(form, point);
    if (isStrict ? value <= 0 : value < -1e-6) throw new Error(`the example breaks a condition by ${value}`);
  }
}
