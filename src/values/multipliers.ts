/** As powers of ten, so that `82.78万` is read as 82.78e4 and no decimal is lost in a multiplication. */
export const multipliers: Readonly<Record<string, number>> = {
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  万亿: 12,
  k: 3,
  K: 3,
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
};

const names = Object.keys(multipliers);
/** The longer ones first, so that 百万 is not read as 万. */
const anyName = names.toSorted((a, b) => b.length - a.length).join('|');

/** A number before its multiplier. */
export const MULTIPLIER = new RegExp(`^(.*?)\\s*(${anyName})$`);
/** A multiplier before what is counted: 万个. */
export const LEADING_MULTIPLIER = new RegExp(`^(?:${anyName})\\s*`);

const BARE = /^[\d.]*$/;

/** Whether a printed number is multiplied; no other word beside a number has these letters. */
export function isMultiplied(number: string): boolean {
  if (BARE.test(number)) return false;
  const text = number.normalize('NFKC');
  return names.some(name => text.includes(name));
}
