import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { DialectName } from '../../../src/panel/sql/dialects.ts';
import { pythonWith } from '../../support/python.ts';
import type { Engine } from './engine.ts';

/** An engine that is a package of Python, behind a script that answers a line with a line; undefined where it is not here. */
export function pythonEngine(dialect: DialectName, name: string): Engine | undefined {
  const bin = pythonWith(name);
  const wanted = process.env['PANEL_ENGINES'];
  if (bin === undefined || (wanted !== undefined && !wanted.split(',').includes(dialect))) return undefined;
  const child = spawn(path.join(bin, 'python'), [path.join(import.meta.dirname, `${dialect}.py`)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', chunk => {
    said = `${said}${chunk}`.slice(-4000);
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    dialect,
    query: async (table, sql) => {
      child.stdin.write(`${JSON.stringify({ types: {}, ...table, sql })}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`${dialect} ended: ${said}`);
      const { csv, error } = JSON.parse(value);
      if (error !== undefined) throw new Error(error);
      return csv;
    },
    stop: () => void child.kill(),
  };
}
