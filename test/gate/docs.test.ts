import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { checkCommand } from '../../src/cli/commands/check.ts';
import type { Io } from '../../src/cli/io.ts';
import { packageRoot } from '../../src/cli/package-root.ts';
import { configShape, waiversShape } from '../../src/input/shape/shapes.ts';
import { readAs } from '../../src/input/source/read-as.ts';
import { changes } from '../../src/model/change.ts';
import { configSchema } from '../../src/model/config.ts';
import { exitCodes } from '../../src/model/exit-code.ts';
import { gateOutcomes, selectorKeys, thresholds, waiverStates } from '../../src/model/policy.ts';
import { settingOrigins } from '../../src/model/policy-setting.ts';
import { runCli } from '../support/io.ts';

const text = readFileSync('docs/gates.md', 'utf8');

/** The rows of the table under a heading, or of the first one from a text on: their cells, without back quotes. */
function tableAfter(mark: string): string[][] {
  const lines = text.slice(text.indexOf(mark)).split('\n');
  const start = lines.findIndex(line => line.startsWith('| ---'));
  const rest = lines.slice(start + 1);
  const rows = rest.slice(
    0,
    rest.findIndex(line => !line.startsWith('|')),
  );
  return rows.map(row => row.split(' | ').map(cell => cell.replace(/^\| | \|$/g, '').replaceAll('`', '')));
}

const firstCells = (mark: string): (string | undefined)[] => tableAfter(mark).map(([first]) => first);

describe('docs/gates.md lists', () => {
  test('every exit code', () => {
    expect(firstCells('## Exit codes').map(Number)).toEqual(Object.values(exitCodes));
  });

  test('every outcome, every state of a waiver and every change, in their order', () => {
    expect(firstCells('## What becomes')).toEqual(expect.arrayContaining(Object.keys(gateOutcomes)));
    expect(firstCells('## What becomes')).toHaveLength(Object.keys(gateOutcomes).length);
    expect(firstCells('| state |')).toEqual(Object.keys(waiverStates));
    expect(firstCells('## Two analyses')).toEqual(Object.keys(changes));
  });

  test('gate flags that there are', () => {
    const known = checkCommand(new Command(), {} as Io, async () => {}).options.map(({ long }) => long);
    expect(firstCells('## Gate flags').filter(flag => !known.includes(flag))).toEqual([]);
    const named = [...text.matchAll(/`(?:shanxi-plan [^`]*? )?(--[a-z-]+)/g)].map(([, flag]) => flag);
    const ofOthers = ['--fail-on', '--config'];
    expect(named.filter(flag => !known.includes(flag) && !ofOthers.includes(flag ?? ''))).toEqual([]);
  });

  test('every threshold, and every kind of name', () => {
    expect(thresholds.filter(threshold => !text.includes(`\`${threshold}\``))).toEqual([]);
    expect(selectorKeys.filter(key => !text.includes(`\`${key}=\``))).toEqual([]);
  });

  test('every origin of a setting', () => {
    expect(firstCells('| origin |')).toEqual([...settingOrigins]);
  });

  test('every key of the config file', () => {
    const keys = Object.keys(configSchema.shape).filter(key => key !== '$schema');
    expect(firstCells('| key |')).toEqual(keys);
  });
});

describe('the files in it are valid', () => {
  const shapes = { config: configShape, waivers: waiversShape };
  const blocks = [...text.matchAll(/^```yaml (config|waivers)\n([\s\S]*?)^```$/gm)];

  test.each(blocks.map(([, kind = '', block = '']) => [kind, block] as const))('%s', async (kind, block) => {
    const file = { path: `${kind}.yaml`, bytes: new TextEncoder().encode(block) };
    const { problems } = await readAs<unknown>(file, shapes[kind as keyof typeof shapes]);
    expect(problems).toEqual([]);
  });

  test('both are there', () => {
    expect(blocks.map(([, kind]) => kind).toSorted()).toEqual(Object.keys(shapes));
  });
});

describe('the examples in it end as it says', () => {
  test.each(tableAfter('## Examples').map(([command = '', code]) => [command, Number(code)] as const))(
    '%s: %i',
    async (command, code) => {
      const [name, ...argv] = command.split(' ');
      expect(name).toBe('shanxi-plan');
      const ran = await runCli(argv, { cwd: path.join(packageRoot, 'fixtures', 'gate') });
      expect(ran.code, ran.stderr).toBe(code);
    },
  );
});
