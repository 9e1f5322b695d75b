import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { refusalFor, stopping } from '../../src/cli/found-outputs.ts';
import { homeFolder } from '../../src/cli/home-folder.ts';
import { packageRoot } from '../../src/cli/package-root.ts';
import type { Settings } from '../../src/cli/settings.ts';
import { type MayWrite, writeWhole } from '../../src/cli/write-output.ts';
import { formatIds, formats } from '../../src/render/registry.ts';
import { type Ran, runCli } from '../support/io.ts';
import { type Attempt, file, link, rows } from './found-rows.ts';

/** Whoever can put a file into a folder must not be able to have others read or written. */

const tmp = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-found-'));
afterAll(() => rmSync(tmp, { recursive: true, force: true }));
const SECRET = 'SECRET-TOKEN';
const gate = (name: string): string => readFileSync(path.join(packageRoot, 'fixtures', 'gate', name), 'utf8');

interface World {
  readonly home: string;
  readonly project: string;
  readonly others: string;
}

function makeWorld({ isRepository = true, in: folder = '.' }: Attempt): World {
  const home = mkdtempSync(path.join(tmp, 'home-'));
  const [project, others] = [path.join(home, 'project'), path.join(home, 'others')];
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    writeFileSync(path.join(home, name), text);
  };
  const secretly = (text: string) => `${text}# ${SECRET}\n`;
  for (const each of ['project', 'project/sub', 'others']) {
    write(`${each}/plan.yaml`, secretly(gate('plan.yaml')));
    write(`${each}/waivers.yaml`, secretly(gate('waivers/valid.yaml')));
  }
  write('project/reports/report.yaml', gate('reports/good.yaml'));
  write('project/sub/reports/report.yaml', gate('reports/good.yaml'));
  write('others/report.yaml', secretly(gate('reports/good.yaml')));
  write('others/secret', `${SECRET}: ${SECRET}\n`);
  write('others/since.json', `{ "schemaVersion": "${SECRET}" }\n`);
  mkdirSync(path.join(project, 'elsewhere'));
  write('project/elsewhere/more.yaml', gate('reports/good.yaml'));
  mkdirSync(path.join(project, folder), { recursive: true });
  if (isRepository) write('project/.git/config', `[http]\n  extraheader: ${SECRET}\n`);
  return { home, project, others };
}

async function attempt(given: Attempt, world = makeWorld(given)): Promise<Ran> {
  const { project, others } = world;
  const full = (text: string) => text.replaceAll('{project}', project).replaceAll('{others}', others);
  const cwd = path.join(project, given.in ?? '.');
  if (given.config !== undefined) writeFileSync(path.join(cwd, 'shanxi-plan.yaml'), full(given.config));
  const env = Object.entries(given.env ?? {}).map(([key, text]) => [`SHANXI_PLAN_${key}`, full(text)]);
  return runCli(['check', ...(given.argv ?? [])], {
    cwd,
    env: Object.fromEntries(env),
    home: given.home === undefined ? world.home : path.join(project, given.home),
  });
}

/** Every file in it, with what stands there; links and pipes as such. */
const snapshot = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => !entry.isDirectory())
      .map(entry => {
        const name = path.join(entry.parentPath, entry.name);
        return [path.relative(folder, name), entry.isFile() ? readFileSync(name, 'utf8') : 'no file'];
      }),
  );

describe.each(rows)('what was found, if it $says', ({ becomes, writes, attempts }) => {
  test.each(attempts.map(each => ({ name: JSON.stringify(each), each })))(`${becomes}: $name`, async ({ each }) => {
    const world = makeWorld(each);
    each.prepare?.(world.project);
    if (each.config !== undefined) writeFileSync(path.join(world.project, each.in ?? '.', 'shanxi-plan.yaml'), '');
    const before = snapshot(world.home);
    const ran = await attempt(each, world);
    const after = snapshot(world.home);
    const changed = Object.keys(after).filter(
      name => after[name] !== before[name] && path.basename(name) !== 'shanxi-plan.yaml',
    );
    expect(`${ran.stderr}${ran.stdout}`).not.toContain(SECRET);
    if (writes !== undefined) {
      expect({ code: ran.code, changed: changed.length }, ran.stderr).toEqual({ code: 0, changed: writes });
      return;
    }
    expect({ code: ran.code, stdout: ran.stdout, changed }, ran.stderr).toEqual({ code: 2, stdout: '', changed: [] });
    expect(ran.stderr).toMatch(
      /\[found-(?:outside|input|output)\]|would take the place of|lies in reports|is not an analysis|pattern-without-match|anybody may put files|cannot be (?:written|read)/,
    );
    if (ran.stderr.includes('[found-'))
      expect(ran.stderr).toMatch(/write (?:--config \S*shanxi-plan\.yaml|--|<report)/);
  });
});

