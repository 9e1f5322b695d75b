import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Step } from '../../src/input/document/document.ts';
import { readJson } from '../../src/input/json/json.ts';
import { readYaml } from '../../src/input/yaml/full.ts';
import { anyText } from '../support/any-text.ts';
import { documentOf, placeIn, problemsOf } from '../support/document.ts';

const dataOf = (text: string) => documentOf(readYaml, text).data;

const REPORT = `# 年报
report: 山西省数据
as_of: 2023-12-31
source: &news
  publisher: 新华社
  url: "https://example.org"
metrics:
  5g-base-stations: 93,307   # 个
  "数据中心": { value: '82.78万', counts: in-use }
  empty:
observations:
  - indicator: 5g-base-stations
    value: 6.70
    source: *news
  - { indicator: racks, value: 5, note: "two
      lines" }
  -
`;

describe('locate', () => {
  const document = documentOf(readYaml, REPORT);

  it.each<[readonly Step[], 'key' | 'value', string]>([
    [['report'], 'value', '2:9 山西省数据'],
    [['report'], 'key', '2:1 report'],
    [['as_of'], 'value', '3:8 2023-12-31'],
    [['source', 'publisher'], 'value', '5:14 新华社'],
    [['source', 'url'], 'value', '6:8 "https://example.org"'],
    [['metrics'], 'key', '7:1 metrics'],
    [['metrics', '5g-base-stations'], 'value', '8:21 93,307'],
    [['metrics', '5g-base-stations'], 'key', '8:3 5g-base-stations'],
    [['metrics', '数据中心'], 'key', '9:3 "数据中心"'],
    [['metrics', '数据中心', 'value'], 'value', "9:20 '82.78万'"],
    [['metrics', '数据中心', 'counts'], 'value', '9:38 in-use'],
    [['metrics', '数据中心', 'counts'], 'key', '9:30 counts'],
    [['metrics', 'empty'], 'value', '10:9 '],
    [['metrics', 'empty'], 'key', '10:3 empty'],
    [['observations', 0, 'indicator'], 'value', '12:16 5g-base-stations'],
    [['observations', 0, 'value'], 'key', '13:5 value'],
    [['observations', '0', 'value'], 'value', '13:12 6.70'],
    [['observations', 1, 'value'], 'value', '15:32 5'],
    // through an alias: where the value stands, and where the alias itself stands
    [['observations', 0, 'source', 'publisher'], 'value', '5:14 新华社'],
    [['observations', 0, 'source'], 'value', '14:13 *news'],
    // what is not there: the nearest parent
    [['metrics', '5g-base-stations', 'value'], 'value', '8:21 93,307'],
    [['metrics', '数据中心', 'unit', 'x'], 'value', "9:11 { value: '82.78万', counts: in-use }"],
    [['observations', 0, 'note'], 'key', '12:5 indicator: 5g-base-stations\n    value: 6.70\n    source: *news\n'],
    [['report', 'en'], 'key', '2:1 report'],
  ])('%j (%s) is %s', (path, which, expected) => {
    expect(placeIn(REPORT, document, path, which).trimEnd()).toBe(expected.trimEnd());
  });

  it.each<[readonly Step[], number, number]>([
    [[], 2, 1],
    [['nothing'], 2, 1],
    [['observations', 99, 'value'], 12, 3],
  ])('%j falls back to line %d, column %d', (path, line, col) => {
    expect(document.locate(path)).toMatchObject({ line, col });
  });

  it('is the same in a file with CRLF', () => {
    const crlf = documentOf(readYaml, REPORT.replaceAll('\n', '\r\n'));
    const paths = [
      ['as_of'],
      ['metrics', '数据中心', 'counts'],
      ['observations', 0, 'source'],
      ['observations', 1, 'value'],
    ];
    for (const path of paths) {
      const { line, col } = document.locate(path) ?? {};
      expect(crlf.locate(path)).toMatchObject({ line, col });
    }
    expect(crlf.data).toStrictEqual(document.data);
  });
});

