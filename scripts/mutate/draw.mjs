// For Stryker a checker, which says of each mutant whether it is worth a run: here those are that are drawn.
import { createHash } from 'node:crypto';

const { ids, count, seed } = JSON.parse(process.env.MUTATE_DRAW ?? '{}');

/** The lot of a mutant hangs on the seed and on itself, so that a sample repeats on another machine. */
const lotOf = ({ fileName, location: { start, end }, replacement }) => {
  const file = fileName.split(/[\\/]src[\\/]/).at(-1);
  const itself = [file, start.line, start.column, end.line, end.column, replacement];
  return createHash('sha256')
    .update(JSON.stringify([seed, ...itself]))
    .digest('hex');
};

/** Named one by one, or so many by lot, or all. */
function drawnOf(mutants) {
  if (ids) return ids;
  const lots = mutants.map(mutant => [lotOf(mutant), mutant.id]).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return lots.slice(0, count ?? lots.length).map(([, id]) => id);
}

function drawing() {
  let drawn = new Set();
  return {
    async init() {},
    /** Stryker hands over all mutants of the room at once. */
    async group(mutants) {
      drawn = new Set(drawnOf(mutants));
      return [mutants.map(({ id }) => id)];
    },
    async check(mutants) {
      const answer = id => (drawn.has(id) ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' });
      return Object.fromEntries(mutants.map(({ id }) => [id, answer(id)]));
    },
  };
}

export const strykerPlugins = [{ kind: 'Checker', name: 'draw', factory: drawing }];
