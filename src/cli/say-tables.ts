import { cellsIn } from '../input/document/tally.ts';
import { tableWords } from '../render/words/tables.ts';
import type { Lang } from '../render/words/words.ts';
import type { Io } from './io.ts';
import type { FileTally } from './read-inputs.ts';

interface SayOptions {
  readonly lang: Lang;
  readonly isVerbose: boolean;
  readonly isQuiet: boolean;
}

/**
 * What was left out of tables, by name, and of what nothing is reported; where asked, what became of every cell. Of the
 * silent cells the outcome speaks, which has no figure there, or an older one with its day; but of a figure that a mapping
 * leaves out nothing else would: that is said whatever is silenced.
 */
export function sayTables(tallies: readonly FileTally[], { lang, isVerbose, isQuiet }: SayOptions, io: Io): void {
  const words = tableWords[lang];
  const lines = tallies.flatMap(({ file, tally }) => {
    const { ignoredColumns: columns, ignoredNames: names, missing, empty, nothing } = tally;
    return [
      ...(isVerbose && !isQuiet ? [words.cells({ ...tally, cells: cellsIn(tally) })] : []),
      ...(columns.length > 0 ? [words.ignoredColumns(columns)] : []),
      ...(Object.keys(names).length > 0 ? [words.ignoredNames(Object.entries(names))] : []),
      ...(missing + empty > 0 && !isQuiet ? [words.nothing(missing + empty, nothing)] : []),
    ].map(line => `shanxi-plan: ${file}: ${line}\n`);
  });
  io.stderr.write(lines.join(''));
}
