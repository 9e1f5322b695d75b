import { ABOVE } from '../../model/mapping-signs.ts';
import { OPEN, type Proposed, type ToldOfTable } from '../../model/proposal.ts';
import { isMultipleUnit } from '../../values/unit-scale.ts';
import type { FindName } from '../document/document.ts';
import { signOf } from '../table/flags.ts';
import type { Grid } from '../table/grid.ts';
import type { IsUnit } from './shape-of-table.ts';
import { signBehind } from './vocabulary.ts';
import { TOLD } from './words-of-table.ts';

/** Signs behind numbers, each with the first number that has it: what they say, no table can. */
export function flagsProposed(
  texts: readonly string[],
  {
    isUnit,
    hasMeaning,
    told,
  }: { readonly isUnit: IsUnit; readonly hasMeaning: (sign: string) => boolean; readonly told: ToldOfTable['flags'] },
): Proposed[] {
  const first = new Map<string, string>();
  for (const text of texts) {
    const sign = signBehind(text, isUnit);
    if (sign !== undefined && !hasMeaning(sign) && !first.has(signOf(sign))) first.set(signOf(sign), text);
  }
  const seen = [...first].map(([key, text]): Proposed => {
    const said = told.get(key);
    return said === undefined
      ? { key, value: OPEN, reason: { code: 'a-sign', args: { text } } }
      : { key, value: said, reason: TOLD };
  });
  const others = [...told].filter(([key]) => !first.has(key));
  return [...seen, ...others.map(([key, value]): Proposed => ({ key, value, reason: TOLD }))];
}

const COMMA = /^\D{0,3}\d[\d.]*,(?:\d{1,2}|\d{4,})(?!\d)|\d\.\d{3},\d/;
const POINT = /^\D{0,3}\d[\d,]*\.(?:\d{1,2}|\d{4,})(?!\d)|\d,\d{3}\.\d|^0\.\d/;
const LONE = /^\D{0,3}[1-9]\d{0,2}[.,]\d{3}(?![\d.,])/;

/** What stands before the decimals of a text's numbers, where that has to be said: as other cells show it. */
export function decimalProposed(
  { separators, isRagged }: Grid,
  texts: readonly string[],
  told: string | undefined,
): Proposed | undefined {
  if (told !== undefined) return { key: 'decimal', value: told, reason: TOLD };
  if (isRagged !== false) return undefined;
  const [comma, point] = [COMMA, POINT].map(form => texts.find(text => form.test(text)));
  const lone = separators === 'doubtful' ? texts.find(text => LONE.test(text)) : undefined;
  if (comma === undefined && lone === undefined) return undefined;
  if (comma !== undefined && point !== undefined)
    return { key: 'decimal', value: OPEN, reason: { code: 'a-decimal-sign', args: { text: lone ?? comma } } };
  const shown = comma ?? point;
  return shown === undefined
    ? { key: 'decimal', value: OPEN, reason: { code: 'a-decimal-sign', args: { text: lone ?? '' } } }
    : {
        key: 'decimal',
        value: comma === undefined ? 'point' : 'comma',
        reason: { code: 'as-other-cells', args: { text: shown } },
      };
}

/** Fields whose cells are left blank below filled ones, beside numbers: what they hold has to be said. */
export function blanksProposed(
  { rowAt, merged = [] }: Grid,
  rows: readonly number[],
  colOf: (field: string) => number | undefined,
  findName: FindName,
): Proposed[] {
  const isOwn: Readonly<Record<string, (text: string) => boolean>> = {
    indicator: () => false,
    as_of: () => false,
    unit: text => !isMultipleUnit(text),
    region: text => {
      const found = findName('region', text);
      return typeof found !== 'string' && found.isOwn !== false;
    },
  };
  return Object.entries(isOwn).flatMap(([key, isSame]): Proposed[] => {
    const col = colOf(key);
    if (col === undefined) return [];
    let above = '';
    for (const row of rows) {
      const area = merged.find(each => each.col === col && each.row < row && row <= each.endRow);
      const text = rowAt(area?.row ?? row)[col] ?? '';
      if (text === '' && above !== '' && !isSame(above))
        return [{ key, value: OPEN, reason: { code: 'left-blank', args: { above, word: ABOVE } } }];
      if (text !== '') above = text;
    }
    return [];
  });
}
