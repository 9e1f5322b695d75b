import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { MAX_TAG } from '../../src/input/document/limits.ts';
import { type Element, elements, readXml } from '../../src/input/xlsx/xml.ts';
import { runs } from '../support/properties.ts';

async function* inPieces(text: string, ...cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const ends = [...cuts.map(cut => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  for (const [index, end] of ends.entries()) yield bytes.slice(ends[index - 1] ?? 0, end);
}

/** What is read of a list of items, each with its attributes and its text. */
async function itemsIn(text: string, ...cuts: readonly number[]): Promise<string[]> {
  const items: string[] = [];
  const item: Element = {
    open: attributes => items.push(JSON.stringify([...attributes])),
    text: piece => items.push(`${items.pop()}${piece}`),
  };
  const list: Element = { isStrict: true, children: elements({ item, other: {} }) };
  await readXml(inPieces(text, ...cuts), elements({ list }));
  return items;
}

const DOCUMENT = `\ufeff<?xml version="1.0"?><!-- <list> --><x:list xmlns:x="urn:x">
  <x:item a="1" b='"2">3' >one &amp; &#19968;&#x4E00;二</x:item><x:other><item>passed over</item><y/></x:other>
  <x:item/><x:item><![CDATA[<&>]]> and more</x:item >
</x:list>\n`;
const ITEMS = ['[["a","1"],["b","\\"2\\">3"]]one & 一一二', '[]', '[]<&> and more'];

test('elements, attributes and texts are read', async () => {
  expect(await itemsIn(DOCUMENT)).toStrictEqual(ITEMS);
});

test('wherever the document is cut into pieces, the same is read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { maxLength: 8 }), async cuts => {
      expect(await itemsIn(DOCUMENT, ...cuts)).toStrictEqual(ITEMS);
    }),
    runs(0.5),
  );
  const each = Array.from({ length: DOCUMENT.length + 20 }, (_, index) => index);
  expect(await itemsIn(DOCUMENT, ...each)).toStrictEqual(ITEMS);
});

describe('refused is', () => {
  it.each([
    ['nothing', ''],
    ['a text', 'item'],
    ['another document', '<other/>'],
    ['two documents', '<list/><list/>'],
    ['a text behind the document', '<list/>text'],
    ['an element that is not closed', '<list><item>'],
    ['an element that is closed twice', '<list></list></list>'],
    ['an element that another one closes', '<list><item></list></item>'],
    ['a tag that is not closed', '<list><item a="1"'],
    ['a comment that is not closed', '<list><!-- </list>'],
    ['an attribute that stands twice', '<list><item a="1" a="1"/></list>'],
    ['an attribute without quotes', '<list><item a=1/></list>'],
    ['an attribute without a value', '<list><item a/></list>'],
    ['a tag without a name', '<list>< item/></list>'],
    ['a character without a meaning', '<list><item>&nbsp;</item></list>'],
    ['a character beyond all', '<list><item>&#x110000;</item></list>'],
    ['a lone &', '<list><item>a & b</item></list>'],
    ['a type of document', '<!DOCTYPE list [<!ENTITY a "b">]><list/>'],
    ['an element that is not known', '<list><thing/></list>'],
    ['an element of another name space', '<x:list><item/></x:list>'],
    ['a text beside the elements', '<list>text</list>'],
    ['deep nesting', `<list>${'<other>'.repeat(200)}${'</other>'.repeat(200)}</list>`],
    ['a tag without an end', `<list><item a="${' '.repeat(2 * MAX_TAG)}`],
  ])('%s', async (_name, text) => {
    await expect(itemsIn(text)).rejects.toThrow();
  });

  it('what is not UTF-8', async () => {
    async function* bytes() {
      yield Uint8Array.from([0x3c, 0x61, 0xff, 0x2f, 0x3e]);
    }
    await expect(readXml(bytes(), elements({ a: {} }))).rejects.toThrow();
  });
});
