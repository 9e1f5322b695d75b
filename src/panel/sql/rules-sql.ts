import type { IndicatorReduction, Reduction } from '../reduction.ts';

export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const NAMES = [
  'indicator',
  'counts',
  'unit',
  'whole',
  'least',
  'most',
  'is_rising',
  'is_in_sums',
  'side',
  'easiest',
  'after_day',
];

/** A day after all others. */
const NEVER = '9999-12-31';

/** One row for each indicator whose series can be thinned and for each definition that is meant. */
export function rulesSql({ indicators }: Reduction): string {
  const rows = Object.entries(indicators).flatMap(([id, rule]) => rule.meant.map(counts => cellsOf(id, counts, rule)));
  // Nothing can be thinned: a row that no figure matches keeps the query whole.
  const all = rows.length > 0 ? rows : [cellsOf('', null, NOTHING)];
  return all
    .map(
      (cells, index) =>
        `  select ${cells.map((cell, place) => (index === 0 ? `${cell} as ${NAMES[place]}` : cell)).join(', ')}`,
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
  easiest: null,
  turningDays: [],
  firstDeadline: null,
};

/** Beyond every number that is looked at. */
const FARTHEST = 1e15;

function cellsOf(id: string, counts: string | null, rule: IndicatorReduction): string[] {
  const { unit, whole, plausible, isMonotone, isInSums, easiest, firstDeadline } = rule;
  const side = easiest?.side === 'less' ? -1 : 1;
  return [
    sqlText(id),
    sqlText(counts ?? ''),
    sqlText(unit),
    numeral(whole),
    numeral(plausible.min ?? -FARTHEST),
    numeral(plausible.max ?? FARTHEST),
    isMonotone ? '1' : '0',
    isInSums ? '1' : '0',
    String(side),
    numeral(easiest ? side * easiest.value : FARTHEST),
    sqlText(firstDeadline ?? NEVER),
  ];
}

/** With a point and without an exponent, so that every engine takes it for a number of the same kind. */
const numeral = (value: number): string => {
  const text = value.toFixed(9).replace(/0+$/, '');
  return text.endsWith('.') ? `${text}0` : text;
};
