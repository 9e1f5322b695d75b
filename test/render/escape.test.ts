import { describe, expect, test } from 'vitest';
import { showControls } from '../../src/render/escape/controls.ts';
import { csvRecord } from '../../src/render/escape/csv.ts';
import { escapeGithubMessage, escapeGithubProperty } from '../../src/render/escape/github.ts';
import { jsonPieces, toJson } from '../../src/render/escape/json.ts';
import { escapeMarkdown } from '../../src/render/escape/markdown.ts';
import { escapeLabel } from '../../src/render/escape/prometheus.ts';
import { escapeSarifMessage } from '../../src/render/escape/sarif.ts';
import { spreadsheetText } from '../../src/render/escape/spreadsheet.ts';
import { escapeTap } from '../../src/render/escape/tap.ts';
import { uriOf } from '../../src/render/escape/uri.ts';
import { escapeXmlAttribute, escapeXmlText } from '../../src/render/escape/xml.ts';
import { visible } from '../../src/render/layout/text.ts';

type Case = readonly [text: string, escaped: string];

const languages: readonly { name: string; escape: (text: string) => string; cases: readonly Case[] }[] = [
  {
    name: 'a terminal',
    escape: visible,
    cases: [
      ['山西 🚀', '山西 🚀'],
      ['\u001b[31m', '␛[31m'],
      ['a\nb\tc', 'a␊b␉c'],
      ['\u009b', '\\u009b'],
      ['\u202e\u2066\u061c\u200f', '\\u202e\\u2066\\u061c\\u200f'],
      ['\ud800', '\\ud800'],
    ],
  },
  {
    name: 'a format without control characters',
    escape: showControls,
    cases: [
      ['a\tb\r\nc', 'a\tb\r\nc'],
      ['\u0000\u001b\u007f\u009b', '␀␛␡\\u009b'],
      ['\ud800 \uffff', '\ufffd \ufffd'],
      ['\u202e', '\u202e'],
    ],
  },
  {
    name: 'XML, text',
    escape: escapeXmlText,
    cases: [
      ['<a> & ]]>', '&lt;a&gt; &amp; ]]&gt;'],
      ['a\r\nb', 'a&#13;\nb'],
      ['\u2028', '&#8232;'],
    ],
  },
  {
    name: 'XML, attribute',
    escape: escapeXmlAttribute,
    cases: [
      ['"a" & \'b\'', '&quot;a&quot; &amp; &apos;b&apos;'],
      ['a\tb\r\nc', 'a&#9;b&#13;&#10;c'],
    ],
  },
  {
    name: 'CSV',
    escape: text => csvRecord([text, 1.5, -2, null, true]),
    cases: [
      ['plain', 'plain,1.5,-2,,true\r\n'],
      ['a,b "c"', '"a,b ""c""",1.5,-2,,true\r\n'],
      ['a\nb', '"a\nb",1.5,-2,,true\r\n'],
      ['=1+1', "'=1+1,1.5,-2,,true\r\n"],
      ['+1', "'+1,1.5,-2,,true\r\n"],
      ['-1', "'-1,1.5,-2,,true\r\n"],
      ['@a', "'@a,1.5,-2,,true\r\n"],
      ['\ta', "'\ta,1.5,-2,,true\r\n"],
      ['\ra', '"\'\ra",1.5,-2,,true\r\n'],
      ['＝1', "'＝1,1.5,-2,,true\r\n"],
    ],
  },
  {
    name: 'Markdown',
    escape: escapeMarkdown,
    cases: [
      ['a | b', 'a \\| b'],
      ['<b> &amp; `c` *d* _e_ ~~f~~ $g$', '\\<b\\> \\&amp; \\`c\\` \\*d\\* \\_e\\_ \\~\\~f\\~\\~ \\$g\\$'],
      ['[a](b) ![c](d)', '\\[a\\](b) !\\[c\\](d)'],
      ['https://a.b www.a.b :+1:', 'https\\://a.b www\\.a.b \\:+1:'],
      ['# a\nb', '\\# a␊b'],
      ['\\', '\\\\'],
    ],
  },
  {
    name: 'the message of a workflow command',
    escape: escapeGithubMessage,
    cases: [
      ['100 %: a, b', '100 %25: a, b'],
      ['a\n::error::b', 'a␊::error::b'],
    ],
  },
  {
    name: 'a property of a workflow command',
    escape: escapeGithubProperty,
    cases: [['50 %: a, b\r\n', '50 %25%3A a%2C b␍␊']],
  },
  {
    name: 'a label of Prometheus',
    escape: escapeLabel,
    cases: [
      ['a "b" \\ c\nd', 'a \\"b\\" \\\\ c\\nd'],
      ['a\r\nb\rc', 'a\\nb\\nc'],
    ],
  },
  {
    name: 'a description in TAP',
    escape: escapeTap,
    cases: [['a # SKIP \\b\nc', 'a \\# SKIP \\\\b␊c']],
  },
  {
    name: 'a message in SARIF',
    escape: escapeSarifMessage,
    cases: [
      ['{0} [a]', '{{0}} [a]'],
      ['[a](1)', '\\[a\\](1)'],
    ],
  },
  {
    name: 'a cell of a workbook',
    escape: spreadsheetText,
    cases: [
      ['=1+1', '=1+1'],
      ['_x0041_', '_x005F_x0041_'],
      ['a\r\nb', 'a\nb'],
      ['x'.repeat(40_000), `${'x'.repeat(32_766)}…`],
    ],
  },
  {
    name: 'a URI',
    escape: uriOf,
    cases: [
      ['reports/2023.yaml', 'reports/2023.yaml'],
      ['报告 #1?.yaml', '%E6%8A%A5%E5%91%8A%20%231%3F.yaml'],
      ['../a:b.yaml', '../a%3Ab.yaml'],
      ['/data/a.yaml', 'file:///data/a.yaml'],
      ['C:/data/a.yaml', 'file:///C:/data/a.yaml'],
    ],
  },
];

describe.each(languages)('$name', ({ escape: escaped, cases }) => {
  test.each(cases)('%j', (text, expected) => {
    expect(escaped(text)).toBe(expected);
  });
});

test('JSON writes as codes what a terminal obeys or nobody sees, and reads the same', () => {
  const text = '\u001b \u009b \u202e \u2066 \u061c \ufeff \u2028 山 🚀';
  const written = toJson({ text });
  expect(written).toBe('{"text":"\\u001b \\u009b \\u202e \\u2066 \\u061c \\ufeff \\u2028 山 🚀"}');
  expect(JSON.parse(written)).toEqual({ text });
});

test.each([0, 2])('JSON in pieces is the same text (indent %i)', indent => {
  const many = Array.from({ length: 3000 }, (_, id) => ({ id, text: '\u202e\n', none: null, empty: [], no: {} }));
  const value = { few: [1, 'a'], none: undefined, 'a "key"': { deeper: [many, []], at: -1.5 }, many, last: true };
  const pieces = [...jsonPieces(value, indent)];
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.join('')).toBe(toJson(value, indent));
});
