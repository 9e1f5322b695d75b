/*
 * The same key, day or source stands in thousands of reports. What was made of a piece of text is found again by its
 * letters, without cutting it out: a text that is cut out has to be copied, and hashed once more by whatever keeps it.
 */

/** What is made of the piece of a text between two offsets that has this hash. */
export type KnownPieces<T> = (text: string, from: number, to: number, hash: number) => T;

/** @param longest pieces that are remembered; what is longer is made anew each time. */
export function knownPieces<T>(slots: number, longest: number, make: (piece: string) => T): KnownPieces<T> {
  // Of two pieces that fall on one slot the later one is kept, so that no text can make a long search or fill the memory.
  const letters = new Uint16Array(slots * longest);
  const lengths = new Uint16Array(slots);
  const made: T[] = [];
  const isKnown = (text: string, from: number, length: number, slot: number): boolean => {
    if (lengths[slot] !== length) return false;
    const start = slot * longest;
    for (let at = 0; at < length; at++) if (letters[start + at] !== text.charCodeAt(from + at)) return false;
    return true;
  };
  return (text, from, to, hash) => {
    const length = to - from;
    if (length === 0 || length > longest) return make(text.slice(from, to));
    const slot = (hash >>> 0) % slots;
    if (isKnown(text, from, length, slot)) return made[slot] as T;
    const start = slot * longest;
    for (let at = 0; at < length; at++) letters[start + at] = text.charCodeAt(from + at);
    lengths[slot] = length;
    const own = length < SHORTEST_SLICE ? text.slice(from, to) : ownText(letters.subarray(start, start + length));
    const found = make(own);
    made[slot] = found;
    return found;
  };
}

/** A text cut out of a file would keep the whole file in memory for as long as it is known; V8 copies what is shorter. */
const ownText = (letters: Uint16Array): string => String.fromCharCode.apply(null, letters as unknown as number[]);
const SHORTEST_SLICE = 13;

/** Begins the hash of a piece. */
export const FIRST_HASH = 7;

/** The hash of a piece with one more letter. */
export const nextHash = (hash: number, letter: number): number => (Math.imul(hash, 31) + letter) | 0;

export function hashOf(text: string, from: number, to: number): number {
  let hash = FIRST_HASH;
  for (let at = from; at < to; at++) hash = nextHash(hash, text.charCodeAt(at));
  return hash;
}
