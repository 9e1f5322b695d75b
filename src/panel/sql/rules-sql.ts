import type { IndicatorReduction, Reduction } from '../reduction.ts';

export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** None of them is one of the table: some engines call a column by its table as well where two tables have it. */
const NAMES = [
  ...['rule_indicator', 'rule_counts', 'rule_unit'],
  ...['whole', 'least', 'most', 'is_rising', 'is_in_sums', 'fractions_up_to', 'side', 'after_day'],
];

/** A day after all others. */
const NEVER = '9999-12-31';

/** As many as the indicator with the most goals has. */
export function edgeColumns({ indicators }: Pick<Reduction, 'indicators'>): string[] {
  const most = Object.values(indicators).reduce((count, { edges }) => Math.max(count, edges.length), 0);
  return Array.from({ length: most }, (_, index) => `edge_${index + 1}`);
}

/** One row for each indicator whose series can be thinned and for each definition that is meant. */
export function rulesSql({ indicators }: Reduction): string {
  const edges = edgeColumns({ indicators });
  const names = [...NAMES, ...edges];
  const cellsOf = (id: string, counts: string | null, rule: IndicatorReduction) => [
    ...ruleCells(id, counts, rule),
    ...edges.map((_, index) => numeral(rule.edges[index] ?? FARTHEST)),
  ];
  const rows = Object.entries(indicators).flatMap(([id, rule]) => rule.meant.map(counts => cellsOf(id, counts, rule)));
  // Nothing can be thinned: a row that no figure matches keeps the query whole.
  const all = rows.length > 0 ? rows : [cellsOf('', null, NOTHING)];
  return all
    .map(
      (cells, index) =>
        `  select ${cells.map((cell, place) => (index === 0 ? `${cell} as ${names[place]}` : cell)).join(', ')}`,
    )
    .join(' union all\n');
}

const NOTHING: IndicatorReduction = {
  unit: '',
  whole: 0,
  meant: [],
  plausible: { min: null, max: null },
  isMonotone: false,
  isInSums: false,
  fractionsUpTo: 0,
  side: 1,
  edges: [],
  turningDays: [],
  firstDeadline: null,
};

/** Stands in for infinity. */
const FARTHEST = 1e15;

function ruleCells(id: string, counts: string | null, rule: IndicatorReduction): string[] {
  const { unit, whole, plausible, isMonotone, isInSums, fractionsUpTo, side, firstDeadline } = rule;
  return [
    sqlText(id),
    sqlText(counts ?? ''),
    sqlText(unit),
    numeral(whole),
    numeral(plausible.min ?? -FARTHEST),
    numeral(plausible.max ?? FARTHEST),
    isMonotone ? '1' : '0',
    isInSums ? '1' : '0',
    numeral(fractionsUpTo),
    String(side),
    sqlText(firstDeadline ?? NEVER),
  ];
}

/** With a point and without an exponent, so that every engine takes it for a number of the same kind. */
const numeral = (value: number): string => {
  const text = value.toFixed(9).replace(/0+$/, '');
  return text.endsWith('.') ? `${text}0` : text;
};
