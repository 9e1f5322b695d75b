import type { Indicator, Plan } from '../../model/plan.ts';
import type { RawFigure, ReportHead } from '../../model/report.ts';
import { MULTIPLIER } from '../../values/multipliers.ts';
import { type UnitSaid, unitSaidIn } from '../../values/unit-said.ts';
import { isMultipleUnit } from '../../values/unit-scale.ts';
import type { Document, Step } from '../document/document.ts';
import { multipleOf, type UnitNames, unitNames } from '../shape/units.ts';
import type { TellFinding } from './in-ids.ts';

/** What a report says of units outside its figures, and where. */
export interface UnitBeside extends UnitSaid {
  readonly path: readonly Step[];
}

/** In what stands above all figures, and in the notes around a table. */
export function unitsBeside(
  { report, note, source }: ReportHead,
  { aside = [], sheet }: Partial<Document> = {},
): readonly UnitBeside[] {
  const texts: readonly (readonly [text: string | undefined, ...path: Step[]])[] = [
    [report, 'report'],
    [note, 'note'],
    [source?.title, 'source', 'title'],
    [sheet, 'sheet'],
    ...aside.map((text, index) => [text, 'aside', index] as const),
  ];
  return texts.flatMap(([text, ...path]) => {
    const said = text === undefined ? undefined : unitSaidIn(text);
    return said ? [{ ...said, path }] : [];
  });
}

/** The latest texts of each kind: rows of a table say the same again and again. */
const latest = new Map<string, { readonly text: string; readonly said: UnitSaid | undefined }>();

function saidIn(field: string, text: string): UnitSaid | undefined {
  const last = latest.get(field);
  if (last?.text === text) return last.said;
  const said = unitSaidIn(text);
  latest.set(field, { text, said });
  return said;
}

/**
 * A unit that is said beside the numbers, in a note or a title, is not read: whoever wrote it may mean some of them or all. It
 * is told where a figure that does not say its own unit would be another number by it, or where the figure says another.
 */
export function checkUnitBeside(
  raw: RawFigure,
  path: readonly Step[],
  indicator: Indicator,
  { plan, beside }: { readonly plan: Plan; readonly beside: readonly UnitBeside[] },
  tell: TellFinding,
): void {
  const { note, source } = raw;
  if (raw.value === undefined || (beside.length === 0 && note === undefined && source?.title === undefined)) return;
  const own = [
    { said: note === undefined ? undefined : saidIn('note', note), path: [...path, 'note'] },
    {
      said: source?.title === undefined ? undefined : saidIn('title', source.title),
      path: [...path, 'source', 'title'],
    },
  ];
  const all = [...own.flatMap(({ said, path }) => (said ? [{ ...said, path }] : [])), ...beside];
  if (all.length === 0) return;
  const names = unitNames(plan, indicator);
  const stated = statedIn(raw, names);
  for (const said of all) {
    if (!isOther(said, stated?.power, names)) continue;
    const args = { unit: said.written, expected: indicator.unitTitle, stated: stated?.text };
    tell({ code: 'unit-beside', args, path: said.path });
  }
}

/** A note in one piece of a table holds for the figures of all of them, which nobody has together. */
export function checkOtherPieces(beside: readonly UnitBeside[], plan: Plan, tell: TellFinding): void {
  for (const said of beside) {
    const other = Object.values(plan.indicators).find(each => isOther(said, undefined, unitNames(plan, each)));
    if (other && said.path[0] === 'aside')
      tell({
        code: 'unit-beside',
        args: { unit: said.written, expected: other.unitTitle, stated: undefined },
        path: said.path,
      });
  }
}

/** What a figure says of its unit itself, as a power of ten of the indicator's own. */
function statedIn(raw: RawFigure, names: UnitNames): { readonly power: number; readonly text: string } | undefined {
  const { unit, power_of_ten: exponent, value } = raw;
  if (exponent !== undefined && exponent !== 0) return { power: exponent, text: `10^${exponent}` };
  const [, , word] = MULTIPLIER.exec(value?.text ?? '') ?? [];
  const text = value?.inUnit?.unit ?? (value?.percent ? '%' : (unit ?? word));
  const power = text === undefined ? undefined : multipleOf(text, names)?.power;
  return text === undefined || power === undefined ? undefined : { power, text };
}

function isOther({ units, isOfAll }: UnitSaid, stated: number | undefined, names: UnitNames): boolean {
  const powers = units.flatMap(unit => powerOf(unit, names) ?? []);
  if (stated !== undefined) return isOfAll && powers.length > 0 && !powers.includes(stated);
  return powers.length > 0 ? powers.some(power => power !== 0) : units.some(isMultipleUnit);
}

/** Stations are counted in a station. */
const powerOf = (unit: string, names: UnitNames): number | undefined =>
  (multipleOf(unit, names) ?? multipleOf(unit.replace(/s$/, ''), names))?.power;
