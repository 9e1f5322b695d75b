import type { Analysis, Assessment } from '../model/analysis.ts';
import { severities, verdicts } from '../model/verdict.ts';
import { escapeLabel } from './escape/prometheus.ts';
import type { Format } from './format.ts';
import { inventedTexts } from './invented.ts';
import { isWaived } from './state.ts';
import type { Lang } from './words/words.ts';

/**
 * Gauges for a textfile collector, in what Prometheus' text format and OpenMetrics have in common. What is not known
 * has no sample. Samples carry no time of their own; the day of the analysis is a gauge.
 */
export const prometheus: Format = {
  mark: { begins: /^# HELP shanxi_plan_check_info / },
  render: (analysis, { lang }) => render(analysis, lang),
};

type Labels = Readonly<Record<string, string>>;

interface MetricSample {
  readonly labels: Labels;
  readonly value: number | null | undefined;
}

interface MetricFamily {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly MetricSample[];
}

function render(analysis: Analysis, lang: Lang): string {
  const families = [...planFamilies(analysis, lang), ...targetFamilies(analysis, lang)];
  return `${families.flatMap(lines).join('')}# EOF\n`;
}

function lines({ name, help, samples }: MetricFamily): string[] {
  const lines = samples.flatMap(({ labels, value }) =>
    value == null ? [] : [`shanxi_plan_${name}${labelText(labels)} ${value}\n`],
  );
  return lines.length === 0
    ? []
    : [`# HELP shanxi_plan_${name} ${help}\n`, `# TYPE shanxi_plan_${name} gauge\n`, ...lines];
}

const labelText = (labels: Labels): string =>
  `{${Object.entries(labels)
    .map(([name, value]) => `${name}="${escapeLabel(value)}"`)
    .join(',')}}`;

function planFamilies(analysis: Analysis, lang: Lang): MetricFamily[] {
  const { plan, region, asOf, tool, summary, exit, gate } = analysis;
  const labels = { plan: plan.id, region };
  const info = { ...labels, title: plan.title[lang], version: tool.version };
  return [
    family('check_info', 'The plan that was checked and the version of the tool.', [{ labels: info, value: 1 }]),
    family('invented', 'Inputs whose figures were made up.', [
      { labels: { ...labels, why: inventedTexts(analysis, lang).join(' ') }, value: inventedInputs(analysis) },
    ]),
    family(
      'policy',
      'What was set that may lower the gate or choose what is judged, and by whom.',
      policySamples(analysis, labels),
    ),
    family('targets_left_out', 'Targets that only or skip left out.', [{ labels, value: gate.policy.leftOut }]),
    family('as_of_timestamp_seconds', 'The day of the analysis, as Unix time.', [
      { labels, value: Date.parse(`${asOf}T00:00:00Z`) / 1000 },
    ]),
    family('exit_code', 'Exit code of the check: 0 within plan, 1 failing, 3 undecided.', [
      { labels, value: exit.code },
    ]),
    family(
      'targets',
      'Targets in force, by severity.',
      severities.map(severity => ({ labels: { ...labels, severity }, value: summary.severities[severity] ?? 0 })),
    ),
    family(
      'targets_by_verdict',
      'Targets in force, by verdict.',
      verdicts.map(verdict => ({ labels: { ...labels, verdict }, value: summary.verdicts[verdict] ?? 0 })),
    ),
  ];
}

const policySamples = ({ gate }: Analysis, labels: Labels): MetricSample[] =>
  gate.policy.settings.map(({ key, values, origin, file }) => ({
    labels: { ...labels, setting: key, values: values.join(', '), origin, file: file ?? '' },
    value: 1,
  }));

const inventedInputs = ({ inputs }: Analysis): number | null =>
  inputs.filter(({ invented }) => invented !== null).length || null;

const family = (name: string, help: string, samples: readonly MetricSample[]): MetricFamily => ({
  name,
  help,
  samples,
});

type LabelsOf = (assessment: Assessment) => Labels;

const samplesOf = (
  assessments: readonly Assessment[],
  labelsOf: LabelsOf,
  figureOf: (assessment: Assessment) => MetricSample['value'],
): MetricSample[] => assessments.map(assessment => ({ labels: labelsOf(assessment), value: figureOf(assessment) }));

function targetFamilies({ plan, assessments }: Analysis, lang: Lang): MetricFamily[] {
  const keyOf: LabelsOf = ({ target, region }) => ({ plan: plan.id, region, target });
  const infos = samplesOf(
    assessments,
    each => ({ ...keyOf(each), ...infoOf(each, lang) }),
    () => 1,
  );
  const waived = samplesOf(assessments, keyOf, each => (isWaived(each) ? 1 : null));
  return [
    family('target_info', 'A target of the plan; always 1.', infos),
    family(
      'target_verdict',
      'The verdict on a target in force: 1 for it, 0 for the others.',
      states(assessments, keyOf),
    ),
    family('target_waived', 'Targets that a valid waiver covers.', waived),
    ...figureFamilies(assessments, keyOf),
  ];
}

function figureFamilies(assessments: readonly Assessment[], keyOf: LabelsOf): MetricFamily[] {
  const measured: LabelsOf = each => ({ ...keyOf(each), unit: baseUnit(each) });
  const figures = (name: string, help: string, figureOf: (assessment: Assessment) => MetricSample['value']) =>
    family(
      name,
      help,
      samplesOf(assessments, measured, each => inBase(each, figureOf(each))),
    );
  const plain = (name: string, help: string, figureOf: (assessment: Assessment) => MetricSample['value']) =>
    family(name, help, samplesOf(assessments, keyOf, figureOf));
  return [
    figures('target_goal', 'What the plan asks for.', ({ goal }) => goal.value),
    figures('target_value_low', 'The least that the evidence allows.', ({ value }) => value?.low),
    figures('target_value_high', 'The most that the evidence allows.', ({ value }) => value?.high),
    plain('target_value_timestamp_seconds', 'The day that the figure describes, as Unix time.', valueTime),
    figures('target_gap', 'Goal minus value, negative beyond the goal.', ({ gap }) => gap?.nominal),
    figures('target_gap_low', 'The least gap that the evidence allows.', ({ gap }) => gap?.low),
    figures('target_gap_high', 'The largest gap that the evidence allows.', ({ gap }) => gap?.high),
    plain('target_completion_ratio', 'Share of the way from baseline to goal.', ({ completion }) => completion),
    plain('target_schedule_ratio', 'Share of that way that the schedule expects.', ({ schedule }) => schedule),
  ];
}

const infoOf = ({ indicator, measure, tasks, title, goal, inForce }: Assessment, lang: Lang): Labels => ({
  title: title[lang],
  indicator,
  measure,
  task: tasks.at(-1) ?? '',
  comparator: goal.comparator,
  by: goal.by,
  in_force: String(inForce),
});

/** A target that is not in force has no verdict here, so that no alert rings for it. */
const states = (assessments: readonly Assessment[], keyOf: LabelsOf): MetricSample[] =>
  assessments
    .filter(({ inForce }) => inForce)
    .flatMap(each =>
      verdicts.map(verdict => ({ labels: { ...keyOf(each), verdict }, value: each.verdict === verdict ? 1 : 0 })),
    );

const valueTime = ({ value }: Assessment): number | null => value && Date.parse(`${value.asOf}T00:00:00Z`) / 1000;

/** Prometheus wants shares as ratios of 1. */
const baseUnit = ({ goal }: Assessment): string => (goal.unit === '%' ? 'ratio' : goal.unit);

const inBase = ({ goal }: Assessment, value: number | null | undefined): number | null =>
  value == null ? null : goal.unit === '%' ? Number((value / 100).toPrecision(15)) : value;
