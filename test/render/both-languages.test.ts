import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/*
 * That each text is there in both languages the types hold. That a Chinese one is Chinese, and was not left in English, they
 * cannot: here every catalogue of the words and every shipped plan is walked through.
 */

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** A word of English, and not a sign, a unit, a flag or a name that stands for itself. */
const isEnglish = (text: string): boolean => /(?:^|[\s(])[a-z]{3,}(?:[\s,.:;)]|$)/i.test(text);

const LITERAL = /`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g;

/** What a function that fills words in says by itself; a single word there is the name of something. */
const ownTexts = (words: () => unknown): string =>
  (String(words).match(LITERAL) ?? [])
    .map(text => text.slice(1, -1).replace(/\$\{[^{}]*\}/g, ' '))
    .filter(text => !/^[\w-]+$/.test(text))
    .join('\n');

/** Where the English says something that the Chinese says in no Chinese. */
function untranslated(en: unknown, zh: unknown, at: string): string[] {
  if (typeof en === 'string') return typeof zh === 'string' && isEnglish(en) && !isChinese(zh) ? [`${at}: ${zh}`] : [];
  if (typeof en === 'function') {
    const [said, told] = [ownTexts(en as () => unknown), ownTexts(zh as () => unknown)];
    return isEnglish(said) && told !== '' && !isChinese(told) ? [`${at}: ${told}`] : [];
  }
  if (typeof en !== 'object' || en === null) return [];
  return Object.entries(en).flatMap(([key, part]) =>
    untranslated(part, (zh as Record<string, unknown>)[key], `${at}.${key}`),
  );
}

const FOLDER = 'src/render/words';
const modules = await Promise.all(
  readdirSync(FOLDER)
    .filter(name => name.endsWith('.ts'))
    .map(async name => ({ name, exported: (await import(path.resolve(FOLDER, name))) as Record<string, unknown> })),
);

const inOne = modules.flatMap(({ name, exported }) =>
  Object.entries(exported).flatMap(([id, value]) =>
    typeof value === 'object' && value !== null && 'en' in value && 'zh' in value
      ? [{ at: `${name} ${id}`, en: value.en, zh: value.zh }]
      : [],
  ),
);

/** `outlineEn` of one file and `outlineZh` of the one beside it; `en` and `zh`. */
const beside = modules.flatMap(({ name, exported }) => {
  const other = modules.find(each => each.name === name.replace(/en\.ts$/, 'zh.ts') && each.name !== name);
  return Object.entries(exported).flatMap(([id, en]) => {
    const zh = other?.exported[id.replace(/En$/, 'Zh').replace(/^en$/, 'zh')];
    return zh !== undefined && zh !== en ? [{ at: `${name} ${id}`, en, zh }] : [];
  });
});

test('no word of the program was left in English', () => {
  expect(inOne.length).toBeGreaterThan(5);
  expect(beside.length).toBeGreaterThan(15);
  expect([...inOne, ...beside].flatMap(({ en, zh, at }) => untranslated(en, zh, at))).toEqual([]);
});

test('the walk finds what it is for', () => {
  const wrong = { a: 'not found', b: (x: string) => `${x} is wrong` };
  expect(untranslated({ a: 'not found', b: (x: string) => `${x} is wrong` }, wrong, 'x')).toHaveLength(2);
  expect(untranslated(wrong, { a: '未找到', b: (x: string) => `${x} 有误` }, 'x')).toEqual([]);
});

test('what is told of a mistake is told in both', async () => {
  const catalogues = modules.flatMap(({ name, exported }) =>
    name.startsWith('usage-') ? Object.values(exported) : [],
  );
  const entries = catalogues.flatMap(catalogue =>
    typeof catalogue === 'object' ? Object.entries(catalogue as Record<string, () => unknown>) : [],
  );
  expect(entries.length).toBeGreaterThan(60);
  expect(entries.filter(([, words]) => !isChinese(ownTexts(words))).map(([id]) => id)).toEqual([]);
});

/** The keys of a plan that a person reads, but for `wording`, which is in the language of its source. */
const READ = new Set(['title', 'note', 'unit', 'publisher']);

function textsIn(node: unknown, at = ''): { readonly at: string; readonly text: unknown }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, part]) =>
    READ.has(key) ? [{ at: `${at}.${key}`, text: part }] : textsIn(part, `${at}.${key}`),
  );
}

/** Signs, and names of those who have none in Chinese. */
const SAME_IN_BOTH = /^(?:%|‰|Policy CN|Seetao|sxau\.edu\.cn)$/;

describe.each(readdirSync('plan'))('plan/%s', file => {
  const texts = textsIn(parse(readFileSync(`plan/${file}`, 'utf8')));

  test('says all in both languages', () => {
    expect(texts.length).toBeGreaterThan(30);
    const isInBoth = (text: unknown): boolean => {
      if (typeof text === 'string') return SAME_IN_BOTH.test(text);
      const { en, zh } = text as { en?: string; zh?: string };
      return en !== undefined && zh !== undefined && /[a-z]/i.test(en) && isChinese(zh);
    };
    expect(texts.filter(({ text }) => !isInBoth(text))).toEqual([]);
  });
});
