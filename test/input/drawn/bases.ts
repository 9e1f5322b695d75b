import type { InputFormat } from '../../../src/input/source/registry.ts';

/* Small files that are read as they stand: what is drawn changes them in a few places. */

export const PLAN = {
  plan: 'p',
  title: 'P',
  period: { from: '2021-01-01', to: '2025-12-31' },
  region: 'here',
  regions: [{ id: 'here', title: { en: 'Here', zh: '全市' }, parts: [{ id: 'north', title: '北区' }] }],
  indicators: {
    roads: {
      title: { en: 'Roads', zh: '道路' },
      unit: { en: 'km', zh: '公里' },
      kind: 'stock',
      plausible: { max: 90000 },
    },
    share: { title: { en: 'Share', zh: '比重' }, unit: '%', kind: 'share', counts: { built: 'same', drawn: 'other' } },
    homes: { title: 'Homes', unit: 'home', kind: 'flow' },
  },
  measures: [
    { id: 'm', title: 'M', targets: [{ id: 't', indicator: 'roads', at_least: 5000, by: '2025-12-31' }] },
    { id: 'talks', title: 'Talks' },
  ],
};

export type Text = readonly [format: InputFormat, text: string, mapping?: object];

/** Files of each format with nothing unusual in them, each read in its own way. */
export const texts: Readonly<Record<'yaml' | 'json' | 'csv' | 'tables', readonly Text[]>> = {
  yaml: [
    [
      'yaml',
      'report: R\nas_of: 2023-12-31\npublished: 2024-02-06\nsource: { publisher: Bureau }\nmetrics:\n  roads: 3,100\n  share: { value: 5.4%, counts: built }\n',
    ],
    [
      'yaml',
      'observations:\n  - { indicator: roads, value: 约 20, as_of: 2023, tolerance: 2 }\n  - indicator: homes\n    value: 9.3万\n    flow: { from: 2023-01, to: 2023-06 }\n  - { measure: talks, says: held, as_of: 2023 }\n',
    ],
    [
      'yaml',
      "as_of: &day 2023\nobservations:\n- indicator: 道路\n  value: '12'\n  unit: 公里\n  region: 北区\n- indicator: roads\n  value: >-\n    30以上\n  as_of: *day\n  note: |\n    two\n    lines\n",
    ],
  ],
  json: [
    [
      'json',
      '{"as_of": "2023-12-31", "metrics": {"roads": "3,100", "share": {"value": 5.4, "counts": "built", "note": "a\\nb"}}}',
    ],
    [
      'json',
      '{\n  "observations": [\n    {"indicator": "roads", "value": 3100.0, "as_of": "2023", "published": "2024-02-06"},\n    {"indicator": "homes", "value": [8, 10], "flow": {"from": "2023", "to": "2023"}}\n  ]\n}',
    ],
    [
      'ndjson',
      '{"indicator": "roads", "value": "3,100", "as_of": "2023-12-31"}\n{"indicator": "share", "value": "5.4%", "as_of": "2022", "counts": "built", "publisher": "Bureau"}\n{"measure": "talks", "says": "held", "as_of": "2023"}\n',
    ],
  ],
  csv: [
    [
      'csv',
      'indicator,value,as_of,published,region,counts,note\nroads,"3,100",2023-12-31,2024-02-06,,,"a ""b"""\nshare,5.4%,2023,2024-02-06,here,built,\nroads,约 20,2022,,北区,,\n',
    ],
    [
      'csv',
      'Report of 2023;;\nas_of;2023-12-31;\npublisher;Bureau;\n;;\nindicator;value;unit\nroads;3100;km\nshare;5.4;%\n',
    ],
    ['csv', 'indicator\tvalue\tunit\tas_of\tstatus\nroads\t9.3\t万公里\t2023\tprovisional\nhomes\t60\thome\t2022\t\n'],
  ],
  tables: [
    [
      'csv',
      '表1 主要指标,,,\n指标,单位,2022年,2023年\n道路,万公里,3.4,6.7\n比重,%,…,-\n注：快报数,,,\n',
      {
        header: '2',
        ends: '注：*',
        columns: { 指标: 'indicator', 单位: 'unit', '{as_of}年': 'value' },
        missing: ['…', '-'],
        fixed: { published: '2024-02-06' },
      },
    ],
    [
      'csv',
      '地区,道路,道路,Homes\n,2022,2023,2023\n全市,120,160,90\n北区,60 p,80,…\n',
      {
        header: ['1', '2'],
        columns: { 地区: 'region', '{indicator} {as_of}': 'value' },
        missing: ['…'],
        flags: { p: { status: 'provisional' } },
      },
    ],
    [
      'csv',
      'freq,indic,unit,geo\\TIME_PERIOD\t2021 \t2022 p\t2023 e\nA,roads,NR,here\t160 \t340 b\t: \n',
      { preset: 'eurostat-tsv', columns: { indic: 'indicator', unit: 'ignore' } },
    ],
    [
      'csv',
      'region;roads;share\nhere;1.234,5;5,4\nnorth;90;12,0\n',
      { decimal: 'comma', columns: { region: 'region', '{indicator}': 'value' }, fixed: { as_of: '2023-12-31' } },
    ],
    [
      'csv',
      'section,name,unit,2022,2023\nRoads,,,,\n,roads,km,60,70\n,其他,km,5,6\nShares,share,%,5.4,6.0\n',
      {
        columns: { section: 'ignore', name: 'indicator', unit: 'unit', '{as_of}': 'value' },
        names: { indicator: { 其他: 'ignore' } },
        forecast_from: '2023',
      },
    ],
  ],
};

/** What may stand where something else stood. */
export const SCALARS: readonly string[] = [
  ...[
    '0',
    '-0',
    '-5',
    '0.5',
    '5.4%',
    '1e3',
    '1e999',
    '00',
    '.5',
    '12,345',
    '1.234,5',
    '１２',
    '二十',
    '9007199254740993',
  ],
  ...[
    '约 20',
    '>93',
    '<5',
    '93以上',
    '9.3万',
    '3千',
    '1.2亿',
    '8～10',
    '60余',
    '±5',
    '5 km',
    '5万公里',
    '5 mile',
    '7 p',
  ],
  ...['2023', '2023年', '2023-06-30', '2023-02-30', '2027', '2023-13', '2024-06', 'today', '31/12/2023', '2023Q2'],
  ...[
    'roads',
    'ROADS',
    '道路',
    'road',
    'share',
    'homes',
    'talks',
    'here',
    '北区',
    'nowhere',
    'built',
    'drawn',
    'other',
  ],
  ...[
    '',
    ' ',
    '-',
    '…',
    '#',
    'x',
    'true',
    'null',
    '~',
    '注：x',
    'a\nb',
    '"',
    "'",
    ',',
    '=1+1',
    '\u3000',
    '\u200b',
    '\ufeff',
  ],
  ...['final', 'provisional', 'planned', 'at-latest', 'value', 'as_of', 'indicator', 'ignore', 'unit', '%', '千km'],
];

export const KEYS: readonly string[] = [
  ...['value', 'unit', 'as_of', 'published', 'region', 'counts', 'scope', 'status', 'source', 'flow', 'kept', 'note'],
  ...[
    'rounded_to',
    'tolerance',
    'exact',
    'says',
    'against',
    'new_series',
    'unusable',
    'power_of_ten',
    'dated',
    'title',
  ],
];
