const QUOTE = 0x22;
const SPACE = 0x20;
const TAB = 0x09;

const isBlank = (byte: number | undefined): boolean => byte === SPACE || byte === TAB;

/**
 * What DuckDB lets pass in a CSV and the ordinary reader refuses: a byte of zero, and blanks between a delimiter and a
 * quotation mark. Whether a blank stands within the quotes is not looked at: then the file is only read more slowly.
 */
export function csvDoubt(chunk: Uint8Array, before: number): string | undefined {
  if (chunk.includes(0)) return 'a byte of it is zero';
  const beside = 'a blank stands beside a quotation mark';
  if (before === QUOTE && isBlank(chunk[0])) return beside;
  for (let at = chunk.indexOf(QUOTE); at !== -1; at = chunk.indexOf(QUOTE, at + 1))
    if (isBlank(at === 0 ? before : chunk[at - 1]) || isBlank(chunk[at + 1])) return beside;
  return undefined;
}
