import type { Indicator, Plan } from '../../model/plan.ts';
import type { RawFigure, ReportHead } from '../../model/report.ts';
import { onceEach } from '../../values/once-each.ts';
import type { Document, Step } from '../document/document.ts';
import { checkDayBeside, type DayBeside, dayIn, daysBeside } from './day-beside.ts';
import type { TellFinding } from './in-ids.ts';
import { checkRegionBeside, otherRegionIn, type RegionBeside, regionsBeside } from './region-beside.ts';
import { checkScopeBeside, type ScopeBeside, scopeIn, scopesBeside } from './scope-beside.ts';
import { checkStatusBeside, type StatusBeside, statusesBeside, statusIn } from './status-beside.ts';
import { hasWordsOf, type Judge, remembering } from './texts-beside.ts';
import { checkUnitBeside, type UnitBeside, unitIn, unitsBeside } from './unit-beside.ts';
import { checkWayBeside, type WayBeside, wayIn, waysBeside } from './way-beside.ts';

/** What is said in words around all figures of a report. */
export interface TextsAround {
  readonly plan: Plan;
  readonly beside: readonly UnitBeside[];
  readonly statuses: readonly StatusBeside[];
  readonly regions: readonly RegionBeside[];
  readonly scopes: readonly ScopeBeside[];
  readonly days: readonly DayBeside[];
  readonly ways: readonly WayBeside[];
  readonly isAnySaid: boolean;
}

export function textsAround(plan: Plan, head: ReportHead, document: Partial<Document> = {}): TextsAround {
  const beside = unitsBeside(head, document);
  const statuses = statusesBeside(head, document);
  const regions = regionsBeside(head, document, plan);
  const scopes = scopesBeside(head, document);
  const days = daysBeside(head, document);
  const ways = waysBeside(head, document);
  const isAnySaid = [beside, statuses, regions, scopes, ways].some(texts => texts.length > 0);
  return { plan, beside, statuses, regions, scopes, days, ways, isAnySaid };
}

/** What is said beside a number of its unit, its status, its day, how it is measured, its region or its scope, and differs from what its fields say. */
export function checkBeside(
  raw: RawFigure,
  path: readonly Step[],
  report: ReportHead,
  { indicator, around }: { readonly indicator: Indicator; readonly around: TextsAround },
  tell: TellFinding,
): void {
  if (raw.value === undefined) return;
  if (!around.isAnySaid && !hasWordsOf(raw, anythingIn(around.plan))) return;
  checkUnitBeside(raw, path, indicator, around, tell);
  checkStatusBeside(raw, path, report, around.statuses, tell);
  checkRegionBeside(raw, path, report, around, tell);
  checkDayBeside(raw, path, report, tell);
  checkWayBeside(raw, path, report, { indicator, beside: around.ways }, tell);
  checkScopeBeside(raw, path, report, { indicator, beside: around.scopes }, tell);
}

/** Most rows of a table name the same publisher, which says nothing of their numbers: one look tells it for all. */
const anythingIn = onceEach((plan: Plan): Judge<true> => {
  const judges: readonly Judge<unknown>[] = [unitIn, statusIn, dayIn, wayIn, otherRegionIn(plan), scopeIn];
  return remembering(text => judges.some(judge => judge(text) !== undefined) || undefined);
});
