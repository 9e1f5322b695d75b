import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/input/document/decode.ts';
import { openFile } from '../../src/input/source/source-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);

describe('decode', () => {
  it.each<[string, Uint8Array, ReturnType<typeof decode>]>([
    ['plain ASCII', utf8('a: 1'), { text: 'a: 1', encoding: 'utf-8' }],
    ['Chinese in UTF-8', utf8('约 6.7万'), { text: '约 6.7万', encoding: 'utf-8' }],
    ['an emoji in UTF-8', utf8('🚀'), { text: '🚀', encoding: 'utf-8' }],
    [
      'a byte order mark, which is left out',
      bytes(0xef, 0xbb, 0xbf, 0x61),
      {
        text: 'a',
        encoding: 'utf-8',
      },
    ],
    ['a byte order mark alone', bytes(0xef, 0xbb, 0xbf), { text: '', encoding: 'utf-8' }],
    ['no bytes', bytes(), { code: 'empty-file', args: {} }],
    ['基站 in GB18030', bytes(0xbb, 0xf9, 0xd5, 0xbe), { text: '基站', encoding: 'gb18030' }],
    ['a four-byte character of GB18030', bytes(0x81, 0x39, 0xef, 0x30), { text: '㐁', encoding: 'gb18030' }],
    ['a NUL byte', bytes(0x61, 0, 0x62), { code: 'binary-file', args: {} }],
    ['UTF-16 LE with a byte order mark', bytes(0xff, 0xfe, 0x61, 0), { text: 'a', encoding: 'utf-16' }],
    ['UTF-16 BE with a byte order mark', bytes(0xfe, 0xff, 0, 0x61), { text: 'a', encoding: 'utf-16' }],
    ['UTF-16 without one', bytes(0x61, 0, 0x62, 0), { code: 'binary-file', args: {} }],
    ['UTF-16 LE of Chinese alone, without a NUL', bytes(0xff, 0xfe, 0xfa, 0x57), { text: '基', encoding: 'utf-16' }],
    ['UTF-16 of an odd number of bytes', bytes(0xff, 0xfe, 0x61), { code: 'unknown-encoding', args: {} }],
    ['UTF-16 of half a pair', bytes(0xff, 0xfe, 0x3d, 0xd8), { code: 'unknown-encoding', args: {} }],
    ['UTF-16 with a letter of zero', bytes(0xff, 0xfe, 0x61, 0, 0, 0), { code: 'unknown-encoding', args: {} }],
    ['Latin-1', bytes(0x72, 0xe9, 0x20, 0x31), { code: 'unknown-encoding', args: {} }],
    ['UTF-8 cut inside a character', bytes(0x61, 0xe5, 0x9f), { text: 'a鍩', encoding: 'gb18030' }],
    [
      'the start of a PNG',
      bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      { code: 'unknown-encoding', args: {} },
    ],
  ])('%s', (_name, content, expected) => {
    expect(decode(content)).toStrictEqual(expected);
  });

  it('reads every text that is UTF-8 as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), text => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
        expect(decode(utf8(text))).toStrictEqual({ text, encoding: 'utf-8' });
      }),
    );
  });

  it('no bytes make it throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), content => void decode(content)));
  });
});

describe('openFile', () => {
  const open = (content: Uint8Array, path = 'report.yaml') => openFile({ path, bytes: content });

  it.each([
    ['LF', 'as_of: 2023\nmetrics:\n  5g: 6.70\n'],
    ['CRLF', 'as_of: 2023\r\nmetrics:\r\n  5g: 6.70\r\n'],
    ['a byte order mark', '\ufeffas_of: 2023\nmetrics:\n  5g: 6.70\n'],
    ['a byte order mark and CRLF', '\ufeffas_of: 2023\r\nmetrics:\r\n  5g: 6.70\r\n'],
  ])('%s: the same document, the same places, the same excerpt', async (_name, text) => {
    const file = await open(utf8(text));
    expect(file.problems).toStrictEqual([]);
    expect(file.document?.data).toStrictEqual({ as_of: '2023', metrics: { '5g': '6.70' } });
    const [problem] = file.problemsWith([
      { code: 'bad-day', args: { text: '6.70', hint: 'no-date', readings: undefined }, path: ['metrics', '5g'] },
    ]);
    expect(problem?.place).toStrictEqual({
      file: 'report.yaml',
      span: { line: 3, col: 7, endLine: 3, endCol: 11 },
      excerpt: { firstLine: 2, lines: ['metrics:', '  5g: 6.70', ''], col: 7, endCol: 11 },
    });
    expect(file.placeOf(['as_of'])).toStrictEqual({
      file: 'report.yaml',
      span: { line: 1, col: 8, endLine: 1, endCol: 12 },
    });
  });

  it('says that GB18030 was read, and reads it', async () => {
    const file = await open(bytes(...utf8('note: '), 0xbb, 0xf9, 0xd5, 0xbe));
    expect(file.document?.data).toStrictEqual({ note: '基站' });
    expect(file.problems).toStrictEqual([{ code: 'read-as-gb18030', args: {}, place: { file: 'report.yaml' } }]);
  });

  it.each([
    ['report.yaml', 'yaml'],
    ['report.yml', 'yaml'],
    ['REPORT.YAML', 'yaml'],
    ['a.b/report.json', 'json'],
  ])('%s is read as %s', async (path, format) => {
    const content = format === 'json' ? '{"note": "# no comment"}' : 'note: "# no comment"';
    expect((await open(utf8(content), path)).document?.data).toStrictEqual({ note: '# no comment' });
  });

  it.each(['report', 'report.txt', 'a.yaml/report', '.yaml.bak'])('%s has no known format', async path => {
    expect((await open(utf8('a: 1'), path)).problems).toMatchObject([
      { code: 'unknown-format', place: { file: path } },
    ]);
  });

  it('a format that is given wins over the extension', async () => {
    const file = await openFile({ path: '-', bytes: utf8('{"a": 1}'), format: 'json' });
    expect(file.document?.data).toStrictEqual({ a: '1' });
  });

  it('problems come in the order of the file', async () => {
    const file = await open(utf8('a: 1\nb: 2\nc: { d: 3, e: 4 }\n'));
    const findings = [['c', 'e'], ['b'], ['c', 'd'], ['a']].map(path => ({
      code: 'bad-day' as const,
      args: { text: '', hint: 'no-date' as const, readings: undefined },
      path,
    }));
    const places = file.problemsWith(findings).map(({ place: { span } }) => [span?.line, span?.col]);
    expect(places).toStrictEqual([
      [1, 4],
      [2, 4],
      [3, 9],
      [3, 15],
    ]);
  });
});
