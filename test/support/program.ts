import { existsSync } from 'node:fs';
import path from 'node:path';

/** A program of the system, where it is installed; null where it is not. */
export const programNamed = (...names: readonly string[]): string | null =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap(folder => names.map(name => path.join(folder, name)))
    .find(file => existsSync(file)) ?? null;
