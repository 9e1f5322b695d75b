import * as z from 'zod';
import { type Bands, namedBands } from './bands.ts';
import { addProblem, plainNumber } from './fields.ts';

const names = Object.keys(namedBands) as (keyof typeof namedBands)[];

const own = z
  .strictObject({ on_schedule: plainNumber, nearly: plainNumber, behind: plainNumber })
  .transform(({ on_schedule, nearly, behind }, ctx): Bands => {
    const falling = [on_schedule, nearly, behind, 0];
    const wrong = falling.findIndex((each, index) => index > 0 && each > (falling[index - 1] ?? each));
    const [min, max] = [falling[wrong] ?? 0, falling[wrong - 1] ?? 0];
    if (wrong > 0) addProblem(ctx, 'reversed-range', { min, max });
    return { onSchedule: on_schedule, nearly, behind, isAbove: false };
  });

export const bands = z.union([z.enum(names).transform((name): Bands => namedBands[name]), own]);
