import { Option } from 'commander';
import { exitCodes } from '../../model/exit-code.ts';
import { figureColumns } from '../../model/figure-columns.ts';
import { describeReduction } from '../../panel/reduction.ts';
import { type DialectName, dialectNames, dialects } from '../../panel/sql/dialects.ts';
import { reductionSql } from '../../panel/sql/reduction-sql.ts';
import { usageOfCommands } from '../../render/words/usage-commands.ts';
import type { Lang } from '../../render/words/words.ts';
import type { Day } from '../../values/day.ts';
import { parseDay } from '../../values/day-notation.ts';
import type { AddCommand } from '../add-command.ts';
import { helpText } from '../help-text.ts';
import type { Io } from '../io.ts';
import { langOfRun } from '../lang-of-environment.ts';
import { langOption } from '../options.ts';
import { DEFAULT_PLAN, loadPlan } from '../plans.ts';
import { sayProblems } from '../say-problems.ts';
import { UserError } from '../user-error.ts';

interface PanelSqlFlags {
  readonly plan: string;
  readonly dialect: DialectName;
  readonly lang?: Lang;
  readonly by: 'region';
  readonly table: string;
  readonly columns: string;
  readonly asOf?: string;
  readonly knownBy?: string;
}

export const panelSqlCommand: AddCommand = (program, io, done) =>
  program
    .command('panel-sql')
    .description('print a query that reduces a table to the figures that can matter, for the engine where it lies')
    .addOption(new Option('--dialect <engine>', 'whose SQL').choices(dialectNames).makeOptionMandatory())
    .option('--plan <name or file>', 'the plan that the figures are judged by', DEFAULT_PLAN)
    .addOption(new Option('--by <grouping>', 'how the batch will group').choices(['region']).default('region'))
    .option('--table <name>', 'the table, as the engine names it', 'panel')
    .option('--columns <names>', 'every column of the table', 'indicator,value,as_of,published,region')
    .option('--as-of <day>', 'the day of the analysis that will follow')
    .option('--known-by <day>', 'what the analysis will leave out as published later')
    .addOption(langOption())
    .addHelpText(
      'before',
      helpText('Example:', ['shanxi-plan panel-sql --dialect postgres --table figures > reduce.sql']),
    )
    .action((flags: PanelSqlFlags) => done(runPanelSql(flags, io)));

async function runPanelSql(flags: PanelSqlFlags, io: Io): Promise<number> {
  const { plan, problems } = await loadPlan(flags.plan, io);
  if (!plan) {
    await sayProblems(problems, langOfRun(flags.lang, io), io);
    return exitCodes.cannotCheck;
  }
  const request = { asOf: dayOf('--as-of', flags.asOf, io), knownBy: dayOf('--known-by', flags.knownBy, io) };
  const table = { name: tableOf(flags.table), columns: columnsOf(flags.columns) };
  io.stdout.write(reductionSql(dialects[flags.dialect], describeReduction(plan, request), table));
  return exitCodes.ok;
}

function tableOf(text: string): string {
  if (text.trim() === '') throw new UserError(usageOfCommands.noTable());
  return text;
}

function columnsOf(text: string): string[] {
  const columns = text.split(',').map(column => column.trim());
  const unknown = columns.find(column => !figureColumns.includes(column));
  if (unknown !== undefined)
    throw new UserError(usageOfCommands.unknownColumn({ name: unknown, allowed: figureColumns }));
  const missing = ['indicator', 'value', 'as_of'].find(column => !columns.includes(column));
  if (missing !== undefined) throw new UserError(usageOfCommands.columnNeeded(missing));
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) throw new UserError(usageOfCommands.columnTwice(twice));
  return columns;
}

function dayOf(flag: string, text: string | undefined, io: Io): Day | undefined {
  if (text === undefined) return undefined;
  const parsed = parseDay(text === 'today' ? io.today() : text);
  if (parsed.ok) return parsed.value;
  throw new UserError(usageOfCommands.noDay(flag, text));
}
