import type { ArgKinds, ArgsIn, Fact } from '../values/fact.ts';

const reason = <const A extends ArgKinds = Readonly<Record<never, never>>>(args = {} as A) => ({ args });

/** Why a part of a mapping is proposed as it is. */
const mapReasons = {
  'own-heading': reason(),
  'days-across': reason({ headings: 'names' }),
  'days-with-words': reason({ headings: 'names' }),
  'indicators-across': reason({ headings: 'names' }),
  'indicators-and-days': reason({ headings: 'names' }),
  'regions-across': reason({ headings: 'names' }),
  'regions-and-days': reason({ headings: 'names' }),
  'names-figures': reason(),
  'cells-are-names': reason({ named: 'number', all: 'number' }),
  'a-value': reason(),
  'a-goal': reason(),
  'a-comparison': reason(),
  'a-number-of-rows': reason(),
  'who-is-responsible': reason(),
  'no-numbers': reason(),
  'words-of-a-kind': reason(),
  unclear: reason(),
  'not-in-plan': reason(),
  'a-total': reason(),
  'sum-left-out': reason({ name: 'text', found: 'number', sum: 'number' }),
  'rest-left-out': reason({ name: 'text', found: 'number', sum: 'number' }),
  'beside-parts': reason(),
  'perhaps-near': reason({ near: 'text' }),
  'one-of-several': reason({ ids: 'names' }),
  'no-unit': reason(),
  'told-by-you': reason(),
  'above-the-table': reason({ text: 'text' }),
  'in-the-title': reason({ text: 'text' }),
  'no-day': reason(),
  'no-name': reason(),
  'notes-below': reason(),
  'another-table': reason(),
  'another-table-beside': reason(),
  'one-of-alike': reason({ field: 'text' }),
  'first-figures': reason(),
  'expected-figures': reason(),
  'holds-days': reason(),
  'part-of-year': reason({ text: 'text' }),
  'in-two-ways': reason({ keys: 'names' }),
  'in-the-corner': reason({ text: 'text' }),
  'nothing-else': reason(),
  'a-sign': reason({ text: 'text' }),
  'a-decimal-sign': reason({ text: 'text' }),
  'as-other-cells': reason({ text: 'text' }),
  'left-blank': reason({ above: 'text', word: 'text' }),
  'says-nothing': reason(),
  'later-than-published': reason({ published: 'text' }),
  'looks-like': reason(),
} as const;

export interface MapReasonArgs extends ArgsIn<typeof mapReasons> {}
export type MapReason = Fact<MapReasonArgs>;

/** What is left open in a mapping, until somebody fills it in. */
export const OPEN = '?';

/** One line of a mapping: a key, what it is proposed to be, and why. */
export interface Proposed {
  readonly key: string;
  readonly value: string;
  readonly reason: MapReason;
}

/** An indicator of which a figure must say what it counts. */
export interface DefinitionWanted {
  readonly indicator: string;
  readonly definitions: readonly string[];
  /** The one that was told. */
  readonly said: string | undefined;
}

/** What somebody said of a table beforehand, or answered when asked. */
export interface ToldOfTable {
  /** Of words of the table, without their width and blanks, the id that each stands for. */
  readonly names: ReadonlyMap<string, string>;
  /** Of headings, or keys with fields in braces, what their columns hold. */
  readonly columns: Readonly<Record<string, string>>;
  /** Of fields, what every figure has there. */
  readonly fixed: ReadonlyMap<string, string>;
  /** Of ids of indicators, what their figures count. */
  readonly counts: ReadonlyMap<string, string>;
  /** Of signs behind numbers, what each says. */
  readonly flags: ReadonlyMap<string, string>;
  /** What stands before the decimals. */
  readonly decimal: string | undefined;
}

/** A mapping that a table would take, each part with its reason. */
export interface Proposal {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly preset: Proposed | undefined;
  readonly decimal: Proposed | undefined;
  readonly header: readonly number[];
  readonly ends: Proposed | undefined;
  readonly columns: readonly Proposed[];
  readonly names: Readonly<Record<string, readonly Proposed[]>>;
  readonly missing: readonly string[];
  /** Each with a meaning as `meaningOf` reads it. */
  readonly flags: readonly Proposed[];
  readonly fixed: readonly Proposed[];
  readonly forecastFrom: Proposed | undefined;
  readonly definitions: readonly DefinitionWanted[];
}

/** The lines of a proposal that somebody must fill in, by what they are about. */
export function openLines({
  columns,
  names,
  fixed,
  flags,
  decimal,
}: Proposal): Record<'column' | 'name' | 'fixed' | 'flag' | 'decimal', readonly Proposed[]> {
  const open = (lines: readonly Proposed[]) => lines.filter(({ value }) => value === OPEN);
  return {
    column: open(columns),
    name: open(Object.values(names).flat()),
    fixed: open(fixed),
    flag: open(flags),
    decimal: open(decimal ? [decimal] : []),
  };
}

/** What a sign is said to mean: `missing`, `ignore`, nothing, or a field and its text, `status:provisional`. */
export const NOTHING_SAID = 'nothing';

export function meaningOf(said: string): string | Readonly<Record<string, string>> {
  if (said === NOTHING_SAID) return {};
  const at = said.indexOf(':');
  return at === -1 ? said : { [said.slice(0, at).trim()]: said.slice(at + 1).trim() };
}

/** Places in a proposal that somebody must fill in. */
export const openIn = (proposal: Proposal): number => Object.values(openLines(proposal)).flat().length;
