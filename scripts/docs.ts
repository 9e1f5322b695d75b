// Writes what the docs list (flags, codes, formats, verdicts, the README's output) from the code, so that neither can
// drift. `npm run docs` writes, `npm run docs -- --check` only compares; a test does the same.
import { readFile, writeFile } from 'node:fs/promises';
import { generatedDocs } from './docs/generate.ts';

const isCheck = process.argv.includes('--check');
for (const { file, text } of await generatedDocs()) {
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before === text) continue;
  if (isCheck) {
    console.error(`${file} is not up to date: npm run docs`);
    process.exitCode = 1;
  } else {
    await writeFile(file, text);
    console.log(`wrote ${file}`);
  }
}
