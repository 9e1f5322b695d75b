import type { Mistake } from '../model/mistake.ts';
import { inWords } from '../values/fact.ts';
import type { Detail, RenderOptions } from './format.ts';
import { type FormatId, formatIds, formats } from './registry.ts';
import { type Lang, langs } from './words/words.ts';

/** How a text is laid out; by default English, 80 columns, without colour. */
export interface TextOptions {
  readonly lang?: Lang | undefined;
  readonly width?: number | undefined;
  readonly color?: boolean | undefined;
  /** Of the table: the first screen, what decides (the default), or all. */
  readonly detail?: Detail | undefined;
  /** The table without signs that not every terminal has. */
  readonly ascii?: boolean | undefined;
}

export async function layoutOf({
  lang = 'en',
  width = 80,
  color = false,
  detail = 'usual',
  ascii = false,
}: TextOptions): Promise<RenderOptions> {
  return { lang: await offered('lang', lang, langs), width, isColored: color, detail, isAscii: ascii };
}

export async function formatNamed(id: FormatId) {
  return formats[await offered('format', id, formatIds)].load();
}

/** Plain JavaScript may ask for what there is not: a mistake of the program itself, which is thrown. */
async function offered<T extends string>(setting: string, name: T, allowed: readonly T[]): Promise<T> {
  if (allowed.includes(name)) return name;
  const mistake: Mistake = { setting, code: 'not-offered', args: { name: String(name), allowed } };
  const { wordsIn } = await import('./words/registry.ts');
  const { what, help } = inWords(wordsIn('en').mistake, mistake);
  throw new Error(`${setting}: ${what}; ${help}`, { cause: mistake });
}
