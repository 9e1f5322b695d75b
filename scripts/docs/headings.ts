import { readFile } from 'node:fs/promises';
import { otherHeadings } from '../../src/model/other-headings.ts';
import { tableOf } from './table.ts';

/** A page with the names that our own columns may have, between its two marks. */
export async function withHeadings(file: string): Promise<string> {
  const rows = Object.entries(otherHeadings).map(([field, names]) => [`\`${field}\``, names.join(', ')]);
  const [before = '', rest = ''] = (await readFile(file, 'utf8')).split('<!-- headings -->');
  const [, after = ''] = rest.split('<!-- end -->');
  return `${before}<!-- headings -->\n\n${tableOf(['column', 'also'], rows)}\n\n<!-- end -->${after}`;
}
