import fc, { type Arbitrary } from 'fast-check';

/* Rows of tables that are nearly right: oddities that some reader of CSV, of JSON, of numbers or of days lets pass. */

export const COLUMNS = ['indicator', 'value', 'as_of', 'published', 'region', 'note'];

/** What stands between blanks. */
const words = (text: string): string[] => text.split(' ');

const VALUES = [
  ...words(
    '8 8.5 8.50 -8 0 -0 007 8e0 1E2 +8 .5 5. 1,234 12,5 8% 1.2万 ９ 8以上 >8 ≤8 ~8 8-9 8–9 - n/a NaN Infinity null',
  ),
  ...words('99999999999 0.12345 8} "8" 8;9 8km abc 8. 12345678.123'),
  ...['', ' 8', '8 ', '8\t', '8 %', '1 234', '1\u00a0234', '8\u200b'],
];
const DAYS = [
  ...words(
    '2025-04-28 2025-04 2025 2025-02-30 2025-4-28 2025/04/28 20250428 1969-12-31 2059-09-19 2059-09-18 0001-01-01',
  ),
  ...words('2025-04-28T00:00:00 infinity epoch 28.04.2025 +2025-04-28 12025-04-28'),
  ...['', ' 2025-04-28', '2025-04-28 00:00', '2025-04-28\u00a0', '2025-04-28 (BC)'],
];
const REGIONS = [
  ...words("north south whole North n\u00adorth \ufeffnorth abroad 1 1.0 north\u200b __proto__ 'north'"),
  ...['', ' north', 'north ', 'north\u00a0', 'no rth', '\u0085north', 'north\u000b', 'north\u2028'],
];
const NAMES = [...words('loss lanes Loss toString __proto__ lo\u200bss metrics l\u00f6ss'), '', 'loss '];
const TEXTS = [
  ...words('null NULL \\N a\\"b it\'s \\ # // 太原 🛣 a\0b a\u0007b \ufeff a;b "value":9 {"value":9} \\u0041 %'),
  ...[
    'forecast',
    '计划数',
    '单位：万km',
    '',
    ' a',
    'a ',
    '\u2028',
    '\u0085',
    'a\rb',
    'a\nb',
    'a\tb',
    '\v',
    '\f',
    '\u00a0',
  ],
];
const SNIPPETS = [
  ...words(', " "" \\ ; { } [ ] : ," ", null \\" ,, - . 0 "a" \\u0022 // \ufeff \u00a0 \u0085 \u2028 \0'),
  ...['\n', '\r', '\r\n', '\n\n', ' ', '\t', '\f', '\v', ' "', '" '],
];

/** Most rows are wrong in one place at most. */
export const seldom = <T>(usual: T, odd: Arbitrary<T>): Arbitrary<T> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd });

const cell = (usual: string, odd: readonly string[]) => seldom(usual, fc.constantFrom(...odd));

const cells = fc.record({
  indicator: cell('loss', NAMES),
  value: cell('8.2', VALUES),
  as_of: cell('2025-05-28', DAYS),
  published: cell('2025-05-30', DAYS),
  region: cell('north', REGIONS),
  note: cell('a note', TEXTS),
});

interface Change {
  readonly at: number;
  readonly take: number;
  readonly put: string;
}

/** Some text is put into a line, or something taken out. */
const changes: Arbitrary<readonly Change[]> = fc.array(
  fc.record({ at: fc.nat(150), take: fc.constantFrom(0, 0, 0, 1, 2), put: fc.constantFrom(...SNIPPETS) }),
  { maxLength: 2 },
);

const changed = (line: string, all: readonly Change[]): string =>
  all.reduce((text, { at, take, put }) => {
    const from = at % (text.length + 1);
    return `${text.slice(0, from)}${put}${text.slice(from + take)}`;
  }, line);

const always = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const whereNeeded = (text: string): string => (/[",\r\n]/.test(text) ? always(text) : text);
const never = (text: string): string => text;

export const csvLine = fc
  .tuple(cells, fc.constantFrom(whereNeeded, whereNeeded, never, always), seldom([], changes))
  .map(([row, quote, all]) => changed(COLUMNS.map(name => quote(row[name as keyof typeof row])).join(','), all));

export const csvHeader = seldom([], changes).map(all => changed(COLUMNS.join(','), all));

/** Pairs beside those of `cells`, or in their place. */
const MORE: readonly object[] = [
  ...[
    { unit: '%' },
    { unit: '' },
    { unit: 'km' },
    { counts: '' },
    { counts: 'x' },
    { status: '' },
    { status: 'final' },
  ],
  ...[
    { status: 'planned' },
    { scope: 'whole' },
    { scope: '' },
    { scope: { part: 'a' } },
    { plan: '' },
    { plan: 'other' },
  ],
  ...[
    { plan: 'invented-roads' },
    { dated: '' },
    { dated: 'at-latest' },
    { publisher: '' },
    { publisher: 'A', note: 5 },
  ],
  ...[{ note: { a: 1 } }, { note: ['a'] }, { note: true }, { source: { publisher: 'A' } }, { source: '' }, { url: 7 }],
  ...[{ flow: { from: '2025-01-01', to: '2025-05-28' } }, { colour: 'red' }, { published: null }, { region: null }],
  ...[
    { value: null },
    { value: 8 },
    { value: 8.25 },
    { value: true },
    { value: [8] },
    { value: { low: 1 } },
    { value: { between: [8.1, 8.3] } },
    { region: 5 },
  ],
  ...[
    { indicator: 7 },
    { as_of: 2025 },
    { as_of: null },
    { tolerance: '1' },
    { rounded_to: 10 },
    { says: 'x' },
    { url: '' },
  ],
  ...[
    { new_series: true },
    { unusable: 'why' },
    { metrics: { loss: 8 } },
    { report: 'R' },
    { against: '' },
    { title: ' t' },
  ],
];

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** How a line of NDJSON may be written. */
export const STYLES: readonly ((row: object) => string)[] = [
  row => JSON.stringify(row),
  row => JSON.stringify(row).replaceAll('","', '", "').replaceAll('":"', '": "'),
  row => JSON.stringify(row, null, 1).replaceAll(/\n\s*/g, ' '),
  row => JSON.stringify(Object.fromEntries(Object.entries(row).toReversed())),
  row => JSON.stringify(row).replace(/[a-z](?=[^"]*"[,}])/, escaped),
  row => JSON.stringify(row).replace(/"value":"([^"]*)"/, '"value":$1'),
];

export const ndjsonLine = fc
  .tuple(cells, seldom({}, fc.constantFrom(...MORE)), fc.constantFrom(...STYLES), seldom([], changes))
  .map(([row, more, style, all]) => changed(style({ ...row, ...more }), all));

export const lineEnd = seldom('\n', fc.constantFrom('\r\n', '\r', '\n\n'));

export const encoding = seldom<BufferEncoding>('utf8', fc.constantFrom('latin1', 'utf16le'));