test.each([
  ['map', 'sheet.csv'],
  [
    'waivers',
    'add',
    'new.yaml',
    '--target',
    'lanes-2025',
    '--verdict',
    'missed',
    '--reason',
    'r',
    '--approver',
    'a',
  ].concat(['--document', 'd', '--from', '2023-01-01', '--until', '2024-01-01']),
  ['explain', 'lanes-2025'],
  ['completion', 'ids'],
])('a plan outside that was found is not read by other commands either: %s', async (...argv) => {
  const { project, others } = makeWorld({});
  writeFileSync(path.join(project, 'shanxi-plan.yaml'), `plan: ${others}/plan.yaml\n`);
  writeFileSync(path.join(project, 'sheet.csv'), 'indicator,2023\nlanes,5\n');
  const before = snapshot(project);
  const { code, stdout, stderr } = await runCli(argv, { cwd: project });
  const isSilent = argv[0] === 'completion';
  expect([code, stdout]).toEqual([isSilent ? 0 : 2, '']);
  expect(stderr).toContain(isSilent ? '' : '[found-outside]');
  expect(snapshot(project)).toEqual(before);
});

test('the table in docs/security.md says the same', () => {
  const text = readFileSync(path.join(packageRoot, 'docs', 'security.md'), 'utf8');
  const section = /^## What a found config may do$([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(text)?.[1] ?? '';
  const told = [...section.matchAll(/^\| (.+?) \| (.+?) \|$/gm)]
    .slice(2)
    .map(([, says, becomes]) => ({ says, becomes }));
  expect(told).toEqual(rows.map(({ says, becomes }) => ({ says, becomes })));
});

describe('a folder that becomes a link while a run goes on', () => {
  const world = () => {
    const made = makeWorld({});
    mkdirSync(path.join(made.project, 'out'));
    const swap = () => {
      renameSync(path.join(made.project, 'out'), path.join(made.project, 'was'));
      link('../others', 'out')(made.project);
    };
    return { ...made, swap };
  };
  const io = (project: string) => ({ cwd: project }) as Parameters<typeof writeWhole>[2];
  const settings = (root: string) =>
    ({ reach: { format: { setBy: 'shanxi-plan.yaml', instead: '--config x', root } } }) as unknown as Settings;

  test.each([0, 1, 2])('before the question %i', async when => {
    const { project, others, swap } = world();
    const before = snapshot(others);
    const refusal = await refusalFor([{ format: 'json', file: 'out/x.json' }], settings(project), false, io(project));
    let asked = 0;
    const mayWrite: MayWrite = (file, full) => {
      if (asked++ === when) swap();
      stopping(refusal)(file, full);
      if (asked === 2 && when === 2) swap();
    };
    expect(refusal('out/x.json')).toBeUndefined();
    await expect(writeWhole('out/x.json', '{}', io(project), mayWrite)).rejects.toThrow(
      /may name no file|is a link|cannot be written: ENOENT/,
    );
    expect(snapshot(others)).toEqual(before);
  });
});

test.each(['', 'home', './home'])('a home of "%s" is none', async home => {
  const before = process.env['HOME'];
  try {
    process.env['HOME'] = home;
    expect(path.isAbsolute(await homeFolder())).toBe(true);
  } finally {
    process.env['HOME'] = before;
  }
});

