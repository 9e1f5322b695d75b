import { multipleOf, unitNames } from '../input/shape/units.ts';
import type { Plan } from '../model/plan.ts';
import { isMultipleUnit } from '../values/unit-scale.ts';
import type { Gathered } from './duckdb-rows.ts';
import type { ScannedFile } from './duckdb-source.ts';

const fields = ['region', 'unit'] as const;

interface NamesSeen {
  /** Rows in which the column is blank. */
  blank: number;
  readonly names: Set<string>;
  isRepeated: boolean;
}

/**
 * Cells left blank below a name that stands once may mean that name again (src/input/table/blanks.ts). Only the order of
 * the rows shows it, and nothing here keeps that.
 */
export function blankWatch(files: readonly Pick<ScannedFile, 'format' | 'shown'>[], plan: Plan) {
  const isOther = otherUnits(plan);
  const seen = files.map(() => fields.map((): NamesSeen => ({ blank: 0, names: new Set(), isRepeated: false })));
  return {
    add: ({
      keys,
      file,
      rows,
    }: Pick<Gathered, 'file' | 'rows'> & { readonly keys: Pick<Gathered['keys'], 'region' | 'unit'> }): void => {
      for (const [index, field] of fields.entries()) {
        const column = seen[file]?.[index];
        if (!column || column.isRepeated) continue;
        const name = keys[field].trim();
        // A figure is the same number with the unit of its indicator and without one.
        if (field === 'unit' && name !== '' && !isOther(name)) continue;
        if (name === '') column.blank += rows;
        else if (rows > 1 || column.names.has(name)) column.isRepeated = true;
        else column.names.add(name);
      }
    },
    /** Why the ordinary reader has to look at the order; in words for a person. */
    doubt: (): string | undefined => {
      for (const [index, { format, shown }] of files.entries()) {
        const isLeft = ({ blank, names, isRepeated }: NamesSeen): boolean => blank > 0 && names.size > 0 && !isRepeated;
        const column = format === 'ndjson' ? -1 : (seen[index]?.findIndex(isLeft) ?? -1);
        if (column !== -1) return `${shown}: the ${fields[column]} is left blank in some rows`;
      }
      return undefined;
    },
  };
}

/** Whether a unit may be another multiple of what some indicator is counted in. */
function otherUnits(plan: Plan): (unit: string) => boolean {
  const names = Object.values(plan.indicators).map(indicator => unitNames(plan, indicator));
  const known = new Map<string, boolean>();
  return unit => {
    const found =
      known.get(unit) ?? names.some(own => (multipleOf(unit, own)?.power ?? (isMultipleUnit(unit) ? 1 : 0)) !== 0);
    if (known.size < MOST_KNOWN) known.set(unit, found);
    return found;
  };
}

/** Units are few; a column of them may hold anything. */
const MOST_KNOWN = 1000;
