/** What one sign of a name may be; `*` is any number of any signs. */
type Sign = '*' | ((char: string) => boolean);

export interface NamePattern {
  readonly signs: readonly Sign[];
  /** A sign that stands for any other does not stand for the dot of a hidden file. */
  readonly mayBeHidden: boolean;
}

/** One name of a pattern: `*`, `?`, `[a-f]`, `[!a-f]`; a sign behind a backslash stands for itself. */
export function namePattern(text: string): NamePattern {
  const signs: Sign[] = [];
  const chars = [...text];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? '';
    const end = char === '[' ? chars.indexOf(']', at + (/[!^]/.test(chars[at + 1] ?? '') ? 3 : 2)) : -1;
    if (end >= 0) {
      signs.push(oneOf(chars.slice(at + 1, end)));
      at = end;
    } else if (char === '\\' && at + 1 < chars.length) signs.push(exactly(chars[++at] ?? ''));
    else if (char === '?') signs.push(() => true);
    else if (char !== '*') signs.push(exactly(char));
    else if (signs.at(-1) !== '*') signs.push('*');
  }
  return { signs, mayBeHidden: /^\\?\./.test(text) };
}

const exactly = (sign: string) => (char: string) => char === sign;

function oneOf(chars: readonly string[]): Sign {
  const isNegated = chars[0] === '!' || chars[0] === '^';
  const set = chars.slice(isNegated ? 1 : 0);
  const isRange = (at: number) => set[at + 1] === '-' && at + 2 < set.length;
  const ranges: (readonly [from: string, to: string])[] = [];
  for (let at = 0; at < set.length; at += isRange(at) ? 3 : 1)
    ranges.push([set[at] ?? '', set[isRange(at) ? at + 2 : at] ?? '']);
  return char => ranges.some(([from, to]) => from <= char && char <= to) !== isNegated;
}

/**
 * Only the last star that was met is ever given more to stand for: what one before it could take as well, it can take, too.
 * So no name takes longer than its length times that of the pattern.
 */
export function matchesName({ signs, mayBeHidden }: NamePattern, name: string): boolean {
  if (name.startsWith('.') && !mayBeHidden) return false;
  const chars = [...name];
  if (signs.filter(sign => sign !== '*').length > chars.length) return false;
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let index = 0; index < chars.length; ) {
    const sign = signs[at];
    if (sign === '*') {
      star = at++;
      taken = index;
    } else if (sign?.(chars[index] ?? '')) {
      at++;
      index++;
    } else if (star < 0) return false;
    else {
      at = star + 1;
      index = ++taken;
    }
  }
  return signs.slice(at).every(sign => sign === '*');
}
