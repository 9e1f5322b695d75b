import type { IGNORE } from '../../model/mapping-signs.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { folded } from '../../values/fold.ts';
import type { Flat } from './columns.ts';

/** What a sign beside a number says: fields of the figure, that nothing is reported, or that it is left out. */
export type FlagMeaning = Flat | 'missing' | typeof IGNORE;

export interface Stripped {
  readonly text: string;
  readonly said: FlagMeaning;
}

/** Signs that follow each other behind one number; nobody writes more. */
const MOST = 4;

/** How a table's signs are read, behind a number or in a column of their own. */
export function flagsIn({ flags = {} }: Pick<TableMapping, 'flags'>) {
  const meanings = new Map(Object.entries(flags).map(([sign, meaning]) => [folded(sign), meaning as FlagMeaning]));
  const signs = [...meanings.keys()].toSorted((a, b) => b.length - a.length);
  const ending = (text: string) => signs.find(sign => text.endsWith(sign) && isApart(text, sign));
  return {
    allowed: Object.keys(flags),
    meaningOf: (sign: string): FlagMeaning | undefined => meanings.get(folded(sign)),
    /** A text without the signs at its end. */
    strip: (given: string): Stripped => {
      let text = given;
      let said: FlagMeaning = {};
      for (let count = 0; count < MOST && signs.length > 0; count++) {
        const sign = ending(text);
        if (sign === undefined) break;
        said = together(meanings.get(sign) ?? {}, said);
        text = text.slice(0, -sign.length).replace(/[\s,;]+$/, '');
      }
      return { text, said };
    },
  };
}

/** What several signs say together; that there is no figure outweighs what is said of it. */
export const together = (a: FlagMeaning, b: FlagMeaning): FlagMeaning =>
  typeof a === 'string' ? a : typeof b === 'string' ? b : { ...a, ...b };

/** A sign of letters stands behind a blank, or behind what is no letter; something must stand before it. */
function isApart(text: string, sign: string): boolean {
  const before = text.slice(0, -sign.length);
  return before.trim() !== '' && !(/^\p{L}/u.test(sign) && /\p{L}$/u.test(before));
}
