/*
 * How many are counted at once by a unit: 万个 are ten thousand, "million t" a million. 千 and 兆 also begin the names of
 * units (千瓦, 千米), and 万 may stand in what the unit is counted by: 台/万人 and "per 10,000 people" are no tens of thousands,
 * as a "point of 100" is no hundred.
 */

import { unicodePattern } from './unicode-pattern.ts';

const CHINESE = /[十百千]?[万亿]+(?!分)|[十百](?=[人户个家台辆元公])|千(?!米|克|瓦|卡|帕|赫|伏|安|焦|升|比特|字节|分)/g;
const chinese: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

const ENGLISH = /(?<![a-z])(?:ten|hundred|thousand|lakh|million|crore|billion|trillion|mn|bn|tn)(?=s?(?![a-z]))/gi;
const english: Readonly<Record<string, number>> = {
  ...{ ten: 1, hundred: 2, thousand: 3, lakh: 5, million: 6, crore: 7, billion: 9, trillion: 12 },
  ...{ mn: 6, bn: 9, tn: 12 },
};

const numeralFor = unicodePattern(String.raw`(?<![\p{L}\d])1(?:0{0,2}(?:[ ,_\u2009]000)+|0+)(?!\d)`, 'g');

const COUNTED_BY = /\/.*|每.*|(?<![a-z])(?:per(?![a-z])|of(?= ?\d)).*/i;

/** The powers of ten that the words of a unit say, one by one. */
const powersOf = (text: string): number[] => [
  ...(text.match(CHINESE) ?? []).flatMap(run => [...run].map(letter => chinese[letter] ?? 0)),
  ...(text.match(ENGLISH) ?? []).map(word => english[word.toLowerCase()] ?? 0),
  ...(text.match(numeralFor(text)) ?? []).map(number => number.replace(/\D/g, '').length - 1),
];

const powerOf = (text: string): number => powersOf(text).reduce((sum, power) => sum + power, 0);

/** What is counted, and what it is counted by. */
function halves(unit: string): readonly [counted: string, by: string] {
  const text = unit.normalize('NFKC');
  const [by = ''] = COUNTED_BY.exec(text) ?? [];
  return [text.slice(0, text.length - by.length).trim(), by];
}

/** Whether a unit says by itself how many are counted at once: 万个, 亿元, million t. */
export const isMultipleUnit = (unit: string): boolean => powersOf(halves(unit)[0]).length > 0;

/** Measures that are written with a prefix, each under one name: kW and 千瓦 are three powers of ten of W. */
const measures: Readonly<Record<string, string>> = {
  ...{ 瓦时: 'Wh', 瓦小时: 'Wh', 瓦: 'W', 吨: 't', 克: 'g', 米: 'm', 升: 'L', 焦: 'J' },
  ...{ 公里: 'km', 公斤: 'kg' },
};
const prefixes: Readonly<Record<string, number>> = {
  ...{ k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 },
  ...{ 千: 3, 兆: 6, 吉: 9, 太: 12 },
};
const latinFor = unicodePattern(String.raw`(?<!\S)([kMGTPE]?)(Wh|[tWgmLJ])(?![\p{L}\d²³])`);
const HAN = new RegExp(`([千兆吉太]?)(${Object.keys(measures).join('|')})`);

/** A prefix before a measure that is not known here. */
const MAYBE_PREFIX = /(?<![A-Za-z])(?:[kMGTPE][A-Za-z]|kilo|mega|giga|tera)|[兆吉太]/;

/** The measure in a unit, and its prefix as a power of ten. */
function measureIn(text: string): { readonly measure: string; readonly power: number } | undefined {
  const bare = [CHINESE, ENGLISH, numeralFor(text)].reduce((rest, words) => rest.replace(words, ' '), text);
  const [, before = '', han] = HAN.exec(bare) ?? [];
  const named = han === undefined ? bare : (measures[han] ?? '');
  const [, prefix = '', measure] = latinFor(named).exec(named) ?? [];
  return measure === undefined ? undefined : { measure, power: (prefixes[before] ?? 0) + (prefixes[prefix] ?? 0) };
}

function isOtherPower(a: string, b: string): boolean {
  const [left, right] = [measureIn(a), measureIn(b)];
  if (left && right && left.measure === right.measure) return powerOf(a) + left.power !== powerOf(b) + right.power;
  return !MAYBE_PREFIX.test(a) && !MAYBE_PREFIX.test(b) && powerOf(a) !== powerOf(b);
}

/** Whether two names cannot be those of one unit, because they count another number at once. */
export function isOtherMultiple(a: string, b: string): boolean {
  const [[counted, by], [otherCounted, otherBy]] = [halves(a), halves(b)];
  // A table may leave it to its heading what a count is per.
  return isOtherPower(counted, otherCounted) || (by !== '' && otherBy !== '' && isOtherPower(by, otherBy));
}