describe('scalars stay the text that stands in the file', () => {
  it.each([
    '6.70',
    '007',
    'no',
    'yes',
    'on',
    'true',
    'False',
    'null',
    '~',
    '0x1F',
    '0o17',
    '1_000',
    '1,000',
    '1e5',
    '.inf',
    '.nan',
    '2023-12-31',
    '2023-12-31T00:00:00Z',
    '12:30:45',
    '+5',
    '-0',
    '=',
    '<<',
    '约 20',
  ])('%s', text => {
    expect(dataOf(`a: ${text}\nb: [ "${text}" ]\n`)).toStrictEqual({ a: text, b: [text] });
  });

  it('with every style of quoting', () => {
    const text = `a: "6.70"\nb: '6.70'\nc: |-\n  6.70\nd: >-\n  6.70\ne: 6.70 # no part of it\n`;
    expect(dataOf(text)).toStrictEqual({ a: '6.70', b: '6.70', c: '6.70', d: '6.70', e: '6.70' });
  });

  it('with the sign of a tag inside', () => {
    expect(dataOf('a: "!planned"\nb: |\n  !own\nc: 5 !x\n')).toStrictEqual({ a: '!planned', b: '!own\n', c: '5 !x' });
  });

  it('under an old version of YAML', () => {
    expect(dataOf('%YAML 1.1\n---\na: no\nb: 017\n')).toStrictEqual({ a: 'no', b: '017' });
  });

  it('as keys too', () => {
    expect(dataOf('5: a\ntrue: b\n2023: c\nnull: d\n')).toStrictEqual({ 5: 'a', true: 'b', 2023: 'c', null: 'd' });
  });

  it('with names that objects have by birth', () => {
    const data = dataOf('__proto__: { a: 1 }\nconstructor: 2\ntoString: 3\n') as object;
    expect(Object.entries(data)).toStrictEqual([
      ['__proto__', { a: '1' }],
      ['constructor', '2'],
      ['toString', '3'],
    ]);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });
});

describe('anchors and aliases', () => {
  it('are written out', () => {
    expect(dataOf('a: &x { b: 1 }\nc: *x\nd: [*x, *x]\n')).toStrictEqual({
      a: { b: '1' },
      c: { b: '1' },
      d: [{ b: '1' }, { b: '1' }],
    });
  });

  it('mean the last anchor of that name', () => {
    expect(dataOf('a: &x 1\nb: *x\nc: &x 2\nd: *x\n')).toStrictEqual({ a: '1', b: '1', c: '2', d: '2' });
  });

  it('a merge key is a key like all others', () => {
    expect(dataOf('a: &x { b: 1 }\nc: { <<: *x }\n')).toStrictEqual({ a: { b: '1' }, c: { '<<': { b: '1' } } });
  });

  it('a thousand figures may share one source', () => {
    const text = `source: &s { publisher: x, url: y }\nlist:\n${'  - { value: 5, source: *s }\n'.repeat(1000)}`;
    expect(dataOf(text)).toMatchObject({ list: { length: 1000 } });
  });

  it('a bomb is refused', () => {
    const rows = [...'bcdefghijklmnop'].map((name, index) => {
      const before = 'abcdefghijklmno'.charAt(index);
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
    });
    expect(problemsOf(readYaml, ['a: &a [x, x, x, x, x, x, x, x, x]', ...rows].join('\n'))).toStrictEqual([
      '6:8 alias-bomb',
    ]);
  });

  it.each([
    ['a: &x [1, *x]\n', '1:11 alias-bomb'],
    ['a: &x\n  b: { c: *x }\n', '2:11 alias-bomb'],
    ['a: !planned 5\n', '1:4 yaml-syntax'],
    ['a: !!int 5\n', '1:4 yaml-syntax'],
    ['a: !!str 5\n', '1:4 yaml-syntax'],
    ['!withdrawn a: 5\n', '1:1 yaml-syntax'],
    ['a: !withdrawn { b: 5 }\n', '1:4 yaml-syntax'],
    ['--- !withdrawn\na: 5\n', '1:5 yaml-syntax'],
    ['%WITHDRAWN\n---\na: 5\n', '1:1 yaml-syntax'],
    ['a: *x\n', '1:4 yaml-syntax'],
    ['a: *x\nb: &x 1\n', '1:4 yaml-syntax'],
    ['&x a: 1\n*x : 2\n', '2:1 yaml-syntax'],
  ])('%j: %s', (text, problem) => {
    expect(problemsOf(readYaml, text)).toStrictEqual([problem]);
  });
});

describe('what is no document', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing', '', ['undefined:undefined empty-file']],
    ['blanks', ' \n\n', ['undefined:undefined empty-file']],
    ['a comment', '# a\n', ['undefined:undefined empty-file']],
    ['a bracket that stays open', 'a: [1\nb: 2\n', ['2:1 yaml-syntax']],
    ['a tab', 'a:\n\tb: 1\n', ['2:1 yaml-syntax']],
    ['a quote that stays open', 'a: "b\n', ['2:1 yaml-syntax']],
    ['a list as a key', '? [a]\n: 1\n', ['1:3 yaml-syntax']],
    ['a mapping as a key', '{ { a: 1 }: 2 }', ['1:3 yaml-syntax']],
    ['10,000 levels of lists', '['.repeat(10_000) + ']'.repeat(10_000), ['1:101 yaml-syntax']],
    ['10,000 levels that stay open', '['.repeat(10_000), ['1:101 yaml-syntax']],
    ['10,000 levels of mappings', '{a: '.repeat(10_000) + '}'.repeat(10_000), ['1:401 yaml-syntax']],
    ['10,000 levels of lists in block style', `${'- '.repeat(10_000)}x`, ['1:201 yaml-syntax']],
    ['101 levels', '['.repeat(101) + ']'.repeat(101), ['1:101 yaml-syntax']],
    [
      '101 levels through an alias',
      `a: &x ${'['.repeat(50)}${']'.repeat(50)}\nb: ${'['.repeat(50)}*x${']'.repeat(50)}\n`,
      ['1:1 yaml-syntax'],
    ],
    ['errors alone', ']]]', ['1:1 yaml-syntax', '1:2 yaml-syntax', '1:3 yaml-syntax']],
  ])('%s', (_name, text, expected) => {
    expect(readYaml(text).documents).toStrictEqual([]);
    expect(problemsOf(readYaml, text)).toStrictEqual(expected);
  });

  it('100 levels are not too deep', () => {
    expect(problemsOf(readYaml, `${'['.repeat(100)}x${']'.repeat(100)}`)).toStrictEqual([]);
  });

  it('one document with its marks is one', () => {
    expect(dataOf('---\na: 1\n...\n')).toStrictEqual({ a: '1' });
  });
});

