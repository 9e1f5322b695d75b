import { ceilingOf, type Limits, limitsFor } from '../input/document/limits.ts';
import { nearest } from '../input/document/nearest.ts';
import { usageOfFlags } from '../render/words/usage-flags.ts';
import { type LimitName, limitNames } from '../values/limit-name.ts';
import { parseSize } from './input-size.ts';
import { UserError } from './user-error.ts';

export interface LimitFlags {
  readonly maxInputSize?: string;
  readonly limit?: readonly string[];
}

/** The limits that `--limit` names; the size has a flag of its own, and what follows from it alone has none. */
export const namedLimits = limitNames.filter(name => name !== 'bytes' && name !== 'ratioFrom');

/** What a run may read and make: a found config must not raise it, so that only flags do. */
export function limitsOf({ maxInputSize, limit = [] }: LimitFlags): Limits {
  const size = maxInputSize === undefined ? {} : { bytes: parseSize('--max-input-size', maxInputSize) };
  return limitsFor({ ...size, ...Object.fromEntries(limit.map(parseLimit)) });
}

function parseLimit(text: string): readonly [LimitName, number] {
  const [, name = text, digits = ''] = /^(.*?)=(.*)$/.exec(text) ?? [];
  const limit = namedLimits.find(each => each === name);
  if (limit === undefined) {
    const near = nearest(name, namedLimits);
    throw new UserError(usageOfFlags.unknownLimit({ name, near, allowed: namedLimits }));
  }
  const number = Number(digits.replaceAll(/[_,]/g, ''));
  if (!Number.isSafeInteger(number) || number <= 0) throw new UserError(usageOfFlags.noLimit(text, name));
  if (number > ceilingOf(limit)) throw new UserError(usageOfFlags.limitTooHigh(name, ceilingOf(limit)));
  return [limit, number];
}
