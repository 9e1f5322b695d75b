import type { ToldOfTable } from '../../src/model/proposal.ts';

/** What `map` is told of a table by a user who says nothing. */
export const NOTHING_TOLD: ToldOfTable = {
  names: new Map(),
  columns: {},
  fixed: new Map(),
  counts: new Map(),
  flags: new Map(),
  decimal: undefined,
};
