import path from 'node:path';
import type { SourceFile } from '../../input/source/source-file.ts';
import type { Grid } from '../../input/table/grid.ts';
import { exitCodes } from '../../model/exit-code.ts';
import type { Plan } from '../../model/plan.ts';
import { withPreset } from '../../model/preset.ts';
import { openIn, type Proposal } from '../../model/proposal.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import type { FiguresRead } from '../../render/mapping.ts';
import { about, told } from '../../render/words/told.ts';
import type { Lang } from '../../render/words/words.ts';
import type { Day } from '../../values/day.ts';
import { spotOf, spotText } from '../../values/place.ts';
import { isError, type Problem } from '../../values/problem.ts';
import type { AddCommand } from '../add-command.ts';
import { canAsk } from '../ask.ts';
import { readNamed } from '../files.ts';
import { collect } from '../flags.ts';
import { helpText } from '../help-text.ts';
import type { Io } from '../io.ts';
import { type LimitFlags, limitsOf } from '../limit-flags.ts';
import { loadSettings } from '../load-settings.ts';
import { type AnswerFlags, answersTo, confirmTold, joined, toldIn } from '../map-answers.ts';
import { displayOptions, limitOptions } from '../options.ts';
import { refuseExisting } from '../refuse-existing.ts';
import { sayProblems } from '../say-problems.ts';
import { loadSetPlan } from '../set-plan.ts';
import { loadPreset } from '../tables.ts';
import { terminalOf } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { writeWhole } from '../write-output.ts';

interface MapFlags extends LimitFlags, AnswerFlags {
  readonly plan?: string;
  readonly sheet?: string;
  readonly lang?: string;
  readonly width?: string;
  readonly color?: boolean;
  readonly config?: string | false;
}

const EXAMPLES = helpText('Examples:', [
  'shanxi-plan map progress.xlsx tables.yaml',
  'shanxi-plan map progress.csv --name 5G站=5g-base-stations > tables.yaml',
  'shanxi-plan map progress.xlsx tables.yaml --column 完成数=value --fixed as_of=2023-12-31',
]);

export const mapCommand: AddCommand = (program, io, done) => {
  const command = program
    .command('map')
    .description('look at a sheet that an office made, and propose how it is to be read: a mapping for --tables')
    .argument('<sheet>', 'a workbook, or a table as CSV or TSV')
    .argument('[file]', 'where to write the mapping (default: standard output)')
    .option('--plan <name or file>', 'the plan whose indicators and regions it names (default: the Shanxi plan)')
    .option('--sheet <name>', 'the sheet of a workbook (default: the first that is shown)')
    .option('--name <word=id>', 'what a word of the table stands for, or word=ignore; repeatable', collect)
    .option('--column <heading=field>', 'what a column holds: value, a field, or ignore; repeatable', collect)
    .option('--fixed <field=text>', 'what holds for every figure: as_of=2023-12-31; repeatable', collect)
    .option('--flag <sign=meaning>', 'what a sign behind a number says: 2023p, 93307①; repeatable', collect)
    .option('--decimal <sign>', 'what stands before the decimals of the numbers: comma or point')
    .option('--counts <indicator=definition>', 'what the figures of an indicator count; repeatable', collect);
  return displayOptions(limitOptions(command))
    .addHelpText('before', EXAMPLES)
    .action((sheet: string, file: string | undefined, flags: MapFlags) => done(runMap(sheet, file, flags, io)));
};

const withoutAnswers = ({ name, column, fixed, counts, flag, decimal, ...others }: MapFlags) => others;

/** Nothing is read by what it finds: it writes down what a person may then have read. */
async function runMap(sheet: string, to: string | undefined, flags: MapFlags, io: Io): Promise<number> {
  const { sheet: sheetName, ...given } = withoutAnswers(flags);
  const terminal = terminalOf(flags, io);
  const loaded = await loadSettings([], given, io);
  const { lang } = loaded.settings;
  const limits = limitsOf(flags);
  const [{ plan, problems: ofPlan }, { file, problem }] = await Promise.all([
    loadSetPlan(loaded, io, limits),
    readNamed(sheet, path.resolve(io.cwd, sheet), limits),
  ]);
  if (!plan || !file) {
    await sayProblems([...ofPlan, ...(problem ? [problem] : [])], lang, io, terminal);
    return exitCodes.cannotCheck;
  }
  if (to !== undefined) await refuseExisting(to, io);
  const { findTable } = await import('../../input/map/open-table.ts');
  const proposedOf = await proposer(sheet, plan);
  const { grid, problems } = await findTable(
    { ...file, limits },
    sheetName,
    table => proposedOf(table, flags) !== undefined,
  );
  if (!grid && problems.length > 0) {
    await sayProblems(problems, lang, io, terminal);
    return exitCodes.cannotCheck;
  }
  const proposed = async (said: AnswerFlags) => {
    const proposal = grid && proposedOf(grid, said);
    return proposal && tried(proposal, { ...file, limits }, plan, io);
  };
  const seen = await proposed(flags);
  const asks = seen && openIn(seen.proposal) > 0 && canAsk(io);
  const found = asks ? await proposed(joined(flags, await answersTo(seen.proposal, lang, io))) : seen;
  const { mappingWords } = await import('../../render/words/mapping.ts');
  if (!found) throw new UserError(about(sheet, told(mappingWords.en.noTable, mappingWords.zh.noTable)));
  const { proposal, read } = found;
  confirmTold(toldIn(flags, plan), proposal, plan);
  await say({ proposal, read, to, sheet, lang }, io);
  if (!read.isRefused) return exitCodes.ok;
  await sayProblems(read.problems, lang, io, terminal);
  return exitCodes.cannotCheck;
}

