import { identifier } from '../model/fields.ts';
import type { Observation } from '../model/observation.ts';
import type { Indicator, Plan } from '../model/plan.ts';
import { type RawFigure, type RawReport, reportSchema } from '../model/report.ts';
import type { Problem } from '../values/problem.ts';
import { parseQuantity, type Quantity, roundedTo } from '../values/quantity.ts';
import { checkShape, type Finding } from './check-shape.ts';
import type { Step } from './document.ts';
import { indicatorOf, regionIds, unknownName } from './names.ts';
import { inOrder, type OpenReport, openReports, type SourceFile } from './source-file.ts';

export interface Report {
  readonly title: string | null;
  /** Why its figures are made up, where they are. */
  readonly invented: string | null;
  readonly observations: readonly Observation[];
}

export interface ReadReport {
  readonly report: Report | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a report file of a plan; every problem of shape and of meaning comes with its place. */
export async function readReport(file: SourceFile, plan: Plan): Promise<ReadReport> {
  const open = await openReports(file);
  const read = open.reports.map(report => readOne(report, plan));
  const problems = inOrder([...open.problems, ...read.flatMap(each => each.problems)]);
  const reports = read.flatMap(({ report }) => report ?? []);
  return { report: reports.length === open.reports.length ? joined(reports) : undefined, problems };
}

/** What the reports of one file say together. */
function joined(reports: readonly Report[]): Report | undefined {
  const [first] = reports;
  if (!first || reports.length === 1) return first;
  const texts = (of: (report: Report) => string | null) =>
    [...new Set(reports.flatMap(report => of(report) ?? []))].join('; ') || null;
  return {
    title: texts(({ title }) => title),
    invented: texts(({ invented }) => invented),
    observations: reports.flatMap(({ observations }) => observations),
  };
}

function readOne(open: OpenReport, plan: Plan): ReadReport {
  const { data } = open.document;
  if (isPlan(data)) {
    const finding: Finding = { code: 'not-a-report', args: {}, path: ['indicators'], at: 'key' };
    return { report: undefined, problems: open.problemsOf([finding]) };
  }
  const shape = checkShape(reportSchema, open.document);
  if ('findings' in shape) {
    const names = namedFigures(data).flatMap(figure => nameFindings(figure, plan));
    return { report: undefined, problems: open.problemsOf([...shape.findings, ...names]) };
  }
  const raw = shape.value;
  const figures = figuresOf(raw);
  const findings = [...planFindings(raw, plan), ...figures.flatMap(figure => figureFindings(figure, raw, plan))];
  const undated = new Set(findings.filter(lacksDate).slice(1));
  return {
    report: {
      title: raw.report ?? null,
      invented: raw.invented ?? null,
      observations: figures.flatMap(figure => observationOf(figure, raw, plan, open) ?? []),
    },
    problems: open.problemsOf(findings.filter(finding => !undated.has(finding))),
  };
}

/** A report without `as_of` lacks it once, not once a figure. */
const lacksDate = ({ code, args }: Finding): boolean => code === 'missing-key' && args['key'] === 'as_of';

const isPlan = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'indicators' in data && ('tasks' in data || 'measures' in data);

interface Figure {
  readonly raw: RawFigure;
  readonly path: readonly Step[];
  /** Where the name of the indicator stands: a key in the short forms, a value in the list form. */
  readonly namedAt: { readonly path: readonly Step[]; readonly at: 'key' | 'value' };
}

/** The names in a report whose shape is wrong elsewhere, so that a mistyped one is told in the same run. */
function namedFigures(data: unknown): Figure[] {
  const { metrics, observations } = mapping(data);
  return figuresOf({
    metrics: Object.fromEntries(Object.keys(mapping(metrics)).flatMap(key => (nameOf(key) ? [[key, {}]] : []))),
    observations: (Array.isArray(observations) ? observations : [])
      .map(mapping)
      .map(({ indicator, measure }) => ({ indicator: nameOf(indicator), measure: nameOf(measure) })),
  });
}

const mapping = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const nameOf = (value: unknown): string | undefined => identifier.safeParse(value).data;

function figuresOf({ metrics, observations }: Pick<RawReport, 'metrics' | 'observations'>): Figure[] {
  const keyed = Object.entries(metrics).map(([indicator, raw]) => {
    const path = ['metrics', indicator];
    return { raw: { ...raw, indicator }, path, namedAt: { path, at: 'key' as const } };
  });
  const listed = observations.map((raw, index) => {
    const path = ['observations', index];
    return { raw, path, namedAt: { path: [...path, 'indicator'], at: 'value' as const } };
  });
  return [...keyed, ...listed];
}

function planFindings(raw: RawReport, plan: Plan): Finding[] {
  if (raw.plan === undefined || raw.plan === plan.id) return [];
  return [{ code: 'wrong-plan', args: { found: raw.plan, expected: plan.id }, path: ['plan'] }];
}

function figureFindings(figure: Figure, report: RawReport, plan: Plan): Finding[] {
  return [
    ...nameFindings(figure, plan),
    ...dateFindings(figure, report),
    ...regionFindings(figure, report, plan),
    ...valueFindings(figure, report, plan),
  ];
}

function nameFindings({ raw, path, namedAt }: Figure, plan: Plan): Finding[] {
  const indicators = Object.keys(plan.indicators);
  if (raw.indicator !== undefined && !indicators.includes(raw.indicator)) {
    return [unknownName('unknown-indicator', raw.indicator, indicators, namedAt.path, namedAt.at)];
  }
  const measures = [plan, ...plan.tasks, ...plan.tasks.flatMap(task => task.tasks)].flatMap(node =>
    node.measures.map(({ id }) => id),
  );
  if (raw.measure !== undefined && !measures.includes(raw.measure)) {
    return [unknownName('unknown-measure', raw.measure, measures, [...path, 'measure'])];
  }
  return [];
}

function dateFindings({ raw, path }: Figure, report: RawReport): Finding[] {
  const asOf = raw.as_of ?? raw.flow?.to ?? report.as_of;
  const published = raw.published ?? report.published;
  if (asOf === undefined) return [{ code: 'missing-key', args: { key: 'as_of' }, path }];
  const status = raw.status ?? report.status;
  const where = raw.as_of ? [...path, 'as_of'] : raw.flow ? [...path, 'flow', 'to'] : ['as_of'];
  const findings: Finding[] = [];
  if (published && published < asOf && status !== 'planned' && status !== 'estimated') {
    findings.push({ code: 'days-out-of-order', args: { first: asOf, second: published }, path: where });
  }
  if (raw.flow && raw.flow.from > raw.flow.to) {
    findings.push({
      code: 'days-out-of-order',
      args: { first: raw.flow.from, second: raw.flow.to },
      path: [...path, 'flow', 'to'],
    });
  }
  return findings;
}

function regionFindings({ raw, path }: Figure, report: RawReport, plan: Plan): Finding[] {
  const known = regionIds(plan.regions);
  const region = raw.region ?? report.region;
  if (region === undefined || known.length === 0 || known.includes(region)) return [];
  return [unknownName('unknown-region', region, known, raw.region ? [...path, 'region'] : ['region'])];
}

function valueFindings({ raw, path }: Figure, report: RawReport, plan: Plan): Finding[] {
  const indicator = indicatorOf(plan, raw.indicator);
  const at = raw.value === undefined ? path : [...path, 'value'];
  if (raw.value === undefined && raw.says === undefined) return [{ code: 'missing-key', args: { key: 'value' }, path }];
  if (!indicator) return [];
  return [
    ...unitFindings(raw, indicator, path, at),
    ...definitionFindings(raw, report, indicator, path),
    ...plausibleFindings(raw, indicator, at),
  ];
}

function unitFindings(raw: RawFigure, indicator: Indicator, path: readonly Step[], at: readonly Step[]): Finding[] {
  if (raw.unit !== undefined && raw.unit !== indicator.unit) {
    return [{ code: 'wrong-unit', args: { found: raw.unit, expected: indicator.unit }, path: [...path, 'unit'] }];
  }
  if (raw.value?.percent && indicator.unit !== '%') {
    return [{ code: 'wrong-unit', args: { found: '%', expected: indicator.unit }, path: at }];
  }
  return [];
}

function definitionFindings(raw: RawFigure, report: RawReport, indicator: Indicator, path: readonly Step[]): Finding[] {
  const counts = raw.counts ?? report.counts;
  const known = Object.keys(indicator.counts);
  if (counts === undefined || known.includes(counts)) return [];
  return [unknownName('unknown-definition', counts, known, raw.counts ? [...path, 'counts'] : ['counts'])];
}

function plausibleFindings(raw: RawFigure, { plausible }: Indicator, path: readonly Step[]): Finding[] {
  const { min, max } = plausible;
  const value = raw.value;
  if (!value || raw.unusable !== undefined) return [];
  const isOutside = (max !== undefined && value.low > max) || (min !== undefined && value.high < min);
  return isOutside
    ? [{ code: 'implausible', args: { text: value.text, min: min ?? '−∞', max: max ?? '∞' }, path }]
    : [];
}

function observationOf(
  { raw, path }: Figure,
  report: RawReport,
  plan: Plan,
  open: OpenReport,
): Observation | undefined {
  const asOf = raw.as_of ?? raw.flow?.to ?? report.as_of;
  if (asOf === undefined) return undefined;
  const source = raw.source ?? report.source;
  return {
    indicator: raw.indicator ?? null,
    measure: raw.measure ?? null,
    region: raw.region ?? report.region ?? plan.region ?? plan.id,
    quantity: raw.value ? quantityOf(raw, raw.value) : null,
    asOf,
    dated: raw.dated ?? report.dated ?? 'stated',
    published: raw.published ?? report.published ?? null,
    counts: raw.counts ?? report.counts ?? null,
    scope: raw.scope ?? report.scope ?? 'whole',
    status: raw.status ?? report.status ?? 'final',
    flow: raw.flow ?? null,
    says: raw.says ?? null,
    against: raw.against ?? null,
    startsSeries: raw.new_series ?? null,
    unusable: raw.unusable ?? null,
    note: raw.note ?? null,
    source: { publisher: source?.publisher ?? null, title: source?.title ?? null, url: source?.url ?? null },
    place: open.placeOf(path),
  };
}

/** The printed number, widened by what the report says of its rounding or of its "about". */
function quantityOf(raw: RawFigure, value: Quantity): Quantity {
  const parsed = raw.tolerance === undefined ? undefined : parseQuantity(value.text, raw.tolerance);
  const read = parsed?.ok ? parsed.value : value;
  return raw.rounded_to === undefined ? read : roundedTo(read, raw.rounded_to);
}
