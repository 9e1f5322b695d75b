/** What a word beside a number makes of it. */
export type WordBound = 'low' | 'low-open' | 'high' | 'high-open' | 'about';

/** Words before the number; the longer ones first, so that "no less than" is not read as "less than". */
const BEFORE: readonly (readonly [string, WordBound])[] = [
  ['not less than', 'low'],
  ['no less than', 'low'],
  ['no fewer than', 'low'],
  ['not more than', 'high'],
  ['no more than', 'high'],
  ['more than', 'low-open'],
  ['less than', 'high-open'],
  ['fewer than', 'high-open'],
  ['at least', 'low'],
  ['at most', 'high'],
  ['up to', 'high'],
  ['exceeding', 'low-open'],
  ['over', 'low-open'],
  ['above', 'low-open'],
  ['under', 'high-open'],
  ['below', 'high-open'],
  ['approximately', 'about'],
  ['around', 'about'],
  ['about', 'about'],
  ['circa', 'about'],
  ['nearly', 'high-open'],
  ['almost', 'high-open'],
  ['不少于', 'low'],
  ['不低于', 'low'],
  ['不超过', 'high'],
  ['不高于', 'high'],
  ['不多于', 'high'],
  ['不大于', 'high'],
  ['不小于', 'low'],
  ['至少', 'low'],
  ['至多', 'high'],
  ['最多', 'high'],
  ['超过', 'low-open'],
  ['突破', 'low-open'],
  ['将近', 'high-open'],
  ['接近', 'high-open'],
  ['大于', 'low-open'],
  ['高于', 'low-open'],
  ['多于', 'low-open'],
  ['小于', 'high-open'],
  ['低于', 'high-open'],
  ['少于', 'high-open'],
  ['不足', 'high-open'],
  ['不到', 'high-open'],
  ['大约', 'about'],
  ['大概', 'about'],
  ['超', 'low-open'],
  ['逾', 'low-open'],
  ['约', 'about'],
  ['近', 'high-open'],
  ['>=', 'low'],
  ['≥', 'low'],
  ['<=', 'high'],
  ['≤', 'high'],
  ['>', 'low-open'],
  ['<', 'high-open'],
  ['~', 'about'],
  ['≈', 'about'],
];

/** Words after the number. In Chinese official use 以上 and 以下 include the number itself. */
const AFTER: readonly (readonly [string, WordBound])[] = [
  ['or more', 'low'],
  ['or less', 'high'],
  ['及以上', 'low'],
  ['及以下', 'high'],
  ['以上', 'low'],
  ['以下', 'high'],
  ['以内', 'high'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['+', 'low'],
];

/** Words that say no more than the number itself: 达, 达到 and 已达. */
const REACHES = /^已?达到?(?=[\d<>≥≤])/;
/** `60余万`, `9万多个`: more than the number, wherever the word stands behind its digits. */
const AND_MORE = /^([+-]?\d[\d.,_]*\s*[千百十万亿]*)\s*[余多]\s*(.*)$/;

/** A number without the words around it, and what they say. */
export function stripWords(text: string): { rest: string; bounds: WordBound[] } {
  const bounds: WordBound[] = [];
  const [, digits, behind = ''] = endsInDigit(text) ? [] : (AND_MORE.exec(text) ?? []);
  if (digits !== undefined) bounds.push('low-open');
  let rest = digits === undefined ? text.replace(REACHES, '') : `${digits}${behind}`;
  for (let found = wordBefore(rest); found; found = wordBefore(rest)) {
    bounds.push(found[1]);
    rest = rest.slice(found[0].length).trimStart();
  }
  for (let found = wordAfter(rest); found; found = wordAfter(rest)) {
    bounds.push(found[1]);
    rest = rest.slice(0, -found[0].length).trimEnd();
  }
  return { rest, bounds };
}

const wordBefore = (text: string) =>
  isDigit(text.charCodeAt(0)) ? undefined : BEFORE.find(([word]) => startsWithWord(text, word));
const wordAfter = (text: string) =>
  endsInDigit(text) ? undefined : AFTER.find(([word]) => text.endsWith(word) && text !== word);

const isDigit = (char: number): boolean => char >= 48 && char <= 57;
export const endsInDigit = (text: string): boolean => isDigit(text.charCodeAt(text.length - 1));

const startsWithWord = (text: string, word: string): boolean =>
  text.slice(0, word.length).toLowerCase() === word &&
  !(/[a-z]$/.test(word) && /^[a-z]/i.test(text.slice(word.length)));
