import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { commandTable } from '../../src/cli/completion/command-table.ts';
import type { Io } from '../../src/cli/io.ts';
import { buildProgram, commandNames } from '../../src/cli/program.ts';
import { formatIds } from '../../src/render/registry.ts';
import { binary, ensureBuilt, runProcess } from '../support/binary.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

beforeAll(ensureBuilt);

const script = async (shell: string): Promise<string> => (await runCli(['completion', shell])).stdout;

const isInstalled = (shell: string): boolean =>
  (process.env['PATH'] ?? '').split(path.delimiter).some(folder => existsSync(path.join(folder, shell)));

/** What each shell would offer for the words of a line, of which the last is not finished. */
const askers = {
  bash: (words: readonly string[]) =>
    `source ./script; COMP_WORDS=(${words.map(raw).join(' ')}); COMP_CWORD=${words.length - 1}; _shanxi_plan; printf '%s\\n' "\${COMPREPLY[@]}"`,
  zsh: (words: readonly string[]) =>
    `compdef() { :; }; compadd() { printf '%s\\n' "\${(@P)2}"; }; _files() { echo FILES; }; source ./script; words=(${words.map(raw).join(' ')}); CURRENT=${words.length}; _shanxi_plan`,
};

/** As a shell hands a word over that was typed: the letters as they stand. */
const raw = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

async function offered(shell: keyof typeof askers, words: readonly string[], folder: string): Promise<string[]> {
  await writeFile(path.join(folder, 'script'), await script(shell));
  await writeFile(path.join(folder, 'shanxi-plan'), `#!/bin/sh\nexec ${process.execPath} ${binary} "$@"\n`, {
    mode: 0o755,
  });
  const { stdout } = await runProcess(shell, ['-c', askers[shell](['shanxi-plan', ...words])], {
    cwd: folder,
    env: { PATH: `${folder}${path.delimiter}${process.env['PATH']}`, HOME: folder },
  });
  return String(stdout)
    .split('\n')
    .filter(line => line !== '');
}

test.each(shells)('the script of %s evaluates nothing, and knows every command', async shell => {
  const text = await script(shell);
  expect(text).not.toMatch(/\beval\b|compgen|Invoke-Expression|iex\b/);
  for (const name of commandNames) expect(text).toContain(name);
});

test('no name of the table needs a quote', async () => {
  const table = commandTable(await buildProgram(commandNames, {} as Io, async () => {}));
  const names = table.flatMap(({ path: at, options }) => [
    at,
    ...options.flatMap(each => [...each.names, ...each.choices]),
  ]);
  expect(names.filter(name => !/^[\w. -]*$/.test(name))).toEqual([]);
});

describe.each(['bash', 'zsh'] as const)('%s', shell => {
  test.runIf(isInstalled(shell))('completes commands, flags, their values, and ids', () =>
    inTemporaryFolder({}, async folder => {
      const all = (words: readonly string[]) => offered(shell, words, folder);
      expect(await all(['wai'])).toEqual(expect.arrayContaining(['waivers']));
      expect(await all(['plan', 'l'])).toEqual(expect.arrayContaining(['lint', 'list']));
      expect(await all(['check', '--as'])).toContain('--as-of');
      expect(await all(['plan', 'lint', '--'])).not.toContain('--as-of');
      expect(await all(['check', '--method', ''])).toContain('growth-ratio');
      expect(await all(['explain', '5g'])).toContain('5g-stations-2025');
      const files = await all(['check', '--waivers', '']);
      expect(files).toEqual(shell === 'zsh' ? ['FILES'] : []);
    }),
  );

  test.runIf(isInstalled(shell))('runs nothing of what was typed', () =>
    inTemporaryFolder({}, async folder => {
      const hostile = [
        '$(touch pwned)',
        '`touch pwned`',
        '"$(touch pwned)',
        "';touch pwned;'",
        '$((a[$(touch pwned)]))',
        '-$(touch pwned)',
      ];
      for (const word of hostile) {
        await offered(shell, ['check', word], folder);
        await offered(shell, [word, ''], folder);
        await offered(shell, ['explain', '--plan', word, ''], folder);
        await offered(shell, ['check', '--method', word], folder);
      }
      expect(await readdir(folder)).toEqual(['script', 'shanxi-plan']);
    }),
  );
});

test.runIf(isInstalled('fish'))('fish takes its script, and completes', () =>
  inTemporaryFolder({}, async folder => {
    await writeFile(path.join(folder, 'script'), await script('fish'));
    const all = async (line: string) => {
      const { stdout } = await runProcess('fish', ['-c', `source ./script; complete -C ${raw(line)}`], {
        cwd: folder,
        env: { HOME: folder },
      });
      return String(stdout);
    };
    expect(await all('shanxi-plan wai')).toContain('waivers');
    expect(await all('shanxi-plan plan l')).toContain('lint');
    expect(await all('shanxi-plan check --as')).toContain('--as-of');
    expect(await all('shanxi-plan check --method ')).toContain('growth-ratio');
    await all('shanxi-plan check "$(touch pwned)');
    expect(await readdir(folder)).not.toContain('pwned');
  }),
);

test('ids are those of the plan that is named, and none where it cannot be read', async () => {
  const ids = async (...plan: readonly string[]) => (await runCli(['completion', 'ids', ...plan])).stdout.split('\n');
  expect(await ids()).toContain('5g-stations-2025');
  expect(await ids('')).toContain('5g-stations-2025');
  expect(await ids('fixtures/regions/plan.yaml')).not.toContain('5g-stations-2025');
  expect(await ids('no-such-plan.yaml')).toEqual(['']);
});

test.runIf(isInstalled('groff'))('the man page is one', async () => {
  const text = execFileSync('groff', ['-man', '-Tascii', '-P-c', '-P-b', '-P-o', '-P-u', '-ww', 'man/shanxi-plan.1'], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  expect(text).toContain('--allow-undecided');
  for (const id of formatIds) expect(text).toContain(id);
});
