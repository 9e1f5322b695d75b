import type { TableMapping } from '../../model/table-mapping.ts';
import type { LimitName } from '../../values/limit-name.ts';
import type { Excerpt, Span } from '../../values/place.ts';
import type { BareProblem } from '../../values/problem.ts';
import type { Encoding } from './decode.ts';
import type { Limits } from './limits.ts';
import type { TableTally } from './tally.ts';

/** A step into a document: a key of a mapping or an index of a list. */
export type Step = string | number;
export type DocumentPath = readonly Step[];

/**
 * A file's content as plain mappings, lists and the text of its scalars, with the way back from any node to its place.
 * Scalars stay text (`6.70`, `2023-12-31`, `true`), so that nothing is interpreted before the schema does it.
 */
export interface Document {
  readonly data: unknown;
  /**
   * The span of the value at a path, or of its key; of the nearest parent that exists where there is none. The number of
   * a figure stands in a cell of its own where the figure is a row of a table, and is the figure elsewhere.
   */
  readonly locate: (path: readonly Step[], which?: 'key' | 'value' | 'number') => Span | undefined;
  /** The sheet that it stands in, where the file is a workbook. */
  readonly sheet?: string;
  /** Whether it is a table that a program wrote, whose whole numbers have lost their zeros behind the point. */
  readonly isTable?: boolean;
  /** Texts of a table that stand in no figure and name a unit, such as a note below it: at `aside`, by their number. */
  readonly aside?: readonly string[];
}

/** A problem inside a file, before it is known which file that is. */
export type InnerProblem = BareProblem & Where;

interface Where {
  readonly span?: Span | undefined;
  readonly sheet?: string;
}

/** What is well-formed is handed over even where something else is wrong, so that the rest can be checked as well. */
export interface ReadResult {
  readonly documents: readonly Document[];
  readonly problems: readonly InnerProblem[];
  /** The whole text of a text file, for code frames. */
  readonly text?: string;
  /** The rows around a cell of a workbook, for the same. */
  readonly rowsAround?: (sheet: string, span: Span) => Excerpt | undefined;
  /** What became of the cells of its tables. */
  readonly tally?: TableTally | undefined;
}

/** Fields of a figure that name something of the plan. */
export const namedFields = ['indicator', 'measure', 'region'] as const;
export type NamedField = (typeof namedFields)[number];

/**
 * What a name of a table is in the plan: the id of what is called so, with the unit behind its name; near to such a name, or
 * neither. Where nothing is listed any name is one. Of a region, whether it is the one that the plan is about, and how far it
 * lies below that one; of an indicator, how many of its own unit another one counts at once, as a power of ten, whether it is
 * of a time, and whether parts of a region add up to it.
 */
export type FindName = (field: NamedField, name: string) => NameOfPlan | 'near' | 'other';

interface NameOfPlan {
  readonly id: string;
  readonly unit?: string | undefined;
  readonly isAny?: boolean;
  readonly isOwn?: boolean;
  readonly powerOf?: ((unit: string) => number | undefined) | undefined;
  readonly isOfTime?: boolean;
  /** What is of a time need not say of which: that its day ends. */
  readonly isRate?: boolean;
  readonly addsUp?: boolean;
  readonly level?: number | undefined;
}

/** Which of a table that is too large to be read at once: the first piece, a later one, or a half of what was read whole. */
export type PartOfTable = 'first' | 'later' | 'half';

/** How a file is read. */
export interface HowRead {
  readonly limits: Limits;
  /** Of the file that this is a part of; else it is found out. */
  readonly encoding?: Encoding | undefined;
  readonly part?: PartOfTable | undefined;
  /** How its tables are read, where they are not ours. */
  readonly mappings?: readonly TableMapping[];
  readonly findName?: FindName | undefined;
  /** Sees each table, a grid of cells, before it is read. */
  readonly see?: ((grid: unknown) => void) | undefined;
}

/** One input format a file: how bytes become documents. It never throws: what cannot be read is a problem. */
export type Reader = (bytes: Uint8Array, reading: HowRead) => ReadResult | Promise<ReadResult>;

/** More than a limit allows. */
export const beyondLimit = (limit: LimitName, limits: Limits): BareProblem<'beyond-limit'> => ({
  code: 'beyond-limit',
  args: { limit, most: limits[limit] },
});

/** The result of a file that cannot be read at all. */
export const unreadable = (problem: BareProblem, where: Where = {}): ReadResult => ({
  documents: [],
  problems: [{ ...problem, ...where }],
});

/** A file that is not what its format asks for; whatever its reader threw says why. */
export const damaged = (format: string, error: unknown): BareProblem<'damaged-file'> => ({
  code: 'damaged-file',
  args: { format, message: error instanceof Error ? error.message : '' },
});
