import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/cli/package-root.ts';

export const binary = path.join(packageRoot, 'bin', 'shanxi-plan.js');

const built = path.join(packageRoot, 'dist', 'plans');
const lock = path.join(packageRoot, 'node_modules', '.shanxi-plan-build');
const PATIENCE_MS = 50_000;

/** Builds where nothing is built yet; of several test files that ask at once, one builds and the others wait. */
export async function ensureBuilt(): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!existsSync(built) || existsSync(lock)) {
    if (!existsSync(built) && isFirst()) build();
    if (Date.now() > end) throw new Error(`nothing was built; is ${lock} left over from a build that was ended?`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

function isFirst(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function build(): void {
  try {
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: packageRoot, stdio: 'inherit' });
  } finally {
    rmSync(lock, { recursive: true });
  }
}

export interface BinaryWorld {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface BinaryRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs the built command line as a user would, in a process of its own and with nothing of our environment. */
export const runBinary = (argv: readonly string[], world: BinaryWorld = {}): Promise<BinaryRun> =>
  runProcess(process.execPath, [binary, ...argv], world);

export function runProcess(file: string, argv: readonly string[], world: BinaryWorld = {}): Promise<BinaryRun> {
  return new Promise((resolve, reject) => {
    const { cwd = packageRoot, stdin = '', env = {} } = world;
    const child = spawn(file, argv, {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', NODE_DISABLE_COMPILE_CACHE: '1', ...env },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', chunk => out.push(chunk));
    child.stderr.on('data', chunk => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code, signal, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() }),
    );
    child.stdin.on('error', () => {}); // A program that reads no standard input closes it.
    child.stdin.end(stdin);
  });
}
