import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/input/document/document.ts';
import { readJson, readTree } from '../../src/input/json/json.ts';
import { readPlain } from '../../src/input/json/plain.ts';
import { documentOf, placeIn, problemsOf } from '../support/document.ts';

const dataOf = (text: string) => documentOf(readJson, text).data;

const REPORT = `{
  "report": "山西省数据",
  "as_of": "2023-12-31",
  "metrics": {
    "5g-base-stations": 93307,
    "数据中心": { "value": "82.78万", "counts": null }
  },
  "observations": [
    { "indicator": "5g-base-stations", "value": 6.70 },
    []
  ]
}
`;

describe('locate', () => {
  const document = documentOf(readJson, REPORT);

  it.each<[readonly Step[], 'key' | 'value', string]>([
    [['report'], 'value', '2:13 "山西省数据"'],
    [['report'], 'key', '2:3 "report"'],
    [['metrics', '5g-base-stations'], 'value', '5:25 93307'],
    [['metrics', '5g-base-stations'], 'key', '5:5 "5g-base-stations"'],
    [['metrics', '数据中心', 'value'], 'value', '6:24 "82.78万"'],
    [['metrics', '数据中心', 'counts'], 'value', '6:44 null'],
    [['observations', 0, 'value'], 'value', '9:49 6.70'],
    [['observations', 0, 'value'], 'key', '9:40 "value"'],
    [['observations', '0', 'value'], 'value', '9:49 6.70'],
    [['observations', 1], 'value', '10:5 []'],
    [['metrics', '数据中心', 'unit'], 'value', '6:13 { "value": "82.78万", "counts": null }'],
    [['report', 'en'], 'key', '2:3 "report"'],
    [['observations', 9, 'value'], 'key', '8:3 "observations"'],
  ])('%j (%s) is %s', (path, which, expected) => {
    expect(placeIn(REPORT, document, path, which)).toBe(expected);
  });

  it.each<[readonly Step[]]>([[[]], [['nothing']]])('%j falls back to the whole', path => {
    expect(document.locate(path)).toMatchObject({ line: 1, col: 1, endLine: 12, endCol: 2 });
  });

  it('is the same in a file with CRLF', () => {
    const crlf = documentOf(readJson, REPORT.replaceAll('\n', '\r\n'));
    expect(crlf.locate(['observations', 0, 'value'])).toMatchObject({ line: 9, col: 49 });
    expect(crlf.data).toStrictEqual(document.data);
  });
});

describe('scalars', () => {
  it.each(['6.70', '0.10', '1e5', '-0', '12345678901234567890', 'true', 'false'])('%s stays as written', text => {
    expect(dataOf(`{ "a": ${text}, "b": [${text}] }`)).toStrictEqual({ a: text, b: [text] });
  });

  it('a null is an absent value in a mapping and an empty one in a list', () => {
    expect(dataOf('{ "a": null, "b": [null, 1] }')).toStrictEqual({ b: ['', '1'] });
  });

  it('escapes are read', () => {
    expect(dataOf('{ "\\u57fa\\u7ad9": "a\\n\\"b\\"" }')).toStrictEqual({ 基站: 'a\n"b"' });
  });

  it('names that objects have by birth are names', () => {
    expect(Object.entries(dataOf('{ "__proto__": { "a": 1 }, "constructor": 2 }') as object)).toStrictEqual([
      ['__proto__', { a: '1' }],
      ['constructor', '2'],
    ]);
  });
});

describe('what is no document', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing', '', ['undefined:undefined empty-file']],
    ['blanks', ' \r\n\t', ['undefined:undefined empty-file']],
    ['a trailing comma in a list', '[1,]', ['1:4 json-syntax']],
    ['a comment', '// a\n{}', ['1:1 json-syntax']],
    ['text after the end', '{} x', ['1:4 json-syntax']],
    ['single quotes', "['a']", ['1:2 json-syntax']],
    ['a tab in a string', '["\t"]', ['1:2 json-syntax']],
    ['YAML', 'a: 1', ['1:1 json-syntax', '1:2 json-syntax']],
    ['10,000 levels of lists', '['.repeat(10_000) + ']'.repeat(10_000), ['1:101 json-syntax']],
    ['100,000 levels that stay open', '['.repeat(100_000), ['1:101 json-syntax']],
    ['10,000 levels of mappings', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, ['1:501 json-syntax']],
  ])('%s', (_name, text, expected) => {
    expect(readJson(text).documents).toStrictEqual([]);
    expect(problemsOf(readJson, text)).toStrictEqual(expected);
  });

  it('brackets in a text are no levels', () => {
    expect(dataOf(`{ "a": "${'['.repeat(500)}" }`)).toStrictEqual({ a: '['.repeat(500) });
  });
});

it('a key that stands twice is told, at every level, and the rest is handed over', () => {
  const text = '{ "a": 1, "b": [{ "c": 1, "c": 2 }],\n "a": 3 }';
  const read = readJson(text);
  expect(problemsOf(readJson, text).toSorted()).toStrictEqual(['1:27 duplicate-key', '2:2 duplicate-key']);
  expect(read.documents[0]?.data).toStrictEqual({ a: '3', b: [{ c: '2' }] });
  expect(read.documents[0]?.locate(['a'])).toMatchObject({ line: 2, col: 7 });
});

describe('in one pass as through the tree', () => {
  const signs = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a":',
    '"b":',
    '"a"',
    '"1"',
    '1',
    '6.70',
    '-0',
    '1e5',
    'true',
    'null',
    ' ',
    '"',
    '/',
  ];

  function isReadAlike(text: string): void {
    const { documents, problems } = readTree(text);
    expect(readPlain(text), text).toStrictEqual(problems.length > 0 ? undefined : { data: documents[0]?.data });
  }

  it('what is well-formed', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 4 }), isReadAlike));
  });

  it('what may not be', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 12 }), parts => {
        const text = parts.join('');
        if (text.trim() !== '') isReadAlike(text);
      }),
    );
  });

  it('a name that objects have by birth is left to the tree', () => {
    expect(readPlain('{ "__proto__": 1 }')).toBeUndefined();
  });
});
