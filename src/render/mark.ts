export const MARK_TEXT = 'Written by shanxi-plan; the next run may replace this file';

/** By what a later run knows a file as an output of this tool, which it may replace. */
export type Mark =
  /** What the format begins with anyway. */
  | { readonly begins: RegExp }
  /** A line behind the output where it goes into a file; elsewhere there is nothing to replace. */
  | { readonly lastLine: string }
  /** What it ends with. */
  | { readonly ends: RegExp };

export const lastLine = (line: (text: string) => string): Mark => ({ lastLine: `${line(MARK_TEXT)}\n` });

/** What goes into a file. */
export const fileContent = (mark: Mark, output: string | Uint8Array): string | Uint8Array =>
  'lastLine' in mark && typeof output === 'string' ? output + mark.lastLine : output;

/** Of a file as much as a mark may need. */
export const MARK_BYTES = 1024;

/** @param start and end: at most MARK_BYTES of the file each, where each byte is a sign. */
export function isMarked(mark: Mark, start: string, end: string): boolean {
  if ('begins' in mark) return mark.begins.test(start);
  return 'ends' in mark ? mark.ends.test(end) : end.endsWith(`\n${mark.lastLine}`);
}