describe('whatever names it makes up', () => {
  const part = fc.constantFrom(
    '..',
    '.',
    '',
    'out',
    'sub',
    '.git',
    'hooks',
    'link',
    'nowhere',
    'up',
    'reports',
    'x',
    '~',
    '{others}',
    '/',
  );
  const last = fc.constantFrom(
    'a.json',
    'a.txt',
    'package.json',
    'config',
    '.envrc',
    'plan.yaml',
    'report.yaml',
    'kept.json',
    'secret',
  );
  const name = fc.tuple(fc.array(part, { maxLength: 4 }), last).map(([parts, end]) => [...parts, end].join('/'));

  test('nothing is written but a new file with the ending of its format, below the project and not hidden', async () => {
    const world = makeWorld({});
    link('../others', 'link')(world.project);
    link('absent', 'nowhere')(world.project);
    link('..', 'up')(world.project);
    file('package.json', '{}')(world.project);
    const before = snapshot(world.home);
    let written = 0;
    await fc.assert(
      fc.asyncProperty(
        name,
        fc.oneof(fc.constant('kept.json'), fc.constant('kept.json'), name),
        fc.constantFrom('json', 'plain'),
        fc.boolean(),
        async (to, kept, format, isEnv) => {
          const config = `plan: plan.yaml\nreports: reports\nsince: ${JSON.stringify(kept)}\n`;
          const given = isEnv
            ? {
                config: '',
                argv: ['reports', '--plan', 'plan.yaml', '--update'],
                env: { FORMAT: `${format}=${to}`, SINCE: kept },
              }
            : { config: `${config}format: ${JSON.stringify(`${format}=${to}`)}\n`, argv: ['--update'] };
          await attempt(given, world);
          const after = snapshot(world.home);
          for (const each of Object.keys(after).filter(
            at => after[at] !== before[at] && !at.endsWith('shanxi-plan.yaml'),
          )) {
            expect(before[each]).toBeUndefined();
            expect(each).toMatch(/^project\/(?:[^./][^/]*\/)*[^./][^/]*\.(?:json|txt)$/);
            rmSync(path.join(world.home, each));
            written += 1;
          }
        },
      ),
      { numRuns: 150, examples: [['out/a.json', 'kept.json', 'json', false]] },
    );
    expect(written).toBeGreaterThan(0);
  });
});

describe('outputs of a found config', () => {
  const config = 'plan: plan.yaml\nreports: reports\nformat: [';

  test.each(formatIds)('%s is replaced by the next run, and known again', async id => {
    const { extension } = formats[id];
    for (const lang of ['en', 'zh']) {
      const given = { config: `${config}"${id}=out/x.${extension}"]\nlang: ${lang}\n` };
      const world = makeWorld(given);
      const [first, second] = [await attempt(given, world), await attempt(given, world)];
      expect([first.code, first.stderr]).toEqual([0, second.stderr]);
      expect(second.code).toBe(0);
    }
  });

  test.each(formatIds)('%s is no more, once it is another file', async id => {
    const { extension, load } = formats[id];
    const { mark } = await load();
    const given = { config: `${config}"${id}=out/x.${extension}"]\n` };
    const world = makeWorld(given);
    await attempt(given, world);
    const file = path.join(world.project, 'out', `x.${extension}`);
    const bytes = readFileSync(file);
    writeFileSync(file, 'begins' in mark ? Buffer.concat([Buffer.from('x'), bytes]) : bytes.subarray(0, -1));
    expect((await attempt(given, world)).stderr).toContain('[found-output]');
  });

  test('are told, where they were written, whatever is silenced', async () => {
    const formats = `format: ["json=out/a.json", "table=out/b.txt", plain]\n`;
    const given = { config: `plan: plan.yaml\nreports: reports\nsince: kept.json\n${formats}` };
    const { stderr } = await attempt({ ...given, argv: ['-q', '--update'] });
    expect(stderr.split('\n').filter(line => line.includes('written'))).toEqual([
      'shanxi-plan: shanxi-plan.yaml had written: out/a.json, out/b.txt',
      'shanxi-plan: shanxi-plan.yaml had written: kept.json',
    ]);
    const byFlag = { config: 'plan: plan.yaml\nreports: reports\n', argv: ['-q', '--format', 'json=a.json'] };
    expect((await attempt(byFlag)).stderr).not.toContain('written');
    const env = { FORMAT: 'json=a.json', LANG: 'zh' };
    expect((await attempt({ env, argv: ['reports', '--plan', 'plan.yaml'] })).stderr).toContain(
      'shanxi-plan: 按 SHANXI_PLAN_FORMAT 的要求写入了：a.json\n',
    );
  });

  test('a ratchet is kept where it was', async () => {
    const given = { config: `${config}plain]\nsince: kept.json\n`, argv: ['--update'] };
    const world = makeWorld(given);
    expect([(await attempt(given, world)).code, (await attempt(given, world)).code]).toEqual([0, 0]);
  });
});

