import { sep } from 'node:path';
import { usageOfFiles } from '../render/words/usage-files.ts';
import { matchesName, type NamePattern, namePattern } from './name-pattern.ts';
import { UserError } from './user-error.ts';

/** The positions in a pattern that are reached after some names of a path. */
export type States = readonly number[];

/** A pattern of paths, followed from name to name down through folders. */
export interface Pattern {
  readonly start: States;
  /** None where no path that goes on so can match. */
  readonly after: (states: States, name: string) => States;
  readonly accepts: (states: States) => boolean;
  /** Whether anything below a folder can match. */
  readonly goesOn: (states: States) => boolean;
}

/** Whatever is not hidden. */
export const everything: Pattern = {
  start: [0],
  after: (states, name) => (isHidden(name) ? [] : states),
  accepts: () => true,
  goesOn: () => true,
};

export const isPattern = (text: string): boolean => /[*?[{]/.test(text);

/** The folder in which a pattern begins, and what it says of the names below. */
export function splitPattern(given: string): { readonly folder: string; readonly rest: string } {
  const text = given.split(sep).join('/');
  const end = (/^[^*?[{\\]*/.exec(text)?.[0] ?? '').lastIndexOf('/') + 1;
  return { folder: text.slice(0, end) || '.', rest: text.slice(end) };
}

export const matchesPath = ({ start, after, accepts }: Pattern, path: string): boolean =>
  accepts(path.split('/').reduce(after, start));

/** Characters of all that the braces stand for together; nobody writes a longer pattern by hand. */
const MOST_SIGNS = 4096;

type PatternPart = NamePattern | 'folders' | 'end';

/**
 * `2023-*.yaml`, `??.csv`, `[a-f]*`, `{north,south}/**`. All that the braces stand for is followed at once, name by name,
 * so that it takes no longer than the pattern and the name are long, whatever stands in them.
 */
export function parsePattern(text: string): Pattern {
  const parts: PatternPart[] = [];
  const start: number[] = [];
  for (const path of withoutBraces(text)) {
    start.push(parts.length);
    const names = path.split('/');
    for (const name of names.at(-1) === '**' ? [...names, '*'] : names)
      if (name !== '**') parts.push(namePattern(name));
      else if (parts.at(-1) !== 'folders') parts.push('folders');
    parts.push('end');
  }
  /** `**` stands for no folder as well. */
  const open = (states: States): number[] => states.flatMap(at => (parts[at] === 'folders' ? [at, at + 1] : [at]));
  return {
    start,
    after: (states, name) => [...new Set(open(states).flatMap(at => afterOne(parts[at], at, name)))],
    accepts: states => open(states).some(at => parts[at] === 'end'),
    goesOn: states => states.some(at => parts[at] !== 'end'),
  };
}

function afterOne(part: PatternPart | undefined, at: number, name: string): States {
  if (part === undefined || part === 'end') return [];
  if (part === 'folders') return isHidden(name) ? [] : [at];
  return matchesName(part, name) ? [at + 1] : [];
}

const isHidden = (name: string): boolean => name.startsWith('.');

/** `{a,b}/{c,d}` as the four that it stands for; a brace without a comma is one of a name. */
function withoutBraces(text: string): string[] {
  const done: string[] = [];
  const open = [text];
  let size = text.length;
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const ways = firstChoice(each);
    if (ways) open.push(...ways.toReversed());
    else done.push(each);
    for (const way of ways ?? []) size += way.length + 1;
    if (ways) size -= each.length;
    if (size > MOST_SIGNS)
      throw new UserError(
        usageOfFiles.patternTooWide(`${text.slice(0, 60)}${text.length > 60 ? '…' : ''}`, MOST_SIGNS),
      );
  }
  return done;
}

/** What the first braces with a comma between them leave to choose from. */
function firstChoice(text: string): string[] | undefined {
  const open: { readonly at: number; readonly commas: number[] }[] = [];
  let found: { at: number; commas: readonly number[]; end: number } | undefined;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') open.push({ at, commas: [] });
    else if (text[at] === ',') open.at(-1)?.commas.push(at);
    else if (text[at] === '}') {
      const closed = open.pop();
      if (closed && closed.commas.length > 0 && (!found || closed.at < found.at)) found = { ...closed, end: at };
    }
  }
  if (!found) return undefined;
  const { at, commas, end } = found;
  const edges = [at, ...commas, end];
  const [before, after] = [text.slice(0, at), text.slice(end + 1)];
  return edges.slice(1).map((edge, index) => before + text.slice((edges[index] ?? at) + 1, edge) + after);
}
