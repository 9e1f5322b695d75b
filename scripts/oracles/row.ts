/** One published case: what went in, and what the publisher made of it. */
export interface Row {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly indicator: string;
  readonly method: string;
  readonly wants: Wants;
  readonly baseYear: number | null;
  readonly base: number | null;
  readonly year: number | null;
  readonly value: number | null;
  readonly targetYear: number | null;
  readonly target: number | null;
  readonly ratio: number | null;
  /** The ratio as printed, for publishers that print few digits. */
  readonly ratioText: string;
  readonly status: string;
  readonly notes: string;
}

export const wants = ['increase', 'decrease', 'floor', 'ceiling'] as const;
export type Wants = (typeof wants)[number];

/** What the source did not print, in words; empty where all is there. */
export function unprinted(row: Row, ...fields: readonly (keyof typeof fieldNames)[]): string {
  const missing = fields.filter(field => row[field] === null).map(field => fieldNames[field]);
  return missing.length === 0 ? '' : `the source prints no ${missing.join(' and no ')}`;
}

const fieldNames = {
  base: 'base value',
  baseYear: 'base year',
  value: 'current value',
  year: 'current year',
  target: 'target value',
  targetYear: 'target year',
} as const;
