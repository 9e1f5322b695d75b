import type { Indicator, Plan } from '../../model/plan.ts';
import type { RawFigure, ReportHead } from '../../model/report.ts';
import { MULTIPLIER } from '../../values/multipliers.ts';
import { type UnitSaid, unitSaidIn } from '../../values/unit-said.ts';
import { isMultipleUnit } from '../../values/unit-scale.ts';
import type { Document, Step } from '../document/document.ts';
import { multipleOf, type UnitNames, unitNames } from '../shape/units.ts';
import type { TellFinding } from './in-ids.ts';
import { remembering, type SaidBeside, saidAround, saidByOne } from './texts-beside.ts';

export type UnitBeside = SaidBeside<UnitSaid>;

export const unitIn = remembering(unitSaidIn);

export const unitsBeside = (head: ReportHead, document: Partial<Document> = {}): readonly UnitBeside[] =>
  saidAround(head, document, unitIn);

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
  const own = saidByOne(raw, path, unitIn);
  const all = own.length > 0 ? [...own, ...beside] : beside;
  if (all.length === 0) return;
  const names = unitNames(plan, indicator);
  const stated = statedIn(raw, names);
  for (const { said, path: at } of all) {
    if (!isOther(said, stated?.power, names)) continue;
    const args = { unit: said.written, expected: indicator.unitTitle, stated: stated?.text };
    tell({ code: 'unit-beside', args, path: at });
  }
}

/** A note in one piece of a table holds for the figures of all of them, which nobody has together. */
export function checkOtherPieces(beside: readonly UnitBeside[], plan: Plan, tell: TellFinding): void {
  for (const { said, path } of beside) {
    if (path[0] !== 'aside') continue;
    const all = Object.values(plan.indicators);
    const powers = (each: Indicator) => powersIn(said, unitNames(plan, each));
    const isKnown = !said.units.some(isMultipleUnit) && all.some(each => powers(each).length > 0);
    const other = all.find(each =>
      isKnown ? powers(each).some(power => power !== 0) : isOther(said, undefined, unitNames(plan, each)),
    );
    if (other)
      tell({
        code: 'unit-beside',
        args: { unit: said.written, expected: other.unitTitle, stated: undefined },
        path,
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

function isOther(said: UnitSaid, stated: number | undefined, names: UnitNames): boolean {
  const powers = powersIn(said, names);
  if (stated !== undefined) return said.isOfAll && powers.length > 0 && !powers.includes(stated);
  return powers.length > 0 ? powers.some(power => power !== 0) : said.mustBeKnown;
}

const powersIn = ({ units }: UnitSaid, names: UnitNames): readonly number[] =>
  units.flatMap(unit => powerOf(unit, names) ?? []);

/** Stations are counted in a station. */
const powerOf = (unit: string, names: UnitNames): number | undefined =>
  (multipleOf(unit, names) ?? multipleOf(unit.replace(/s$/, ''), names))?.power;
