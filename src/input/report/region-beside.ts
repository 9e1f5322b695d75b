import type { Plan } from '../../model/plan.ts';
import { ownRegion, regionsIn, regionTitle } from '../../model/regions.ts';
import type { RawFigure, ReportHead } from '../../model/report.ts';
import { onceEach } from '../../values/once-each.ts';
import type { Document, Step } from '../document/document.ts';
import type { TellFinding } from './in-ids.ts';
import { type Judge, remembering, type SaidBeside, saidAround, saidByOne } from './texts-beside.ts';

/** A text outside the numbers that names another region than the plan's own. */
export type RegionBeside = SaidBeside<string>;

export const regionsBeside = (head: ReportHead, document: Partial<Document>, plan: Plan): readonly RegionBeside[] =>
  saidAround(head, document, otherRegionIn(plan)).filter(isOfFigures);

/** Who publishes a figure may have counted it anywhere, and a part of one is no region. */
const isOfFigures = ({ path }: RegionBeside): boolean =>
  ['note', 'title', 'report', 'sheet'].includes(String(path.at(-1))) || path[0] === 'aside';

/** A figure without a region of its own is one of the whole plan: told where a text beside it names another region. */
export function checkRegionBeside(
  raw: RawFigure,
  path: readonly Step[],
  { region, scope }: ReportHead,
  { plan, regions }: { readonly plan: Plan; readonly regions: readonly RegionBeside[] },
  tell: TellFinding,
): void {
  if ((raw.region ?? region) !== undefined) return;
  // A figure of a part is none of a whole region.
  if (typeof (raw.scope ?? scope) === 'object') return;
  const own = saidByOne(raw, path, otherRegionIn(plan)).filter(isOfFigures);
  for (const { said, path: at } of own.length > 0 ? [...own, ...regions] : regions)
    tell({ code: 'region-beside', args: { text: said, region: ownRegion(plan) }, path: at });
}

/** The name of another region in a text, in its own letters: a road to the north is none of North. */
export const otherRegionIn = onceEach((plan: Plan): Judge<string> => {
  const own = ownRegion(plan);
  const others = regionsIn(plan.regions).filter(({ id }) => id !== own);
  const names = [...new Set(others.flatMap(({ title, aliases = [] }) => [title.en, ...chinese(title.zh), ...aliases]))];
  const named =
    names.length === 0
      ? undefined
      : new RegExp(
          names
            .toSorted((a, b) => b.length - a.length)
            .map(asPattern)
            .join('|'),
        );
  const level = LEVELS.includes(regionTitle(plan, own).zh.at(-1) ?? '') ? regionTitle(plan, own).zh.at(-1) : undefined;
  return remembering(text => {
    const [name] = named?.exec(text) ?? [];
    if (name !== undefined || level === undefined) return name;
    const [, whole = '', of] = WHOLE.exec(text) ?? [];
    return of === undefined || of === level ? undefined : whole;
  });
});

const LEVELS = ['国', '省', '市', '县', '区', '州'];

/** 全市 above a table is another region than a province. */
const WHOLE = /(?:^|[:：(（])(?:\d{4}年[度底末]?)?((?:全|我|本)([国省市县区州]))/;

/** 太原市 is called 太原, too. */
const chinese = (title: string): readonly string[] =>
  LEVELS.includes(title.at(-1) ?? '') && title.length > 2 ? [title, title.slice(0, -1)] : [title];

const asPattern = (name: string): string => {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /^[\u0000-\u024f]+$/.test(name) ? String.raw`\b${plain}\b` : plain;
};
