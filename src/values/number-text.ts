import { unicodePattern } from './unicode-pattern.ts';

/** Why a text is no number; docs/notation.md has an example of each. */
export const quantityHints = [
  'not-a-number',
  'power-of-ten',
  'empty',
  'few',
  'too-large',
  'decimal-comma',
  'grouping',
  'leading-or-trailing-point',
  'leading-zero',
  'range',
  'unit-in-value',
  'a-year',
  'two-bounds',
  'chinese-numeral',
  'brackets',
  'word-before',
] as const;
export type QuantityHint = (typeof quantityHints)[number];

const BEYOND_ASCII = /[^\0-\x7f]/;

/**
 * Full-width digits, signs and letters become ASCII; a thin space stays apart from a plain one. Nothing else is
 * unified: a footnote mark as in `93307²` must not become a digit.
 */
export function unifyWidth(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.trim();
  return text
    .replace(/[\u00a0\u3000\ufe50-\ufe6b\uff01-\uff5e]/g, char => char.normalize('NFKC'))
    .replace(/\u202f/g, '\u2009')
    .replace(/−/g, '-')
    .replace(/≧|≦/g, sign => (sign === '≧' ? '≥' : '≤'))
    .trim()
    .replace(/^[“‘「『](.*)[”’」』]$/, '$1')
    .trim();
}

/** `九万`, `9万3千`, `百余`, `上千`, 百分之五, 五成. */
const chineseNumeralFor = unicodePattern(
  String.raw`^(?:上|[+-]?上?[\d.]*[一二三四五六七八九十百千万亿零两〇][\d.一二三四五六七八九十百千万亿零两〇分之成半]*[余多]?[^\d\p{No}]?)$`,
);

/** A number for each period, or on the average of them. */
const A_YEAR = /\d.*?(?:\b(?:a|an|per|each|every) (?:year|annum|quarter|month)\b|\bp\.?a\.?$|[/每]年)|^年均|年均$/i;

/** 下降14, 累计120个: what the word says has a sign, or a field of its own. */
const BEHIND_WORD = /^\p{Script=Han}{1,8} ?[+-]?\d[\d,]*(?:\.\d+)?[^\d]{0,4}$/u;

export function hintFor(digits: string): QuantityHint {
  if (/几|数[十百千万亿]/.test(digits)) return 'few';
  if (A_YEAR.test(digits)) return 'a-year';
  if (/^[+-]?[\d.]*\.\d{3},\d+$/.test(digits)) return 'decimal-comma';
  if (/^[+-]?(0,\d+|\d+,\d{1,2})$/.test(digits)) return 'decimal-comma';
  if (/^[+-]?(\.\d+|\d+\.)$/.test(digits)) return 'leading-or-trailing-point';
  if (/^[+-]?0\d+(\.\d+)?$/.test(digits)) return 'leading-zero';
  if (/^[+-]?[\d.]+\s*(?:[×x*·]\s*10|e\s*[+-]?\d)/i.test(digits)) return 'power-of-ten';
  if (/[\d%千万亿kK]\s*(-|–|—|~|至|to|到)\s*\d/.test(digits)) return 'range';
  if (chineseNumeralFor(digits).test(digits)) return 'chinese-numeral';
  if (/^[+-]?\d[\d,_.\u2009 ]*$/.test(digits)) return 'grouping';
  if (/^[+-]?\d[\d.,_]*\s*\D+$/.test(digits)) return 'unit-in-value';
  if (/^\(\s*\d[\d.,_ ]*\s*%?\s*\)$/.test(digits)) return 'brackets';
  if (BEHIND_WORD.test(digits)) return 'word-before';
  return 'not-a-number';
}
