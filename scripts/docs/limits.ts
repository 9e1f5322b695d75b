import { readFile } from 'node:fs/promises';
import { namedLimits } from '../../src/cli/limit-flags.ts';
import { ceilingOf, DEFAULT_MAX_INPUT, limitsFor } from '../../src/input/document/limits.ts';
import { limitWords } from '../../src/render/words/limits.ts';
import { type LimitName, limitNames } from '../../src/values/limit-name.ts';
import { tableOf } from './table.ts';

const PART = /(<!-- limits -->\n)[\s\S]*?(<!-- \/limits -->)/;

/** The table of limits in a page, between its two marks. */
export async function withLimits(file: string): Promise<string> {
  const table = tableOf(['limit of', 'by default', 'raised by'], limitNames.map(limitRow));
  return (await readFile(file, 'utf8')).replace(PART, (_, begin: string, end: string) => `${begin}${table}\n${end}`);
}

const number = (value: number): string => value.toLocaleString('en-US');

function limitRow(name: LimitName): string[] {
  const words = limitWords[name];
  return [`${words?.en} (${words?.zh})`, number(limitsFor()[name]), raisedBy(name)];
}

function raisedBy(name: LimitName): string {
  const grows = limitsFor({ bytes: 2 * DEFAULT_MAX_INPUT })[name] > limitsFor()[name];
  const ceiling = ceilingOf(name) < Number.MAX_SAFE_INTEGER ? `, to ${number(ceilingOf(name))} at most` : '';
  return [
    ...(grows ? ['`--max-input-size`, in proportion'] : []),
    ...(namedLimits.some(each => each === name) ? [`\`--limit ${name}=…\`${ceiling}`] : []),
  ].join('; ');
}
