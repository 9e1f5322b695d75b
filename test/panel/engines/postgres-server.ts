import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Engine } from './engine.ts';

/** A real PostgreSQL server in a folder of its own, reached by a socket alone. */
interface Server {
  readonly run: (sql: string) => string;
  readonly stop: () => void;
}

const DEBIAN = '/usr/lib/postgresql';

/** The folder of the server's programs; undefined where it is not installed. */
export function findPostgres(): string | undefined {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(version => path.join(DEBIAN, version, 'bin')) : [];
  const folders = [...debian, ...(process.env['PATH'] ?? '').split(path.delimiter)];
  return folders.find(folder => ['initdb', 'pg_ctl', 'psql'].every(name => existsSync(path.join(folder, name))));
}

/** The server refuses to run as root; then it runs as the user that its package or the system made for such things. */
function userToRunAs(): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return ['postgres', 'nobody'].find(user => idOf(user, '-u') !== undefined);
}

function idOf(user: string, kind: '-u' | '-g'): number | undefined {
  try {
    return Number(execFileSync('id', [kind, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}

const USER = 'panel';

function startPostgres(programs: string): Server {
  const folder = mkdtempSync(path.join(tmpdir(), 'pg-'));
  const user = userToRunAs();
  const exec = (program: string, args: readonly string[], input?: string): string => {
    const command = [path.join(programs, program), ...args];
    const [first = '', ...rest] = user === undefined ? command : ['runuser', '-u', user, '--', ...command];
    return execFileSync(first, rest, {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 2 ** 28,
      ...(input !== undefined && { input }),
    });
  };
  const data = path.join(folder, 'data');
  mkdirSync(data);
  for (const each of [folder, data]) {
    chmodSync(each, 0o700);
    if (user !== undefined) chownSync(each, idOf(user, '-u') ?? 0, idOf(user, '-g') ?? 0);
  }
  exec('initdb', ['-D', data, '-A', 'trust', '-U', USER, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  exec('pg_ctl', ['-D', data, '-o', `-k ${folder} -h ''`, '-l', path.join(folder, 'log'), '-w', 'start']);
  return {
    run: sql =>
      exec('psql', ['-h', folder, '-U', USER, '-d', 'postgres', '-q', '-v', 'ON_ERROR_STOP=1', '-f', '-'], sql),
    stop: () => {
      exec('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true });
    },
  };
}

export function postgresEngine(programs: string): Engine {
  const { run, stop } = startPostgres(programs);
  return {
    dialect: 'postgres',
    stop,
    query: async ({ columns, rows, types = {} }, sql) => {
      const named = columns.map(column => `"${column}" ${types[column] ?? 'text'}`);
      const texts = columns.filter(column => types[column] === undefined).map(column => `"${column}"`);
      const lines = rows.map(cells => cells.map(quoted).join(','));
      return run(`drop table if exists panel;
        create table panel (${named.join(', ')});
        copy panel from stdin with (format csv, force_not_null (${texts.join(', ')}));
${lines.join('\n')}
\\.
        copy (${sql}) to stdout with (format csv, header true);`);
    },
  };
}

const quoted = (text: string): string => (/[",\n\\]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
