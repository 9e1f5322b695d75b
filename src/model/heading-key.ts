import { figureColumns } from './figure-columns.ts';

/** What a key of `columns` is made of: text as it stands in a heading, and fields that are read from one. */
export type HeadingPart = string | { readonly field: string };

/** Fields that a heading may hold; a number is one of a cell. */
export const headingFields: readonly string[] = figureColumns.filter(name => !['value', 'kept'].includes(name));

/** `{as_of}年` as its parts; `{{` is a brace. What stands between braces and is no field comes back as `unknown`. */
export function parseHeadingKey(key: string): { readonly parts: readonly HeadingPart[]; readonly unknown?: string } {
  const parts: HeadingPart[] = [];
  let text = '';
  for (let at = 0; at < key.length; at++) {
    if (key[at] !== '{') text += key[at];
    else if (key[at + 1] === '{') text += key[at++];
    else {
      const end = key.indexOf('}', at);
      const field = key.slice(at + 1, end === -1 ? undefined : end);
      if (end === -1 || !headingFields.includes(field)) return { parts, unknown: field };
      if (text !== '') parts.push(text);
      parts.push({ field });
      text = '';
      at = end;
    }
  }
  return { parts: text === '' ? parts : [...parts, text] };
}

export const isPatternKey = (key: string): boolean => parseHeadingKey(key).parts.some(part => typeof part !== 'string');
