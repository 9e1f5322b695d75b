// The baselines of reading: parses one file again and again and does nothing with it but to count its figures.
// `node parse-many.mjs <file> <times>`
import { readFileSync } from 'node:fs';
import path from 'node:path';

const parsers = {
  '.csv': async () => {
    const { parse } = await import('csv-parse/sync');
    return text => parse(text, { columns: true });
  },
  '.ndjson': async () => text =>
    text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line)),
  '.yaml': async () => {
    const yaml = await import('js-yaml');
    return text => yaml.load(text).observations;
  },
};

const [file, times] = process.argv.slice(2);
const parse = await parsers[path.extname(file)]();
let figures = 0;
for (let time = 0; time < Number(times); time += 1) figures += parse(readFileSync(file, 'utf8')).length;
console.log(figures);
