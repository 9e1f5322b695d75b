import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { lintPlan } from '../../src/lint/lint-plan.ts';
import { comparators } from '../../src/model/goal.ts';
import type { Sample } from '../../src/render/code-page.ts';
import { inTemporaryFolder } from './folder.ts';
import { runCli } from './io.ts';

type Node = Record<string, unknown>;

export const SAMPLE_PLAN = 'docs/codes/plan.yaml';
const planText = readFileSync(SAMPLE_PLAN, 'utf8');
const read = (text: string): Node => (parse(text, { schema: 'failsafe' }) ?? {}) as Node;

/** What a run over a sample tells: codes of problems, and of what a lint finds. */
export interface Told {
  readonly problems: readonly string[];
  readonly findings: readonly string[];
}

/** Samples that belong together: excerpts of one plan, or one report, or one config file. */
export async function told(samples: readonly Sample[]): Promise<Told> {
  const [first] = samples;
  if (!first) throw new Error('no sample');
  const tables = samples.find(({ kind }) => kind === 'tables');
  if (first.kind === 'report')
    return toldOfReport(first, tables, planWith(samples.filter(({ kind }) => kind === 'indicators')));
  if (first.kind === 'config') return toldOfConfig(first.text);
  const bytes = new TextEncoder().encode(first.kind === 'plan file' ? first.text : planWith(samples));
  const { problems, findings } = await lintPlan({ path: 'plan.yaml', bytes });
  return { problems: codesOf(problems), findings: codesOf(findings) };
}

const codesOf = (list: readonly { readonly code: string }[]): string[] => [...new Set(list.map(({ code }) => code))];

const problemsIn = (stderr: string): string[] => [
  ...new Set([...stderr.matchAll(/: (?:error|warning): .* \[([a-z0-9-]+)\]$/gm)].map(([, code = '']) => code)),
];

/** A report on standard input, with how its table is read where that is said beside it. */
const toldOfReport = ({ format, text }: Sample, tables: Sample | undefined, plan: string): Promise<Told> =>
  inTemporaryFolder({ 'plan.yaml': plan, 'tables.yaml': tables?.text ?? '' }, async cwd => {
    const argv = ['check', '-', '--plan', 'plan.yaml', '--input-format', format];
    const { stderr } = await runCli([...argv, ...(tables ? ['--tables', 'tables.yaml'] : [])], { cwd, stdin: text });
    return { problems: problemsIn(stderr), findings: [] };
  });

const REPORT = "as_of: 2023-12-31\nmetrics: { paved-roads: { value: '1,800', counts: paved } }\n";

/** A config file as it is found, in a folder with the plan and a report. */
const toldOfConfig = (config: string): Promise<Told> =>
  inTemporaryFolder(
    { 'shanxi-plan.yaml': config, 'plan.yaml': planText, 'report.yaml': REPORT, 'notes.txt': '' },
    async cwd => {
      const reports = 'reports' in read(config) ? [] : ['report.yaml'];
      const { stderr } = await runCli(['check', ...reports], { cwd });
      return { problems: problemsIn(stderr), findings: [] };
    },
  );

/** The plan of the samples with what they change of it. */
function planWith(samples: readonly Sample[]): string {
  const plan = read(planText);
  for (const { kind, text } of samples) {
    const tasks = plan['tasks'] as { measures: { targets: Node[] }[] }[];
    const targets = tasks[0]?.measures[0]?.targets ?? [];
    const indicators = plan['indicators'] as Record<string, Node>;
    if (kind === 'plan') change(plan, text);
    else if (kind === 'target') change(targets[0] ?? {}, text);
    else if (kind === 'another target') targets.push(change(structuredClone(targets[0] ?? {}), text));
    else if (kind === 'indicator') change(indicators['paved-roads'] ?? {}, text);
    else if (kind === 'indicators') Object.assign(indicators, read(text));
    else if (kind === 'another task') tasks.push(read(text) as never);
    else throw new Error(`a sample of the kind ${kind} stands alone`);
  }
  return stringify(plan);
}

/** Fields in the place of those that stand there: a goal in the place of a goal; `# no "source:"` takes one away. */
function change(node: Node, text: string): Node {
  const fields = read(text);
  const isGoal = (key: string) => (comparators as readonly string[]).includes(key);
  if (Object.keys(fields).some(isGoal)) for (const key of Object.keys(node).filter(isGoal)) delete node[key];
  for (const [, key = ''] of text.matchAll(/^# no "(\w+):"$/gm)) {
    if (!(key in node)) throw new Error(`no "${key}:" to take away`);
    delete node[key];
  }
  return Object.assign(node, fields);
}
