import type { Mistake } from '../model/mistake.ts';
import { inWords } from '../values/fact.ts';
import type { Detail, RenderOptions } from './format.ts';
import { type FormatId, formatIds, formats } from './registry.ts';
import { type Lang, langs } from './words/words.ts';

/** Columns that a text for a person needs, where somebody says how many there are; a terminal may have fewer. */
export const LEAST_WIDTH = 60;

/** How a text is laid out; by default English, 80 columns, without colour. */
export interface TextOptions {
  readonly lang?: Lang | undefined;
  /** Columns, a whole number from 60. */
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
  if (!isWidth(width)) return notOffered('width', String(width), [`a whole number from ${LEAST_WIDTH}`]);
  return { lang: await offered('lang', lang, langs), width, isColored: color, detail, isAscii: ascii };
}

export const isWidth = (width: number): boolean => Number.isInteger(width) && width >= LEAST_WIDTH;

export async function formatNamed(id: FormatId) {
  return formats[await offered('format', id, formatIds)].load();
}

const offered = async <T extends string>(setting: string, name: T, allowed: readonly T[]): Promise<T> =>
  allowed.includes(name) ? name : notOffered(setting, String(name), allowed);

/** A program that asks for what there is not has made a mistake of its own, which is thrown. */
async function notOffered(setting: string, name: string, allowed: readonly string[]): Promise<never> {
  const mistake: Mistake = { setting, code: 'not-offered', args: { name, allowed } };
  const { wordsIn } = await import('./words/registry.ts');
  const { what, help } = inWords(wordsIn('en').mistake, mistake);
  throw new Error(`${setting}: ${what}; ${help}`, { cause: mistake });
}
