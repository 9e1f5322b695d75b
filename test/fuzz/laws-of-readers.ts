import { readTree } from '../../src/input/json/json.ts';
import { quickReader } from '../../src/input/json/quick.ts';
import { formatOf } from '../../src/input/source/registry.ts';
import { readYaml } from '../../src/input/yaml/full.ts';
import { readQuickly } from '../../src/input/yaml/quick.ts';
import { holds } from './broken-law.ts';
import type { Part } from './case.ts';

/** What a quick reader reads, the full parser reads as well, and alike. */
export function holdQuickReaders({ path, bytes }: Part): void {
  const format = formatOf(path);
  const text = Buffer.from(bytes).toString();
  if (format === 'yaml') {
    const quick = readQuickly(text);
    if (quick) holdAlike(quick.data, readYaml(text));
  }
  if (format === 'ndjson') {
    const read = quickReader();
    for (const line of text.split('\n')) {
      const quick = read(line);
      if (quick) holdAlike(quick.data, readTree(line));
    }
  }
}

type Full = ReturnType<typeof readYaml>;

function holdAlike(quick: unknown, { documents, problems }: Full): void {
  holds(problems.length === 0, 'what is read quickly has no problem', problems);
  holds(JSON.stringify(quick) === JSON.stringify(documents[0]?.data), 'what is read quickly is read alike', quick);
}
