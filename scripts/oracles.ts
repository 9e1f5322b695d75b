/*
 * Recomputes published verdicts with the methods of the program: `npm run oracles -- <csv …>`; without arguments all
 * of fixtures/oracles. Exit 1 where a row is not reproduced, 2 where a table cannot be read.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { counts, describeTable, isFailure, type Judged, runTable } from './oracles/run.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

async function main(given: readonly string[]): Promise<number> {
  const all: Judged[] = [];
  let isBroken = false;
  for (const file of given.length > 0 ? given : await shipped()) {
    const { judged, problems } = await runFile(file);
    for (const problem of problems) console.error(`${file}: ${problem}`);
    if (problems.length === 0) console.log(`${describeTable(file, judged)}\n`);
    isBroken ||= problems.length > 0;
    all.push(...judged);
  }
  console.log(`in all: ${counts(all)}`);
  return isBroken ? 2 : all.some(isFailure) ? 1 : 0;
}

async function runFile(file: string): Promise<ReturnType<typeof runTable>> {
  try {
    return runTable(await readFile(file, 'utf8'));
  } catch (error) {
    return { judged: [], problems: [error instanceof Error ? error.message : String(error)] };
  }
}

async function shipped(): Promise<string[]> {
  const folder = path.join(root, 'fixtures', 'oracles');
  const names = (await readdir(folder)).filter(name => name.endsWith('.csv')).toSorted();
  return names.map(name => path.relative(process.cwd(), path.join(folder, name)).replaceAll(path.sep, '/'));
}

process.exitCode = await main(process.argv.slice(2));
