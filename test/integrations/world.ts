import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { packageRoot } from '../../src/cli/package-root.ts';

/** The built command, which is what every integration starts. */
const bin = path.join(packageRoot, 'bin', 'shanxi-plan.js');

/** These are recipes for Linux and macOS machines; on Windows there is no shell to run them. */
export const hasShell = process.platform !== 'win32';

/** A folder of its own, removed after the tests of the file; its name holds what careless scripts stumble over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "shanxi plan's "));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program, without the settings of the machine on which the tests run. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Finished {
  const { PATH = '', HOME = '' } = process.env;
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { PATH, HOME, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/**
 * A folder for the front of PATH with `shanxi-plan`, and with an `npx` that runs it too: recipes name a version of the
 * package in the registry, tests run this one.
 */
export function commandsIn(folder: string): string {
  const own = `exec "${process.execPath}" "${bin}" "$@"`;
  writeProgram(folder, 'shanxi-plan', own);
  const npx = `[ "$1" = --yes ] && shift\ncase $1 in shanxi-plan@?*) shift ;; *) echo "npx: $1" >&2; exit 127 ;; esac`;
  writeProgram(folder, 'npx', `${npx}\n${own}`);
  return folder;
}

export function writeProgram(folder: string, name: string, script: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(folder, name), 0o755);
}

export const pathWith = (folder: string): string => `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`;

/** A report in which nothing fails. */
export const REPORT = `report: A test
invented: for the test of the hooks
as_of: 2025-12-31
published: 2026-01-20
metrics:
  5g-base-stations: { value: "125,000", counts: built }
`;
