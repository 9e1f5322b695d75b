import { describe, expect, test } from 'vitest';
import { unicodePattern } from '../../src/values/unicode-pattern.ts';

const characters = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter(code => code < 0xd800 || code > 0xdfff)
  .map(code => String.fromCodePoint(code));

describe.each([
  String.raw`\p{L}`,
  String.raw`\p{N}`,
  String.raw`\p{No}`,
  String.raw`\p{C}`,
  String.raw`\p{Zl}`,
  String.raw`\p{Zp}`,
  String.raw`\p{Script=Han}`,
  String.raw`\p{Script=Latin}`,
])('%s', name => {
  test('has the same characters as in a pattern of Unicode', () => {
    const [has, lacks] = [unicodePattern(`^[${name}]$`), unicodePattern(`^[^${name}]$`)];
    const [real, other] = [new RegExp(`^[${name}]$`, 'u'), new RegExp(`^[^${name}]$`, 'u')];
    const wrong = characters.filter(
      each => has(each).test(each) !== real.test(each) || lacks(each).test(each) !== other.test(each),
    );
    expect(wrong).toEqual([]);
  });
});

test('a text with any other letter is judged by all of Unicode', () => {
  const word = unicodePattern(String.raw`^[\p{L}\p{N}]+$`);
  const words = ['abc', '太原', 'taiyuan太原1', 'énergie', 'лес', '𠮷野', '٣', '²', 'ａ', 'ー', '〇'];
  const none = ['㎡', 'a b', '', '“a', '🙂', '\ud800', 'a\u200b'];
  expect([...words, ...none].map(each => word(each).test(each))).toEqual([
    ...words.map(() => true),
    ...none.map(() => false),
  ]);
});

test('flags go with it', () => {
  const letters = unicodePattern(String.raw`[\p{L}]`, 'g');
  expect(['a太1é'.replace(letters('a太1é'), 'x'), 'a太1'.replace(letters('a太1'), 'x')]).toEqual(['xx1x', 'xx1']);
});
