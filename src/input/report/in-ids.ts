import { isIdentifier } from '../../model/identifier.ts';
import type { Plan } from '../../model/plan.ts';
import type { RawFigure, ReportHead } from '../../model/report.ts';
import { inBoth } from '../../values/fact.ts';
import { foldedUnit } from '../../values/fold.ts';
import type { NamedField } from '../document/document.ts';
import type { Finding } from '../shape/check-shape.ts';
import { figureNames, findName } from '../shape/figure-names.ts';
import { unknownName } from '../shape/names.ts';
import { indicatorOfTarget } from '../shape/target-names.ts';
import type { StatedFigure } from './figures.ts';

export type TellFinding = (finding: Finding) => void;

const unknown = { indicator: 'unknown-indicator', measure: 'unknown-measure', region: 'unknown-region' } as const;

/** A figure under the ids of what it names by titles and aliases; what names nothing, or several things, is told. */
export function inIds(figure: StatedFigure, report: ReportHead, plan: Plan, tell: TellFinding): StatedFigure {
  const names = figureNames(plan);
  const { raw, path } = figure;
  let named: RawFigure | undefined;
  for (const field of ['indicator', 'measure', 'region'] as const) {
    const name = raw[field] ?? (field === 'region' ? report.region : undefined);
    if (name === undefined || names[field].has(name)) continue;
    if (field === 'region' && names.region.list.length === 0) {
      if (!isIdentifier(name)) tell(noIdentifier(name, raw.region === undefined ? [] : path));
      continue;
    }
    const { ids, unit } = findName(plan, field, name);
    const [id, other] = ids;
    if (id === undefined || other !== undefined) tell(notOne(field, name, ids, figure, plan));
    else {
      if (isOtherUnit(raw.unit, unit)) tell(otherUnit(raw.unit ?? '', unit ?? '', path));
      named = { ...(named ?? raw), [field]: id, ...(unit !== undefined && { unit: raw.unit ?? unit }) };
    }
    if (field === 'indicator' && raw.indicator !== undefined && id === undefined) break;
  }
  return named ? { ...figure, raw: named } : figure;
}

/** `5G基站（万个）` beside another unit in a field of its own. */
const isOtherUnit = (unit: string | undefined, behind: string | undefined): boolean =>
  unit !== undefined && behind !== undefined && foldedUnit(unit) !== foldedUnit(behind);

const otherUnit = (found: string, expected: string, path: StatedFigure['path']): Finding => ({
  code: 'wrong-unit',
  args: { found, expected: inBoth(expected) },
  path: [...path, 'unit'],
});

/** Where the plan lists no regions, what a figure calls one is its id. */
const noIdentifier = (name: string, path: StatedFigure['path']): Finding => ({
  code: 'wrong-type',
  args: { expected: 'identifier', found: `"${name}"` },
  path: [...path, 'region'],
});

function notOne(
  field: NamedField,
  name: string,
  ids: readonly string[],
  { raw, path, isKeyed }: StatedFigure,
  plan: Plan,
): Finding {
  const isKey = field === 'indicator' && isKeyed;
  const own = raw[field] === undefined ? [] : path;
  const [where, at] = isKey ? ([path, 'key'] as const) : ([[...own, field], 'value'] as const);
  if (ids.length > 1) return { code: 'ambiguous-name', args: { name, candidates: ids }, path: where, at };
  const { args, ...finding } = unknownName(unknown[field], name, figureNames(plan)[field], where, at);
  // A target is no indicator: what is called as a target is may be its goal.
  const near = field === 'indicator' ? indicatorOfTarget(plan, name) : undefined;
  return { ...finding, args: near === undefined ? args : { ...args, near } } as Finding;
}
