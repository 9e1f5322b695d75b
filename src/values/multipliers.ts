/** As powers of ten, so that `82.78万` is read as 82.78e4 and no decimal is lost in a multiplication. */
export const multipliers: Readonly<Record<string, number>> = {
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  k: 3,
  K: 3,
  million: 6,
  billion: 9,
};

const names = Object.keys(multipliers);

/** A number before its multiplier; the longer ones first, so that 百万 is not read as 万. */
export const MULTIPLIER = new RegExp(`^(.*?)\\s*(${names.toSorted((a, b) => b.length - a.length).join('|')})$`);

/** Whether a printed number is multiplied; no other word beside a number has these letters. */
export const isMultiplied = (number: string): boolean => names.some(name => number.normalize('NFKC').includes(name));

/**
 * Multipliers in a unit. 千 and 兆 also begin the names of units (千瓦, 千米), and 万 may stand in what the unit is counted by:
 * 台/万人 and "per 10,000 people" are no tens of thousands.
 */
const IN_UNIT = [
  /[万亿]|千(?!米|克|瓦|卡|帕|赫|伏|安|焦|升|比特|字节)/,
  /(?<![a-z])(?:hundreds?|thousands?|(?:mill|bill|trill)ions?|mn|bn|tn)(?![a-z])/i,
  /(?<!\d)1(?:0{2,}|0{0,2}(?:[ ,_\u2009]000)+)(?!\d)/,
];

const COUNTED_BY = /\/.*|每.*|(?<![a-z])per(?![a-z]).*/i;

/** Whether a unit says by itself how many are counted at once: 万个, 亿元, million t. */
export function isMultipleUnit(unit: string): boolean {
  const counted = unit.normalize('NFKC').replace(COUNTED_BY, '');
  return IN_UNIT.some(form => form.test(counted));
}
