import { type Command, Option } from 'commander';
import { exitCodes } from '../../model/exit-code.ts';
import type { Lang } from '../../render/words/words.ts';
import { isError } from '../../values/problem.ts';
import type { AddCommand } from '../add-command.ts';
import type { Io } from '../io.ts';
import { langOption, textOptions } from '../options.ts';
import { DEFAULT_PLAN, loadPlan, shippedPlans } from '../plans.ts';
import { sayProblems } from '../say-problems.ts';
import { terminalOf } from '../terminal.ts';
import { runPlanInit } from './plan-init.ts';
import { type LintFlags, lintFormats, runLint, withLintFlags } from './plan-lint.ts';
import { writeJson } from './plan-output.ts';

interface PlanFlags {
  readonly format: 'text' | 'json';
  readonly lang: Lang;
  readonly width?: string;
  readonly color?: boolean;
}

export const planCommand: AddCommand = (program, io, done) => {
  const plan = program.command('plan').description('list, show, lint and begin plans');
  withOutput(plan.command('list').description('the plans that are shipped')).action((flags: PlanFlags) =>
    done(runList(flags, io)),
  );
  withOutput(plan.command('show').description('the outline of a plan: its tasks, measures and targets'))
    .argument('[name or file]', 'a shipped plan or a plan file', DEFAULT_PLAN)
    .action((name: string, flags: PlanFlags) => done(runShow(name, flags, io)));
  withLintFlags(
    withOutput(plan.command('lint').description('what is missing, vague or contradictory in a plan'), lintFormats),
  )
    .argument('[name or file]', 'a shipped plan or a plan file', DEFAULT_PLAN)
    .action((name: string, flags: LintFlags) => done(runLint(name, flags, io)));
  plan
    .command('init')
    .description('write a plan of one target to begin with, explained key by key')
    .argument('[file]', 'the file to write', 'plan.yaml')
    .addOption(langOption('language of the output').default('en'))
    .action((file: string, flags: { readonly lang: Lang }) => done(runPlanInit(file, flags, io)));
  return plan;
};

const withOutput = (command: Command, formats: readonly string[] = ['text', 'json']): Command =>
  textOptions(
    command
      .addOption(new Option('--format <format>', 'output format').choices(formats).default('text'))
      .addOption(langOption('language of the output').default('en')),
  );

async function runList(flags: PlanFlags, io: Io): Promise<number> {
  const terminal = terminalOf(flags, io);
  const names = await shippedPlans();
  const loaded = await Promise.all(names.map(name => loadPlan(name, io)));
  const problems = loaded.flatMap(each => each.problems);
  await sayProblems(problems, flags.lang, io, terminalOf(flags, io));
  const { planOutlineOf } = await import('../../assess/plan-outline.ts');
  const plans = loaded.flatMap(({ plan }) =>
    plan ? [{ id: plan.id, title: plan.title, period: plan.period, counts: planOutlineOf(plan).counts }] : [],
  );
  if (flags.format === 'json') writeJson({ plans }, io);
  else {
    const { renderPlans } = await import('../../render/plan/list.ts');
    io.stdout.write(renderPlans(plans, { lang: flags.lang, ...terminal }));
  }
  return problems.some(isError) ? exitCodes.cannotCheck : exitCodes.ok;
}

async function runShow(name: string, flags: PlanFlags, io: Io): Promise<number> {
  const terminal = terminalOf(flags, io);
  const { plan, problems } = await loadPlan(name, io);
  await sayProblems(problems, flags.lang, io, terminalOf(flags, io));
  if (!plan) return exitCodes.cannotCheck;
  const { planOutlineOf } = await import('../../assess/plan-outline.ts');
  const outline = planOutlineOf(plan);
  if (flags.format === 'json') writeJson({ ...outline, plan }, io);
  else {
    const { renderPlan } = await import('../../render/plan/show.ts');
    io.stdout.write(renderPlan(plan, outline, { lang: flags.lang, ...terminal }));
  }
  return exitCodes.ok;
}
