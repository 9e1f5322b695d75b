import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that holds the given files while `work` runs, and is gone afterwards. */
export async function inTemporaryFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shanxi-plan-'));
  try {
    await Promise.all(Object.entries(files).map(([name, text]) => writeFile(path.join(folder, name), text)));
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
