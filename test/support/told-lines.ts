/* What a golden file of many small cases consists of: lines that a person can read, in which nothing empty is written. */

const isEmpty = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null)
    return value === null || value === undefined || value === false || value === '';
  return Array.isArray(value) ? value.length === 0 : fieldsIn(value).length === 0;
};

/** As YAML has it in one line, without marks around words. A number has no more digits than all machines agree about. */
export function inLine(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(9)));
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  return `{${fieldsIn(value).join(', ')}}`;
}

export const fieldsIn = (fields: object): string[] =>
  Object.entries(fields).flatMap(([key, value]) => (isEmpty(value) ? [] : `${key}: ${inLine(value)}`));

/** None where it would say nothing. */
export const toldLine = (name: string, fields: object | null): string[] =>
  fields === null || fieldsIn(fields).length === 0 ? [] : [`  ${name} ${fieldsIn(fields).join(', ')}`];
