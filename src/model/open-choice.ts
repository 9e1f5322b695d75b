import { OPEN } from './proposal.ts';

/** What somebody has still to choose from: `? built | opened`. */
export const openChoice = (names: readonly string[]): string => `${OPEN} ${names.join(' | ')}`;

/** What may be chosen where a text leaves it open, and undefined where it does not. */
export function leftOpen(text: unknown): readonly string[] | undefined {
  if (typeof text !== 'string' || !/^\?(?:\s|$)/.test(text)) return undefined;
  const names = text.slice(OPEN.length).split('|');
  return names.map(name => name.trim()).filter(name => name !== '');
}
