import { type NamedField, namedFields } from '../input/document/document.ts';
import { nearest } from '../input/document/nearest.ts';
import { figureNames, findName } from '../input/shape/figure-names.ts';
import { indicatorOf } from '../input/shape/names.ts';
import { signOf } from '../input/table/flags.ts';
import { figureColumns } from '../model/figure-columns.ts';
import { headingFields, parseHeadingKey } from '../model/heading-key.ts';
import { ABOVE, FLAG, IGNORE } from '../model/mapping-signs.ts';
import type { Plan } from '../model/plan.ts';
import { meaningOf, NOTHING_SAID, OPEN, openLines, type Proposal, type ToldOfTable } from '../model/proposal.ts';
import { statuses } from '../model/report.ts';
import { decimalSigns, saidFields } from '../model/table-mapping.ts';
import { mappingWords } from '../render/words/mapping.ts';
import { usageOfCommands } from '../render/words/usage-commands.ts';
import type { Lang } from '../render/words/words.ts';
import { parseDay } from '../values/day-notation.ts';
import { inWords } from '../values/fact.ts';
import { folded } from '../values/fold.ts';
import { ask } from './ask.ts';
import type { Io } from './io.ts';
import { UserError } from './user-error.ts';

/** What flags of `map` say of a table. */
export interface AnswerFlags {
  readonly name?: readonly string[];
  readonly column?: readonly string[];
  readonly fixed?: readonly string[];
  readonly counts?: readonly string[];
  readonly flag?: readonly string[];
  readonly decimal?: string;
}

type PairFlag = Exclude<keyof AnswerFlags, 'decimal'>;

const examples = {
  name: '5G站=5g-base-stations',
  column: '完成数=value',
  fixed: 'as_of=2023-12-31',
  counts: '5g-base-stations=built',
  flag: 'p=status:provisional',
} as const satisfies Readonly<Record<PairFlag, string>>;

/** `word=id`; the word may hold an equals sign. */
function pairsOf(key: PairFlag, flags: AnswerFlags): (readonly [string, string])[] {
  return (flags[key] ?? []).map(pair => {
    const at = pair.lastIndexOf('=');
    if (at > 0 && at < pair.length - 1) return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
    throw new UserError(usageOfCommands.noPair(`--${key}`, pair, examples[key]));
  });
}

function oneOf(flag: string, name: string, allowed: readonly string[]): string {
  if (allowed.includes(name)) return name;
  throw new UserError(usageOfCommands.notOneOf({ flag, name, near: nearest(name, allowed), allowed }));
}

export function toldIn(flags: AnswerFlags, plan: Plan): ToldOfTable {
  const held = [...figureColumns, FLAG, IGNORE];
  return {
    names: new Map(pairsOf('name', flags).map(([word, id]) => [folded(word), id])),
    columns: Object.fromEntries(
      pairsOf('column', flags).map(([heading, field]) => [checkedKey(heading), oneOf('--column', field, held)]),
    ),
    fixed: new Map(pairsOf('fixed', flags).map(([field, text]) => [oneOf('--fixed', field, saidFields), text])),
    flags: new Map(pairsOf('flag', flags).map(([sign, said]) => [signOf(sign), checkedMeaning(said)])),
    decimal: flags.decimal === undefined ? undefined : oneOf('--decimal', flags.decimal, decimalSigns),
    counts: new Map(pairsOf('counts', flags).map(([name, definition]) => ofIndicator(name, definition, plan))),
  };
}

/** A heading, or a key with fields in braces. */
function checkedKey(heading: string): string {
  const { unknown } = parseHeadingKey(heading);
  if (unknown !== undefined) oneOf('--column', unknown, headingFields);
  return heading;
}

/** `status:provisional`, or what needs no text. */
function checkedMeaning(said: string): string {
  const meaning = meaningOf(said);
  if (typeof meaning === 'string') return oneOf('--flag', meaning, ['missing', IGNORE, NOTHING_SAID]);
  for (const field of Object.keys(meaning)) oneOf('--flag', field, saidFields);
  return said;
}

function ofIndicator(name: string, definition: string, plan: Plan): [string, string] {
  const { ids } = findName(plan, 'indicator', name);
  const [id] = ids.length === 1 ? ids : [oneOf('--counts', name, ids.length > 0 ? ids : Object.keys(plan.indicators))];
  const indicator = indicatorOf(plan, id);
  return [id ?? name, oneOf('--counts', definition, Object.keys(indicator?.counts ?? {}))];
}

/** What a flag names has to be there: a heading or a word in the table, an id in the plan, and what is fixed must be readable. */
export function confirmTold({ columns, names, fixed }: ToldOfTable, proposal: Proposal, plan: Plan): void {
  const used = [...proposal.columns, ...(proposal.names['as_of'] ?? [])].map(({ key }) => key);
  for (const key of Object.keys(columns)) oneOf('--column', key, used);
  const words = new Map(
    Object.entries(proposal.names).flatMap(([field, all]) => all.map(({ key }) => [folded(key), field] as const)),
  );
  for (const [word, id] of names)
    oneOfPlan('--name', words.get(oneOf('--name', word, [...words.keys()])) ?? '', id, plan);
  for (const [field, text] of fixed) if (text !== ABOVE) oneOfPlan('--fixed', field, text, plan);
}

/** A name of something of the plan, a day or a status, where a field holds one. */
function oneOfPlan(flag: string, field: string, text: string, plan: Plan): void {
  if (text === OPEN || text === IGNORE) return;
  if (isNamedField(field)) {
    const { list } = figureNames(plan)[field];
    if (list.length > 0 && findName(plan, field, text).ids.length !== 1) oneOf(flag, text, list);
  } else if (field === 'status') oneOf(flag, text, statuses);
  else if (['as_of', 'published'].includes(field) && !parseDay(text).ok)
    oneOf(flag, text, ['YYYY-MM-DD', 'YYYY-MM', 'YYYY']);
}

const isNamedField = (field: string): field is NamedField => (namedFields as readonly string[]).includes(field);

/** What is open in a proposal, as somebody at a terminal answers it; `?` leaves it open. */
export async function answersTo(proposal: Proposal, lang: Lang, io: Io): Promise<AnswerFlags> {
  const { reason } = mappingWords[lang];
  const open = Object.entries(openLines(proposal)).flatMap(([flag, lines]) => lines.map(line => ({ flag, line })));
  const answers = await ask(
    open.map(({ line }) => `${line.key}: ${inWords(reason, line.reason)}`),
    io,
  );
  const said = (flag: string) =>
    open.flatMap(({ flag: own, line: { key } }, at) => {
      const answer = answers[at] ?? OPEN;
      return own !== flag || answer === OPEN ? [] : [`${key}=${answer}`];
    });
  const [decimal] = said('decimal').map(each => each.slice('decimal='.length));
  const pairs = { name: said('name'), column: said('column'), fixed: said('fixed'), flag: said('flag') };
  return { ...pairs, ...(decimal !== undefined && { decimal }) };
}

export const joined = (flags: AnswerFlags, more: AnswerFlags): AnswerFlags => ({
  ...flags,
  ...(more.decimal !== undefined && { decimal: more.decimal }),
  flag: [...(flags.flag ?? []), ...(more.flag ?? [])],
  name: [...(flags.name ?? []), ...(more.name ?? [])],
  column: [...(flags.column ?? []), ...(more.column ?? [])],
  fixed: [...(flags.fixed ?? []), ...(more.fixed ?? [])],
});
