import fc from 'fast-check';

/** What means something in YAML, or may be taken for it. */
export const SIGNS = [
  ...'ab1:,-[]{}"\'&*!|>%#?\n\n\n\t\\~@`=.约\u00a0\u0085\u2028',
  ' ',
  ' ',
  '  ',
  ': ',
  '- ',
  ' #',
  'a: ',
  '\nb: ',
  '\n  ',
  '\n- ',
  '---',
];

/** A character more or less, a line twice, gone or moved in. */
export function slips(): fc.Arbitrary<(text: string) => string> {
  const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const offset = (text: string, share: number) => Math.floor(share * (text.length + 1));
  const inLines = (change: (lines: string[], index: number) => string[]) =>
    at.map(share => (text: string) => {
      const lines = text.split('\n');
      return change(lines, Math.floor(share * lines.length)).join('\n');
    });
  return fc.oneof(
    fc.tuple(at, fc.constantFrom(...SIGNS)).map(([share, sign]) => (text: string) => {
      const where = offset(text, share);
      return text.slice(0, where) + sign + text.slice(where);
    }),
    at.map(share => (text: string) => text.slice(0, offset(text, share)) + text.slice(offset(text, share) + 1)),
    inLines((lines, index) => lines.toSpliced(index, 1)),
    inLines((lines, index) => lines.toSpliced(index, 0, lines[index] ?? '')),
    inLines((lines, index) => lines.with(index, ` ${lines[index]}`)),
    inLines((lines, index) => lines.with(index, lines[index]?.replace(/^ /, '') ?? '')),
  );
}