describe('what is well-formed and still wrong is handed over with its problems', () => {
  it.each([
    ['a: 1\nb: 2\na: 3\n', ['3:1 duplicate-key'], { a: '3', b: '2' }],
    ['a: 1\n"a": 3\n', ['2:1 duplicate-key'], { a: '3' }],
    ['{ 1: a, "1": b }', ['1:9 duplicate-key'], { 1: 'b' }],
    ['{ value: 233,600 }', ['1:10 unquoted-thousands'], { value: '233,600' }],
    ['{ value: 1,600,233, unit: km }', ['1:10 unquoted-thousands'], { value: '1,600,233', unit: 'km' }],
    ['{ value: 1,000,000 }', ['1:10 unquoted-thousands'], { value: '1,000,000' }],
    [
      '{ a: 93,000, b: ~12,317, c: 82,778以上 }',
      ['1:6', '1:17', '1:29'],
      { a: '93,000', b: '~12,317', c: '82,778以上' },
    ],
    ['a: [{ b: -1,500 }]', ['1:10 unquoted-thousands'], { a: [{ b: '-1,500' }] }],
  ])('%j', (text, problems, data) => {
    const read = readYaml(text);
    const full = problems.map(each => (each.includes(' ') ? each : `${each} unquoted-thousands`));
    expect(problemsOf(readYaml, text)).toStrictEqual(full);
    expect(read.documents[0]?.data).toStrictEqual(data);
  });

  it('the whole number is marked', () => {
    expect(readYaml('{ value: 1,600,233 }').problems).toStrictEqual([
      {
        code: 'unquoted-thousands',
        args: { written: '1,600,233' },
        span: { line: 1, col: 10, endLine: 1, endCol: 19 },
      },
    ]);
  });

  it.each([
    ['{ value: "233",600 }', { value: '233', 600: null }],
    ['{ value: 2333,600 }', { value: '2333', 600: null }],
    ['{ value: 233,6000 }', { value: '233', 6000: null }],
    ['{ value: 233,600: x }', { value: '233', 600: 'x' }],
    ['{ value: 233,unit }', { value: '233', unit: null }],
    ['value: 233,600', { value: '233,600' }],
    ['[233,600]', ['233', '600']],
  ])('%j is no torn number', (text, data) => {
    expect(dataOf(text)).toStrictEqual(data);
  });
});

describe('YAML and JSON', () => {
  const key = fc.string({ unit: 'grapheme', maxLength: 12 });
  const scalar = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('6.70', 'no', '0x1F', 'null'),
  );
  const { value: data } = fc.letrec(tie => ({
    value: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  }));

  it('of the same data read alike', () => {
    fc.assert(
      fc.property(fc.dictionary(key, data, { minKeys: 1, maxKeys: 5, noNullPrototype: true }), content => {
        const fromJson = documentOf(readJson, JSON.stringify(content)).data;
        expect(fromJson).toEqual(content);
        expect(
          documentOf(readYaml, stringify(content, { schema: 'failsafe', aliasDuplicateObjects: false })).data,
        ).toEqual(fromJson);
      }),
    );
  });

  it('numbers, dates and truths as they are written', () => {
    const text = '{ "a": 6.70, "b": 1e5, "c": true, "d": "2023-12-31", "e": [0.10, -0], "f": {} }';
    expect(documentOf(readYaml, text).data).toStrictEqual(documentOf(readJson, text).data);
  });

  it('no text makes either throw', () => {
    const near = fc.string({ unit: fc.constantFrom(...'ab1:,-[]{}"\'&*!|>%#?\n\t \\~@`', '\ufeff', '\ud800', '约') });
    fc.assert(
      fc.property(fc.oneof(near, anyText), text => {
        for (const read of [readYaml, readJson]) {
          const { documents, problems } = read(text);
          expect(documents.length + problems.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
