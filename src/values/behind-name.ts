import { folded } from './fold.ts';

/** What stands behind a name in brackets: `5G基站（万个）` is 5G基站 and 万个. */
export function behindName(text: string): { readonly name: string; readonly behind: string } | undefined {
  const [, name, behind] = /^(.*[^\s([])\s*[([]\s*([^()[\]]+?)\s*[)\]]$/s.exec(folded(text)) ?? [];
  return name === undefined || behind === undefined ? undefined : { name, behind };
}
