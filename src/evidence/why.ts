import type { Claim } from './claim.ts';
import type { End } from './solution.ts';

/** Every claim behind an end, however it was handed on. */
export function claimsBehind(end: End): Claim[] {
  const found = new Set<Claim>();
  const seen = new Set<End['why']>();
  const open = [end];
  for (let next = open.pop(); next; next = open.pop()) {
    const { why } = next;
    if (seen.has(why)) continue;
    seen.add(why);
    if (why.kind === 'claims') for (const claim of why.claims) found.add(claim);
    if ('from' in why) open.push(why.from);
    if ('ends' in why) open.push(...('but' in why ? why.ends.toSpliced(why.but, 1) : why.ends));
  }
  return [...found];
}