interface MapAnswer {
  readonly proposal: Proposal;
  readonly read: Tried;
  readonly to: string | undefined;
  readonly sheet: string;
  readonly lang: Lang;
}

/** The mapping, where it is wanted, and what comes next. */
async function say({ proposal, read, to, sheet, lang }: MapAnswer, io: Io): Promise<void> {
  const [{ renderMapping }, { mappingWords }] = await Promise.all([
    import('../../render/mapping.ts'),
    import('../../render/words/mapping.ts'),
  ]);
  const text = renderMapping(proposal, read, lang, seenFrom(to, sheet, io));
  if (to === undefined) io.stdout.write(text);
  else await writeWhole(to, text, io);
  const { next, refused } = mappingWords[lang];
  io.stderr.write(`shanxi-plan: ${read.isRefused ? refused : next(proposal, to, openIn(proposal))}\n`);
}

/** A mapping names its files from the folder in which it lies. */
function seenFrom(mapping: string | undefined, sheet: string, { cwd }: Io): string {
  if (mapping === undefined || sheet === '-') return sheet;
  const from = path.relative(path.resolve(cwd, mapping, '..'), path.resolve(cwd, sheet));
  return from.split(path.sep).join('/');
}

/** What a table is proposed to be, after what was said of it. */
async function proposer(file: string, plan: Plan) {
  const { propose } = await import('../../input/map/propose.ts');
  const shipped = await presets();
  return (table: Grid, said: AnswerFlags): Proposal | undefined =>
    propose(table, { file, plan, told: toldIn(said, plan), presets: shipped });
}

async function presets(): Promise<Record<string, TableMapping>> {
  const { presetNames } = await import('../../model/table-mapping.ts');
  const loaded = await Promise.all(presetNames.map(async name => [name, (await loadPreset(name)).value] as const));
  return Object.fromEntries(loaded.flatMap(([name, value]) => (value ? [[name, withPreset(value, undefined)]] : [])));
}

/** Figures that are shown. */
const SHOWN = 8;

/** What a check would make of the table by its mapping; nobody can say so while anything of that is open. */
interface Tried extends FiguresRead {
  readonly isRefused: boolean;
  readonly problems: readonly Problem[];
}

/** The figures that the mapping would read, what is left open in it aside, and whether a check would refuse them. */
async function tried(
  given: Proposal,
  file: SourceFile,
  plan: Plan,
  io: Io,
): Promise<{ readonly proposal: Proposal; readonly read: Tried }> {
  const { observations, problems } = await readBy(given, file, plan, io);
  const { askedOfLeftOut } = await import('../../input/map/left-out.ts');
  const proposal = askedOfLeftOut(given, problems);
  const first = observations.slice(0, SHOWN).map(({ indicator, quantity, asOf, region, place }) => ({
    place: spotText(spotOf(place)),
    indicator: indicator ?? '',
    value: quantity?.text ?? '',
    asOf,
    region,
  }));
  const isRefused = openIn(proposal) === 0 && observations.length === 0;
  return { proposal, read: { isRefused, problems: problems.filter(isError), count: observations.length, first } };
}

async function readBy(proposal: Proposal, file: SourceFile, plan: Plan, io: Io) {
  const { asMapping } = await import('../../input/map/as-mapping.ts');
  const { readReport } = await import('../../input/report/read-report.ts');
  const { tablesFile } = await import('../../model/table-mapping.ts');
  const given = tablesFile.safeParse({ tables: [asMapping(proposal)] }).data?.tables[0];
  if (!given) return { observations: [], problems: [] };
  const preset = given.preset && (await loadPreset(given.preset)).value;
  const mapped = { ...file, mappings: [withPreset(given, preset)] };
  const { report, problems } = await readReport(mapped, plan, io.latestToday() as Day);
  return { observations: report?.observations ?? [], problems };
}
