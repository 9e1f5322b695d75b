import { cellsIn } from '../input/document/tally.ts';
import { tableWords } from '../render/words/tables.ts';
import type { Lang } from '../render/words/words.ts';
import type { Io } from './io.ts';
import type { FileTally } from './read-inputs.ts';

/** What was left out of tables, by name, and of what nothing is reported; where asked, what became of every cell. */
export function sayTables(
  tallies: readonly FileTally[],
  { lang, isVerbose }: { readonly lang: Lang; readonly isVerbose: boolean },
  io: Io,
): void {
  const words = tableWords[lang];
  const lines = tallies.flatMap(({ file, tally }) => {
    const { ignoredColumns: columns, ignoredNames: names, missing, empty, nothing } = tally;
    return [
      ...(isVerbose ? [words.cells({ ...tally, cells: cellsIn(tally) })] : []),
      ...(columns.length > 0 ? [words.ignoredColumns(columns)] : []),
      ...(Object.keys(names).length > 0 ? [words.ignoredNames(Object.entries(names))] : []),
      ...(missing + empty > 0 ? [words.nothing(missing + empty, nothing)] : []),
    ].map(line => `shanxi-plan: ${file}: ${line}\n`);
  });
  io.stderr.write(lines.join(''));
}
