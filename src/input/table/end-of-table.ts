import type { TableMapping } from '../../model/table-mapping.ts';
import { folded } from '../../values/fold.ts';

/** The first row that is no figure, by what its first cell says. */
export function endOf({ ends = [] }: TableMapping): (cells: readonly string[]) => boolean {
  if (ends.length === 0) return () => false;
  const forms = ends.map(text => folded(text).split('*'));
  return cells => {
    const first = folded(cells.find(cell => cell !== '') ?? '');
    return forms.some(parts => isLike(first, parts));
  };
}

/** Each part as early as it can be: what follows then has all the room that there is, and no part is tried twice. */
function isLike(text: string, [begin = '', ...parts]: readonly string[]): boolean {
  const last = parts.pop();
  if (last === undefined) return text === begin;
  if (!text.startsWith(begin) || !text.endsWith(last)) return false;
  let at = begin.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at + last.length <= text.length;
}
