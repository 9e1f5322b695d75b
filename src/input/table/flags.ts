import type { DELETES, IGNORE } from '../../model/mapping-signs.ts';
import type { TableMapping } from '../../model/table-mapping.ts';
import { folded } from '../../values/fold.ts';
import { parseQuantity } from '../../values/quantity.ts';
import type { Flat } from './columns.ts';

/** What a sign beside a number says: fields of the figure, that nothing is reported, that it is left out, or that it deletes another. */
export type FlagMeaning = Flat | 'missing' | typeof IGNORE | typeof DELETES;

export interface Stripped {
  readonly text: string;
  readonly said: FlagMeaning;
}

/** Signs that follow each other behind one number; nobody writes more. */
const MOST = 4;

/** How a table's signs are read, behind a number or in a column of their own. */
export function flagsIn({ flags = {} }: Pick<TableMapping, 'flags'>) {
  const meanings = new Map(Object.entries(flags).map(([sign, meaning]) => [signOf(sign), meaning as FlagMeaning]));
  const signs = [...meanings.keys()].toSorted((a, b) => b.length - a.length);
  const ending = (text: string) => signs.find(sign => text.endsWith(sign) && isApart(text, sign));
  return {
    /** The signs of a column: those of its own, where it has any. */
    inColumn: (heading: string) => {
      const before = `${signOf(heading)}=`;
      const own = signs.filter(sign => sign.startsWith(before)).map(sign => sign.slice(before.length));
      const prefix = own.length > 0 ? before : '';
      return {
        allowed: own.length > 0 ? own.toSorted() : Object.keys(flags),
        meaningOf: (sign: string): FlagMeaning | undefined => meanings.get(`${prefix}${signOf(sign)}`),
      };
    },
    /** A text without the signs at its end. */
    strip: (given: string): Stripped => {
      let text = given;
      let said: FlagMeaning = {};
      for (let count = 0; count < MOST && signs.length > 0; count++) {
        const sign = ending(text);
        if (sign === undefined || isFigure(text)) break;
        said = together(meanings.get(sign) ?? {}, said);
        text = text.slice(0, -sign.length).replace(/[\s,;]+$/, '');
      }
      return { text, said };
    },
  };
}

/** In any width; the number of a footnote, ① or ², is a sign and no digit. */
export const signOf = (sign: string): string => (/\p{No}/u.test(sign) ? sign.trim() : folded(sign));

/** What several signs say together; that there is no figure outweighs what is said of it. */
export const together = (a: FlagMeaning, b: FlagMeaning): FlagMeaning =>
  typeof a === 'string' ? a : typeof b === 'string' ? b : { ...a, ...b };

/** What is a number as it stands has no sign: 93307 is not 933 with an 07 behind it, nor 9.3万 the number 9.3. */
export function isFigure(text: string): boolean {
  const read = parseQuantity(text);
  return read.ok && read.value.inUnit === undefined;
}

/** A sign of letters or digits stands behind a blank, or behind what is none; something must stand before it. */
function isApart(text: string, sign: string): boolean {
  const before = text.slice(0, -sign.length);
  return before.trim() !== '' && !RUNS_ON.some(kind => kind.test(`${before.at(-1)}${sign}`));
}

/** Letters run on, but not from Chinese ones to others: 2023年p has a sign. */
const RUNS_ON = [/^\p{Script=Han}\p{Script=Han}/u, /^(?!\p{Script=Han})\p{L}(?!\p{Script=Han})\p{L}/u, /^\d\d/];
