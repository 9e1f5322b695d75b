import { POINTS } from '../../model/field-texts.ts';
import type { Label } from '../../model/fields.ts';
import { asMapping, isMapping } from '../../values/mapping.ts';
import { parseQuantity } from '../../values/quantity.ts';
import type { DocumentPath } from '../document/document.ts';
import type { Finding } from '../shape/check-shape.ts';
import { multipleOf, namesOfUnits, type UnitNames, withMultiplier } from '../shape/units.ts';
import { numbersIn, type PlanNumber } from './plan-numbers.ts';

interface Bare {
  readonly data: unknown;
  readonly findings: readonly Finding[];
}

/**
 * The plan with the units taken from behind its numbers, as sources print them: 6.5亿吨 of what is counted in 吨 is 6.5亿.
 * A unit that is not the indicator's, and no multiple of it, is a problem; as a bare number it would be another one.
 */
export function withBareNumbers(data: unknown): Bare {
  const unitOf = unitsIn(data);
  const findings: Finding[] = [];
  let bare = data;
  for (const number of numbersIn(data)) {
    const unit = typeof number.indicator === 'string' ? unitOf.get(number.indicator) : undefined;
    const read = unit && bareNumber(number, unit.names);
    if (!unit || !read) continue;
    bare = replacedAt(bare, number.path, read.text);
    const args = { found: read.other ?? '', expected: unit.title };
    if (read.other !== undefined) findings.push({ code: 'wrong-unit', args, path: number.path });
  }
  return { data: bare, findings };
}

function bareNumber(
  { text, path }: PlanNumber,
  names: UnitNames,
): { readonly text: string; readonly other?: string } | undefined {
  const parsed = parseQuantity(text);
  if (!parsed.ok || !parsed.value.inUnit) return undefined;
  const { unit, number } = parsed.value.inUnit;
  const multiple = multipleOf(unit, names);
  if (multiple) return { text: withMultiplier(number, multiple.word) };
  // Of a change in what is counted in per cent, points are said with the goal.
  return POINTS.test(text) && !path.includes('baseline') ? undefined : { text: number, other: unit };
}

interface NamedUnit {
  readonly names: UnitNames;
  readonly title: Label;
}

/** The unit of each indicator, as far as the file says it in a form that it can have. */
function unitsIn(data: unknown): ReadonlyMap<string, NamedUnit> {
  const { indicators, units } = asMapping(data);
  const titles = Object.entries(asMapping(indicators)).flatMap(([id, fields]) => {
    const title = labelIn(asMapping(fields)['unit']);
    return title ? [{ id, unit: title.en, unitTitle: title }] : [];
  });
  const aliases = Object.entries(asMapping(units)).map(([unit, fields]) => {
    const names = asMapping(fields)['aliases'];
    return [unit, { aliases: Array.isArray(names) ? names.filter(name => typeof name === 'string') : [] }] as const;
  });
  const names = namesOfUnits(titles, Object.fromEntries(aliases));
  return new Map(
    titles.map(({ id, unit, unitTitle }) => [id, { names: names.get(unit) ?? new Set(), title: unitTitle }]),
  );
}

function labelIn(raw: unknown): Label | undefined {
  const { en, zh } = typeof raw === 'string' ? { en: raw, zh: raw } : asMapping(raw);
  const [first, second] = [en ?? zh, zh ?? en];
  return typeof first === 'string' && typeof second === 'string' ? { en: first, zh: second } : undefined;
}

/** A copy of a document with another text at this path. */
function replacedAt(node: unknown, [step, ...rest]: DocumentPath, text: string): unknown {
  if (step === undefined) return text;
  if (Array.isArray(node)) return node.with(Number(step), replacedAt(node[Number(step)], rest, text));
  return isMapping(node) ? { ...node, [step]: replacedAt(node[step], rest, text) } : node;
}
