/** The paces at which a verdict changes; data, printed with every analysis. */
export interface Bands {
  readonly onSchedule: number;
  readonly nearly: number;
  readonly behind: number;
  /** What is on schedule, or nearly so, begins above its number, not at it. */
  readonly isAbove: boolean;
}

/** Bands by the office that publishes its verdicts by them (docs/methods.md); one that knows no "nearly" begins it at its best. */
export const namedBands = {
  'closing-the-gap': { onSchedule: 1, nearly: 1, behind: 0, isAbove: false },
  sdsn: { onSchedule: 1, nearly: 1, behind: 0.5, isAbove: false },
  statdev: { onSchedule: 0.9, nearly: 0.9, behind: 0.5, isAbove: true },
} as const satisfies Record<string, Bands>;

export const DEFAULT_BANDS: Bands = { onSchedule: 1, nearly: 0.95, behind: 0.6, isAbove: false };
