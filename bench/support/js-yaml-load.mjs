// The baseline of the YAML suite: reads and parses all files of a folder with js-yaml and does nothing with them.
// `node js-yaml-load.mjs <folder> <threads>`
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import * as yaml from 'js-yaml';

if (isMainThread) {
  const [folder, threads] = process.argv.slice(2);
  const files = readdirSync(folder).map(name => path.join(folder, name));
  console.log(threads === '1' ? countFigures(files) : await inThreads(files, Number(threads)));
} else parentPort.postMessage(countFigures(workerData));

function countFigures(files) {
  return files.reduce((sum, file) => sum + Object.keys(yaml.load(readFileSync(file, 'utf8')).metrics).length, 0);
}

async function inThreads(files, threads) {
  const share = Math.ceil(files.length / threads);
  const parts = Array.from({ length: threads }, (_, index) => files.slice(index * share, (index + 1) * share));
  const counts = await Promise.all(parts.map(inThread));
  return counts.reduce((sum, count) => sum + count, 0);
}

function inThread(workerData) {
  return new Promise((resolve, reject) => {
    new Worker(fileURLToPath(import.meta.url), { workerData }).on('message', resolve).on('error', reject);
  });
}
