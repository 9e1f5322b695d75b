import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/cli/package-root.ts';
import { nodes } from '../support/nodes.ts';
import { hasShell, run } from './world.ts';

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly strategy?: { readonly matrix: { readonly node: readonly number[] } } } & Job>
  >;
}
interface Job {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly run?: string; readonly uses?: string }[];
}

const folder = path.join(packageRoot, '.github', 'workflows');
const workflows = new Map(
  readdirSync(folder).map(name => [name, parse(readFileSync(path.join(folder, name), 'utf8')) as Workflow]),
);
const scriptsOf = ({ jobs }: Workflow) =>
  Object.values(jobs).flatMap(({ steps }) => steps.flatMap(step => step.run ?? []));
const { scripts } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));

describe.runIf(hasShell)('our own workflows', () => {
  test.each([...workflows])('%s runs scripts that bash can read and that are there', (_, workflow) => {
    for (const script of scriptsOf(workflow)) {
      expect(run('bash', ['-n', '-c', script], { cwd: packageRoot })).toMatchObject({ code: 0, stderr: '' });
      for (const [, name = ''] of script.matchAll(/npm run ([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(name);
    }
  });

  test('every Node that is promised is tested', () => {
    const tested = workflows.get('ci.yml')?.jobs['test']?.strategy?.matrix.node;
    expect(tested?.map(String)).toEqual(nodes.map(({ version }) => version.split('.')[0]));
  });

  test('what publishes has no sources, and may do nothing else', () => {
    const { publish, pack } = workflows.get('release.yml')?.jobs ?? {};
    expect(publish?.needs).toBe('pack');
    expect(publish?.permissions).toEqual({ contents: 'write', 'id-token': 'write' });
    expect(publish?.steps.some(({ uses }) => uses?.startsWith('actions/checkout'))).toBe(false);
    expect(pack?.permissions).toEqual({ contents: 'read' });
  });
});
