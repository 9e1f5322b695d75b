/*
 * Values of attributes as XML Schema writes them: blanks around a value say nothing. Undefined for what is none of its kind.
 */

export function truthIn(text: string): boolean | undefined {
  const value = text.trim();
  if (value === '1' || value === 'true') return true;
  return value === '0' || value === 'false' ? false : undefined;
}

export function numberIn(text: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text.trim()) ? Number(text) : undefined;
}

/** A switch of a font or a workbook is on where it stands, unless it says otherwise. */
export function isOn(text = '1'): boolean {
  const truth = truthIn(text);
  if (truth === undefined) throw new Error(`"${text}" is neither true nor false`);
  return truth;
}

/** Reads the value of an attribute, where it is there; tells of one that is not what it should be. */
export const attributeReader =
  (tell: (what: 'truth' | 'number', text: string) => void) =>
  <T>(text: string | undefined, what: 'truth' | 'number', value: (text: string) => T | undefined): T | undefined => {
    const said = text === undefined ? undefined : value(text);
    if (text !== undefined && said === undefined) tell(what, text);
    return said;
  };
