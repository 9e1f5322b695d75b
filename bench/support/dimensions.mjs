// Inputs that grow in one dimension each. Every name and number in them is invented.

const indicatorText = (id, more = '') =>
  `  ${id}: { title: Invented ${id}, unit: u, kind: stock, monotone: false${more} }`;

function planText({ indicators, targets, more = [] }) {
  return [
    'plan: g',
    'title: Invented, to see how cost grows',
    'period: { from: 2000-12-31, to: 2030-12-31 }',
    `announced: { measures: 1 }`,
    ...more,
    'indicators:',
    ...indicators,
    'measures:',
    '  - id: m',
    '    title: Invented',
    '    targets:',
    ...targets,
    '',
  ].join('\n');
}

const target = (id, { indicator = 'i0', goal = 'at_least: 200000', more = '' } = {}) =>
  `      - { id: ${id}, indicator: ${indicator}, ${goal}, by: 2030-12-31, baseline: { value: 1000, as_of: 2000-12-31 }${more} }`;

const HEAD = 'indicator,value,as_of,published,publisher,region\n';
const row = (indicator, value, day, { published = '2024-12-31', publisher = 'p', region = 'g' } = {}) =>
  `${indicator},${value},${day},${published},${publisher},${region}\n`;
const each = (size, text) => Array.from({ length: size }, (_, index) => text(index));
const dayAt = index => new Date(Date.UTC(2001, 0, 1 + index)).toISOString().slice(0, 10);
const onePlan = (more = {}) => planText({ indicators: [indicatorText('i0')], targets: [target('t0', more)] });
const report = rows => HEAD + rows.join('');

/** `write` makes the files of one size; the largest but one of those that are measured is `size`. */
export const dimensions = [
  {
    name: 'figures of one indicator',
    size: 4000,
    write: size => ({
      'plan.yaml': onePlan(),
      'report.csv': report(each(size, index => row('i0', 1000 + index, dayAt(index)))),
    }),
  },
  {
    name: 'figures of a count that only rises',
    size: 4000,
    write: size => ({
      'plan.yaml': onePlan().replace('monotone: false', 'monotone: true'),
      'report.csv': report(each(size, index => row('i0', 1000 + index, dayAt(index)))),
    }),
  },
  {
    name: 'targets, one an indicator',
    size: 2000,
    write: size => ({
      'plan.yaml': planText({
        indicators: each(size, index => indicatorText(`i${index}`)),
        targets: each(size, index => target(`t${index}`, { indicator: `i${index}` })),
      }),
      'report.csv': report(each(size, index => row(`i${index}`, 5000, '2023-12-31'))),
    }),
  },
  {
    name: 'targets of one indicator',
    size: 2000,
    write: size => ({
      'plan.yaml': planText({
        indicators: [indicatorText('i0')],
        targets: each(size, index => target(`t${index}`, { goal: `at_least: ${2000 + index}` })),
      }),
      'report.csv': report([row('i0', 5000, '2023-12-31')]),
    }),
  },
  {
    name: 'parts of a region',
    size: 800,
    write: size => ({
      'plan.yaml': planText({
        indicators: [indicatorText('i0', ', additive: true')],
        targets: [target('t0')],
        more: [
          'region: g',
          'regions:',
          `  - { id: g, title: G, parts: [${each(size, index => `{ id: r${index}, title: R }`).join(', ')}] }`,
        ],
      }),
      'report.csv': report(each(size, index => row('i0', 100, '2023-12-31', { region: `r${index}` }))),
    }),
  },
  {
    name: 'readings of a target',
    size: 400,
    write: size => ({
      'plan.yaml': onePlan({
        more: `, readings: { stated: {}, ${each(size - 1, index => `r${index}: { at_least: ${2000 + index} }`).join(', ')} }`,
      }),
      'report.csv': report(each(20, index => row('i0', 1000 + index, dayAt(index * 30)))),
    }),
  },
  {
    name: 'milestones of a target',
    size: 4000,
    write: size => ({
      'plan.yaml': onePlan({
        more: `, path: [${each(size, index => `{ by: ${dayAt(index)}, value: ${1001 + index} }`).join(', ')}]`,
      }),
      'report.csv': report(each(20, index => row('i0', 1000 + index, dayAt(index * 30)))),
    }),
  },
  {
    name: 'contradictions on one day',
    size: 1600,
    write: size => ({
      'plan.yaml': onePlan(),
      'report.csv': report(each(size, index => row('i0', 1000 + 37 * index, '2023-12-31', { publisher: `p${index}` }))),
    }),
  },
  {
    name: 'contradictions on six days, projected',
    size: 1600,
    write: size => ({
      'plan.yaml': onePlan({ goal: 'between: [100000, 200000]', more: ', method: projection' }),
      'report.csv': report(
        each(size, index =>
          row('i0', `约${2000 + 37 * index}`, `${2016 + (index % 6)}-01-01`, { publisher: `p${index}` }),
        ),
      ),
    }),
  },
  {
    name: 'contradictions across days of a count that only rises',
    size: 1600,
    write: size => ({
      'plan.yaml': onePlan().replace('monotone: false', 'monotone: true'),
      'report.csv': report(
        each(size, index => row('i0', 100_000 - 37 * index, dayAt(index), { publisher: `p${index}` })),
      ),
    }),
  },
  {
    name: 'parts whose whole contradicts them, day by day',
    size: 160,
    write: size => ({
      'plan.yaml': planText({
        indicators: [indicatorText('i0', ', additive: true')],
        targets: [target('t0')],
        more: ['region: g', 'regions: [{ id: g, title: G, parts: [{ id: a, title: A }, { id: b, title: B }] }]'],
      }),
      'report.csv': report(
        each(size, index => dayAt(index * 7)).flatMap(day => [
          row('i0', 100, day, { region: 'a' }),
          row('i0', 100, day, { region: 'b' }),
          row('i0', 500, day),
        ]),
      ),
    }),
  },
  {
    name: 'waivers',
    size: 2000,
    write: size => ({
      'plan.yaml': onePlan(),
      'report.csv': report([row('i0', 5000, '2023-12-31')]),
      'waivers.yaml': `waivers:\n${each(
        size,
        index =>
          `  - { target: t0, verdicts: [far-behind], reason: Invented ${index}, approver: a, document: d, from: 2025-01-01, until: 2026-12-31 }\n`,
      ).join('')}`,
      args: ['--waivers', 'waivers.yaml'],
    }),
  },
];
