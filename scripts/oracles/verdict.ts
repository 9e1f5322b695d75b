import type { Row } from './row.ts';

/** What came of one row. */
export type Finding =
  | { readonly is: 'reproduced' }
  | { readonly is: 'different'; readonly expected: string; readonly got: string }
  | { readonly is: 'not-applicable'; readonly why: string };

export type Judge = (row: Row) => Finding;

export const notApplicable = (why: string): Finding => ({ is: 'not-applicable', why });

/** Published numbers carry the floating-point noise of the publisher's own program. */
const TOLERANCE = 1e-6;

export const isSame = (expected: number, got: number): boolean =>
  Math.abs(expected - got) <= TOLERANCE * Math.max(1, Math.abs(expected));

/** Equal once rounded as the publisher printed it. */
export function isSameAsPrinted(printed: string, got: number): boolean {
  const places = /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;
  return Math.abs(Number.parseFloat(printed) - got) <= 0.5 * 10 ** -places + Number.EPSILON * Math.abs(got);
}

/** Holds a label, and the number beside it where one was published, against what the publisher printed. */
export function compare(row: Row, label: string, number: number | null, same = isSame): Finding {
  const isLabel = row.status.toLowerCase() === label.toLowerCase();
  return isLabel && isNumber(row, number, same)
    ? { is: 'reproduced' }
    : { is: 'different', expected: shown(row.status, row.ratio), got: shown(label, number) };
}

/** Holds only the number against the printed one. */
export function compareNumber(row: Row, number: number, same = isSame): Finding {
  if (row.ratio === null) return notApplicable('the source prints no number');
  return same(row.ratio, number)
    ? { is: 'reproduced' }
    : { is: 'different', expected: row.ratioText, got: String(number) };
}

const isNumber = ({ ratio }: Row, number: number | null, same: (expected: number, got: number) => boolean): boolean =>
  ratio === null || (number !== null && same(ratio, number));

const shown = (label: string, number: number | null): string => (number === null ? label : `${label} (${number})`);
