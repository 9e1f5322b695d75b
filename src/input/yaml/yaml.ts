import type { HowRead, Reader, ReadResult } from '../document/document.ts';
import { ofText } from '../document/text-reader.ts';
import { readQuickly } from './quick.ts';

export const yaml: Reader = {
  id: 'yaml',
  extensions: ['.yaml', '.yml'],
  read: ofText(readYaml),
};

/** The full parser is loaded for a file that needs it only: loading it takes longer than to check a report. */
async function readYaml(text: string, { limits }: HowRead): Promise<ReadResult> {
  const document = readQuickly(text);
  if (document) return { documents: [document], problems: [] };
  const full = await import('./full.ts');
  return full.readYaml(text, limits);
}
