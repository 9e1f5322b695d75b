/*
 * A fact that is told as a code with arguments. A catalogue says once which arguments each of its codes has, and of what
 * kind each is; the types of the facts and of the words that tell them follow from it, and the schema that reads them back.
 */

/** The kinds of arguments; beside these, a list of the texts that an argument may be. */
interface ArgTypes {
  readonly text: string;
  /** Always said, and undefined where there is none; JSON leaves it out. */
  readonly 'text?': string | undefined;
  readonly names: readonly string[];
  readonly 'names?': readonly string[] | undefined;
  /** A text of the plan that may be in two languages. */
  readonly label: { readonly en: string; readonly zh: string };
  readonly number: number;
  /** An end that a goal lacks. */
  readonly 'number or null': number | null;
  readonly 'number or text': number | string;
}

export type ArgKind = keyof ArgTypes | readonly string[];
export type ArgKinds = Readonly<Record<string, ArgKind>>;

export interface CatalogueEntry {
  readonly args: ArgKinds;
}

type NoKinds = Readonly<Record<never, never>>;

/** Has no key, so that one that is given or asked for does not compile. */
declare const none: unique symbol;
interface NoArgs {
  readonly [none]?: never;
}

type ArgOf<K> = K extends keyof ArgTypes ? ArgTypes[K] : K extends readonly string[] ? K[number] : never;
type ArgsOf<A> = [keyof A] extends [never] ? NoArgs : { readonly [Name in keyof A]: ArgOf<A[Name]> };

/** The arguments of each code of a catalogue. */
export type ArgsIn<C extends Readonly<Record<string, CatalogueEntry>>> = {
  readonly [Code in keyof C]: ArgsOf<C[Code]['args']>;
};

/** Any fact of a vocabulary, or that of some of its codes. */
export type Fact<Args, Code extends keyof Args = keyof Args> = {
  readonly [C in Code]: { readonly code: C; readonly args: Args[C] };
}[Code];

/** What each fact of a vocabulary is told with. */
export type Telling<Args, Told> = { readonly [Code in keyof Args]: (args: Args[Code]) => Told };

/** Tells a fact. The compiler does not see that its arguments are those of its code; `Fact` holds that they are. */
export const inWords = <Args, Told>(words: Telling<Args, Told>, { code, args }: Fact<Args>): Told =>
  (words[code] as (args: unknown) => Told)(args);

/** A text that is the same in each language. */
export const inBoth = (text: string) => ({ en: text, zh: text });

/** Makes the entries of a catalogue that all have one severity. */
export const entriesOf =
  <S extends string>(severity: S) =>
  <const A extends ArgKinds = NoKinds>(args = {} as A) => ({ severity, args });