/** A file that is no output of this tool is never taken for one. */
test('no other file of this package is taken for an output', async () => {
  const { isMarked, MARK_BYTES } = await import('../../src/render/mark.ts');
  const marks = await Promise.all(formatIds.map(async id => (await formats[id].load()).mark));
  const folders = ['docs', 'fixtures', 'plan', 'schema', 'src', 'templates', 'test'];
  const files = folders
    .flatMap(folder => readdirSync(path.join(packageRoot, folder), { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name));
  const taken = [...files, path.join(packageRoot, 'README.md'), path.join(packageRoot, 'package.json')].filter(file => {
    const text = readFileSync(file).toString('latin1');
    return marks.some(mark => isMarked(mark, text.slice(0, MARK_BYTES), text.slice(-MARK_BYTES)));
  });
  expect(taken.map(file => path.relative(packageRoot, file))).toEqual(['test/golden/json/2023-12-31.json']);
});

describe('a line of a file is shown', () => {
  const broken = `metrics:\n  lanes: 1,2 # ${SECRET}\n`;

  test('of a report that is named', async () => {
    const world = makeWorld({});
    writeFileSync(path.join(world.project, 'broken.yaml'), broken);
    expect((await attempt({ argv: ['broken.yaml', '--plan', 'plan.yaml'] }, world)).stderr).toContain(SECRET);
    expect((await attempt({ config: 'plan: plan.yaml\nreports: broken.yaml\n' }, world)).stderr).toContain(SECRET);
  });

  test.each(['reports', 'reports/*'])(
    'but not of what a link in %s leads to, which is no report by its name',
    async arg => {
      const world = makeWorld({});
      writeFileSync(path.join(world.others, 'secret'), broken);
      symlinkSync('../../others/secret', path.join(world.project, 'reports', 'link.yaml'));
      const { code, stderr } = await attempt({ argv: [arg, '--plan', 'plan.yaml'] }, world);
      expect(stderr).toContain('reports/link.yaml:2:10: error:');
      expect(stderr).not.toContain(SECRET);
      expect(code).toBe(2);
    },
  );
});

describe.runIf(process.platform !== 'win32')('a file that is replaced keeps its mode', () => {
  test.each([0o600, 0o640, 0o755, 0o444])('%o', async mode => {
    const world = makeWorld({});
    const modeOf = (name: string) => statSync(path.join(world.project, name)).mode & 0o777;
    const files = ['a.json', 'kept.json', 'out/reports/report.yaml.json', 'out/index.json'];
    const run = async () => {
      const argv = ['reports', '--plan', 'plan.yaml'];
      await attempt({ argv: [...argv, '--format', 'json=a.json', '--since', 'kept.json', '--update'] }, world);
      await runCli(['batch', ...argv, '--by', 'file', '--output-dir', 'out'], { cwd: world.project });
    };
    await run();
    for (const name of files) chmodSync(path.join(world.project, name), mode);
    await run();
    expect(files.map(modeOf)).toEqual(files.map(() => mode));
  });
});

test('many stars against a long name, of a report and of an output, end', async () => {
  const given = {
    config: `plan: plan.yaml\nreports: ["reports", "*${'a*'.repeat(60)}.yaml"]\nformat: "json=${'a'.repeat(200)}.json"\n`,
  };
  const world = makeWorld(given);
  writeFileSync(path.join(world.project, `${'a'.repeat(240)}.yamk`), '');
  writeFileSync(path.join(world.project, `${'a'.repeat(200)}.yaml`), gate('reports/good.yaml'));
  expect((await attempt(given, world)).code).toBe(0);
});

test('more patterns than somebody writes down are refused', async () => {
  const given = {
    config: `plan: plan.yaml\nreports: ${JSON.stringify(Array.from({ length: 1001 }, (_, at) => `*${at}`))}\n`,
  };
  expect(await attempt(given)).toMatchObject({ code: 2, stderr: expect.stringContaining('1001 patterns of reports') });
});

describe('what lies in the output folder of a batch', () => {
  const batch = (cwd: string, ...argv: readonly string[]) =>
    runCli(['batch', 'reports', '--plan', 'plan.yaml', '--by', 'file', '--output-dir', 'out', ...argv], { cwd });

  test('is no link to a folder that the run would clear', async () => {
    const { home, project } = makeWorld({});
    mkdirSync(path.join(project, 'out'));
    symlinkSync('../../others', path.join(project, 'out', '.shanxi-plan-batch'));
    const before = snapshot(home);
    const { code, stderr } = await batch(project);
    expect(stderr).toContain('.shanxi-plan-batch is a link to ../../others');
    expect([code, snapshot(home)]).toEqual([2, before]);
  });

  test.each(['old.part', 'old.journal', 'a.journal'])(
    'is no link that the run would write or read through: %s',
    async name => {
      const { project, others } = makeWorld({});
      const work = path.join(project, 'out', '.shanxi-plan-batch');
      mkdirSync(work, { recursive: true });
      writeFileSync(path.join(work, 'b.journal'), '');
      symlinkSync(path.join(others, 'secret'), path.join(work, name));
      const before = snapshot(others);
      const { code, stderr } = await batch(project, '--resume');
      expect([code, snapshot(others)]).toEqual([0, before]);
      expect(stderr).not.toContain(SECRET);
    },
  );
});
