import { type Command, Option } from 'commander';
import { exitCodes } from '../../model/exit-code.ts';
import { type LintFinding, type LintSeverity, lintSeverityOf } from '../../model/lint.ts';
import type { Plan } from '../../model/plan.ts';
import type { LintWords } from '../../render/words/lint.ts';
import { type Lang, langs } from '../../render/words/words.ts';
import { inWords } from '../../values/fact.ts';
import { isError, type Problem } from '../../values/problem.ts';
import type { Io } from '../io.ts';
import { DEFAULT_PLAN, loadPlan, loadSource, shippedPlans } from '../plans.ts';
import { terminalOf } from '../terminal.ts';
import { UserError } from '../user-error.ts';

interface PlanFlags {
  readonly format: 'text' | 'json';
  readonly lang: Lang;
  readonly width?: string;
  readonly color?: boolean;
  readonly maxWarnings?: string;
}

/** The version of what these commands print as JSON. */
const PLAN_OUTPUT_VERSION = 1;

export function planCommand(program: Command, io: Io, done: (run: Promise<number>) => Promise<void>): Command {
  const plan = program.command('plan').description('list, show and lint plans');
  withOutput(plan.command('list').description('the plans that are shipped')).action((flags: PlanFlags) =>
    done(runList(flags, io)),
  );
  withOutput(plan.command('show').description('the outline of a plan: its tasks, measures and targets'))
    .argument('[name or file]', 'a shipped plan or a plan file', DEFAULT_PLAN)
    .action((name: string, flags: PlanFlags) => done(runShow(name, flags, io)));
  withOutput(plan.command('lint').description('what is missing, vague or contradictory in a plan'))
    .argument('[name or file]', 'a shipped plan or a plan file', DEFAULT_PLAN)
    .option('--max-warnings <count>', 'exit 1 with more warnings than this (default: any number is allowed)')
    .addHelpText(
      'after',
      '\nExit codes:\n  0  no error, and no more warnings than allowed\n  1  errors, or too many warnings\n  2  the plan cannot be read',
    )
    .action((name: string, flags: PlanFlags) => done(runLint(name, flags, io)));
  return plan;
}

const withOutput = (command: Command): Command =>
  command
    .addOption(new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'))
    .addOption(new Option('--lang <language>', 'language of the output').choices(langs).default('en'))
    .option('--width <columns>', 'columns of the text (default: the terminal, or 80)')
    .option('--color', 'colour even when the output is no terminal')
    .option('--no-color', 'no colour');

async function runList(flags: PlanFlags, io: Io): Promise<number> {
  const terminal = terminalOf(flags, io);
  const names = await shippedPlans();
  const loaded = await Promise.all(names.map(name => loadPlan(name, io)));
  const problems = loaded.flatMap(each => each.problems);
  await tell(problems, flags, io);
  const { planOutlineOf } = await import('../../assess/plan-outline.ts');
  const plans = loaded.flatMap(({ plan }) =>
    plan ? [{ id: plan.id, title: plan.title, period: plan.period, counts: planOutlineOf(plan).counts }] : [],
  );
  if (flags.format === 'json') write({ plans }, io);
  else {
    const { renderPlans } = await import('../../render/plan/list.ts');
    io.stdout.write(renderPlans(plans, { lang: flags.lang, ...terminal }));
  }
  return problems.some(isError) ? exitCodes.cannotCheck : exitCodes.ok;
}

async function runShow(name: string, flags: PlanFlags, io: Io): Promise<number> {
  const terminal = terminalOf(flags, io);
  const { plan, problems } = await loadPlan(name, io);
  await tell(problems, flags, io);
  if (!plan) return exitCodes.cannotCheck;
  const { planOutlineOf } = await import('../../assess/plan-outline.ts');
  const outline = planOutlineOf(plan);
  if (flags.format === 'json') write({ ...outline, plan }, io);
  else {
    const { renderPlan } = await import('../../render/plan/show.ts');
    io.stdout.write(renderPlan(plan, outline, { lang: flags.lang, ...terminal }));
  }
  return exitCodes.ok;
}

async function runLint(name: string, flags: PlanFlags, io: Io): Promise<number> {
  const terminal = terminalOf(flags, io);
  const allowed = maxWarnings(flags.maxWarnings);
  const source = await loadSource(name, io);
  if (!source.file) {
    await tell(source.problems, flags, io);
    return exitCodes.cannotCheck;
  }
  const { lintPlan } = await import('../../lint/lint-plan.ts');
  const { plan, problems, findings } = await lintPlan(source.file);
  await tell(problems, flags, io);
  const { renderLint, lintWordsIn } = await import('../../render/plan/lint.ts');
  const words = lintWordsIn(flags.lang);
  if (flags.format === 'json') write(lintJson(source.file.path, plan, problems, findings, words.finding), io);
  else if (plan) io.stdout.write(renderLint(source.file.path, findings, { lang: flags.lang, ...terminal }));
  if (problems.some(isError)) return exitCodes.cannotCheck;
  const warnings = countOf(findings, 'warning');
  if (warnings > allowed) io.stderr.write(`shanxi-plan: ${words.tooMany(warnings, allowed)}\n`);
  return countOf(findings, 'error') > 0 || warnings > allowed ? exitCodes.failing : exitCodes.ok;
}

const countOf = (findings: readonly LintFinding[], severity: LintSeverity): number =>
  findings.filter(finding => lintSeverityOf(finding) === severity).length;

function maxWarnings(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (/^\d+$/.test(text)) return Number(text);
  throw new UserError(`--max-warnings: "${text}" is not a number of warnings`, 'give a whole number from 0');
}

async function tell(problems: readonly Problem[], flags: PlanFlags, io: Io): Promise<void> {
  if (problems.length === 0) return;
  const { renderProblems } = await import('../../render/problems.ts');
  io.stderr.write(renderProblems(problems, { lang: flags.lang, isColored: terminalOf(flags, io).isErrColored }));
}

function lintJson(
  file: string,
  plan: Plan | undefined,
  problems: readonly Problem[],
  findings: readonly LintFinding[],
  words: LintWords['finding'],
): object {
  return {
    plan: plan?.id ?? null,
    file,
    counts: {
      error: countOf(findings, 'error'),
      warning: countOf(findings, 'warning'),
      info: countOf(findings, 'info'),
    },
    findings: findings.map(finding => ({
      code: finding.code,
      severity: lintSeverityOf(finding),
      args: finding.args,
      ...placeRow(finding),
      ...inWords(words, finding),
    })),
    problems: problems.map(problem => ({ code: problem.code, args: problem.args, ...placeRow(problem) })),
  };
}

const placeRow = ({ place: { file, span } }: Problem | LintFinding) => ({
  file,
  line: span?.line ?? null,
  col: span?.col ?? null,
});

function write(value: object, io: Io): void {
  io.stdout.write(`${JSON.stringify({ schemaVersion: PLAN_OUTPUT_VERSION, ...value }, null, 2)}\n`);
}
