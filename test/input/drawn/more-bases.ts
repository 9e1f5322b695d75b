import type { Text } from './bases.ts';

/* Small plans, waivers, and sheets as offices send them, for which a mapping is proposed. */

const plan = (indicator: string, target: string, more = '') =>
  `plan: p
title: { en: Plan, zh: 规划 }
period: { from: 2021, to: 2025 }
region: whole
regions: [{ id: whole, title: Whole, parts: [{ id: a, title: A }, { id: b, title: B, aliases: [Bee] }] }]
sources: { gazette: { publisher: Gazette, published: 2021-03-01 } }
indicators:
  i: { title: I, unit: unit, ${indicator} }
  j: { title: J, unit: '%', kind: share }
${more}measures:
  - id: m
    title: M
    targets:
      - { id: t, indicator: i, ${target} }
`;

export const moreTexts: Readonly<Record<'plans' | 'waivers' | 'sheets', readonly Text[]>> = {
  plans: [
    [
      'yaml',
      plan(
        'kind: stock, monotone: true, counts: { all: same, built: part }, plausible: { min: 0, max: 90 }',
        "at_least: '50', by: 2025, baseline: { value: 10, as_of: 2020, counts: all }, path: [{ by: 2023, value: 30 }]",
      ),
    ],
    [
      'yaml',
      plan(
        'kind: level, fresh_for: 6 months, breaks: [{ on: 2022-01-01 }]',
        "between: [5, '6.5'], by: 2024-06, readings: { low: { at_least: 4 }, late: { by: 2025 } }, source: [gazette]",
        'assumptions: [{ indicator: j, value: 约8, from: 2021, to: 2022 }]\n',
      ),
    ],
    [
      'yaml',
      plan(
        'kind: flow, identity: j * 2, per: year',
        'at_most: 5千, over: { from: 2021, to: 2025, aggregate: sum }, regions: { a: { share: 40% }, b: { at_most: 30 } }',
        'authorities: [Bureau, Daily]\n',
      ),
    ],
    [
      'yaml',
      plan(
        "kind: growth, sense: fall, unit: '%', change_interval: { per_year: 0.5 }",
        'about: { indicator: j, tolerance: 0.5pp, wanted: up }, by: 2025, commitment: binding, method: schedule',
      ).replace('unit: unit, ', ''),
    ],
  ],
  waivers: [
    [
      'yaml',
      `waivers:
  - target: t
    verdicts: [behind, missed]
    reason: Washed away
    approver: Office
    document: No. 7
    from: 2023-07-01
    until: 2024-12-31
  - { target: t, region: a, verdicts: [undecided], reason: R, approver: A, document: D, from: 2023, until: 2024 }
`,
    ],
  ],
  sheets: [
    ['csv', '表1 主要指标（2023年）,,,\n指标,单位,2022年,2023年\n道路,万公里,3.4,6.7\n比重,%,…,-\n注：快报数,,,\n'],
    ['csv', '地区,道路（公里）,比重（%）,比上年增长\n全市,120,5.4,3%\n北区,60,80,…\n合计,180,,\n'],
    ['csv', 'freq,indic,unit,geo\\TIME_PERIOD\t2021 \t2022 p\t2023 e\nA,roads,NR,here\t160 \t340 b\t: \n'],
    [
      'csv',
      '序号,项目,计量单位,目标值,完成情况,责任单位,备注\n1,道路,公里,5000,"3,100",交通局,\n2,比重,%,60,5.4,统计局,约数\n',
    ],
    [
      'csv',
      'Region;Roads 2022;Roads 2023;Homes 2023\nHere;1.234,5;1.300,0;90\nNorth;60 p;80;n/a\nNote: first figures;;;\n',
    ],
    ['csv', 'DATAFLOW,FREQ,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nX:D(1.0),A,roads,here,2023,93307,P\n'],
    ['csv', '指标名称,2023年1-6月,2023年上半年累计,2023年底预计\n道路,5,6,7\n住房,60,70,80\n'],
  ],
};
