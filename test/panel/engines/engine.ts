import type { DialectName } from '../../../src/panel/sql/dialects.ts';

/** An engine in which figures lie. */
export interface Engine {
  readonly dialect: DialectName;
  /** Loads the table `panel` and gives what a query leaves of it, as CSV under a header. */
  readonly query: (table: EngineTable, sql: string) => Promise<string>;
  readonly stop: () => void;
}

interface EngineTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Of a column that is no text, what the engine calls its type. */
  readonly types?: Readonly<Record<string, string>>;
}
