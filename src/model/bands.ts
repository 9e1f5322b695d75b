import * as z from 'zod';
import { addProblem, plainNumber } from './fields.ts';

/** The paces at which a verdict changes; data, printed with every analysis. */
export interface Bands {
  readonly onSchedule: number;
  readonly nearly: number;
  readonly behind: number;
}

/** Bands by the office that publishes its verdicts by them (docs/methods.md); one that knows no "nearly" begins it at its best. */
export const knownBands = {
  'closing-the-gap': { onSchedule: 1, nearly: 1, behind: 0 },
  sdsn: { onSchedule: 1, nearly: 1, behind: 0.5 },
  statdev: { onSchedule: 0.9, nearly: 0.9, behind: 0.5 },
} as const satisfies Record<string, Bands>;

export const DEFAULT_BANDS: Bands = { onSchedule: 1, nearly: 0.95, behind: 0.6 };

const names = Object.keys(knownBands) as (keyof typeof knownBands)[];

const own = z
  .strictObject({ on_schedule: plainNumber, nearly: plainNumber, behind: plainNumber })
  .transform(({ on_schedule, nearly, behind }, ctx): Bands => {
    const falling = [on_schedule, nearly, behind, 0];
    const wrong = falling.findIndex((each, index) => index > 0 && each > (falling[index - 1] ?? each));
    const [min, max] = [falling[wrong] ?? 0, falling[wrong - 1] ?? 0];
    if (wrong > 0) addProblem(ctx, 'reversed-range', { min, max });
    return { onSchedule: on_schedule, nearly, behind };
  });

export const bands = z.union([z.enum(names).transform((name): Bands => knownBands[name]), own]);
