import type { RichTextRun } from 'hucre';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** Digits above and below the line stay what they are: the mark of a footnote is no digit of the number before it. */
export const raisedText = (runs: readonly RichTextRun[]): string =>
  runs
    .map(({ text, font }) =>
      font?.vertAlign ? placed(text, font.vertAlign === 'superscript' ? RAISED : LOWERED) : text,
    )
    .join('')
    .trim();

const placed = (text: string, digits: string): string => text.replace(/\d/g, digit => digits[Number(digit)] ?? digit);
