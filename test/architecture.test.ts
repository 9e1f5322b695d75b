import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inputExtensions, readers } from '../src/input/source/registry.ts';
import { methods } from '../src/methods/registry.ts';
import { formats } from '../src/render/registry.ts';

/** What a room may import, and why not the rest (design: one pipeline, pure in the middle). */
const rooms: Readonly<Record<string, { readonly mayImport: readonly string[]; readonly because: string }>> = {
  values: { mayImport: [], because: 'numbers and days are known to all rooms and know none' },
  model: { mayImport: ['values'], because: 'what a plan and a report are does not depend on who reads or judges them' },
  input: { mayImport: ['model', 'values'], because: 'reading judges nothing and prints nothing' },
  methods: {
    mayImport: ['model', 'values'],
    because: 'one way of judging knows the goal and the value, not the evidence',
  },
  evidence: {
    mayImport: ['model', 'values'],
    because: 'what is known does not depend on how it will be judged',
  },
  assess: { mayImport: ['evidence', 'methods', 'model', 'values'], because: 'judging is pure: no files, no words' },
  lint: {
    mayImport: ['input', 'methods', 'model', 'values'],
    because: 'a plan is examined before any report exists: no evidence, no words',
  },
  gate: {
    mayImport: ['model', 'values'],
    because: 'what a gate lets pass depends on the analysis and the policy alone',
  },
  check: {
    mayImport: ['assess', 'gate', 'input', 'model', 'values'],
    because: 'what a check is does not depend on who asks for it: a command line, a batch or a program',
  },
  batch: {
    mayImport: ['assess', 'model', 'values'],
    because: 'what a group is, and how groups are ranked, depends on the plan and the analyses alone',
  },
  panel: {
    mayImport: ['input', 'model', 'values'],
    because: 'what cannot matter for a verdict follows from the plan, before anything is judged',
  },
  render: { mayImport: ['model', 'values'], because: 'an analysis read from a file must print as a fresh one does' },
  cli: {
    mayImport: [
      'assess',
      'batch',
      'check',
      'evidence',
      'gate',
      'input',
      'lint',
      'methods',
      'model',
      'panel',
      'render',
      'values',
    ],
    because: 'the command line uses every room, and none uses it',
  },
  '': {
    mayImport: ['check', 'gate', 'input', 'lint', 'model', 'render', 'values'],
    because: 'the library door gives what was read, checked and rendered; what is behind a check is its own affair',
  },
};

/**
 * The floors of src/input, the lowest first: a format knows documents and tables, a report knows how files are read. Every
 * folder without a floor of its own is that of a format.
 */
const inputFloors = ['document', 'table', 'shown', 'a format', 'shape', 'source', 'report plan map'].map(floor =>
  floor.split(' '),
);
const FORMAT_FLOOR = 3;

/** Each further one makes every run longer. */
const START_NEEDS = [
  'chalk',
  'cli-table3',
  'commander',
  'fastest-levenshtein',
  'node:fs',
  'node:path',
  'node:util',
  'string-width',
];

/** Where a thing that must stand in one place only would else hide. */
const bans: readonly { readonly what: RegExp; readonly unless: (file: string) => boolean; readonly because: string }[] =
  [
    { what: /\bprocess\s*[.[]/, unless: inCli, because: 'only the command line knows the process' },
    {
      what: /\bconsole\s*[.[]/,
      unless: inCli,
      because: 'all output is a returned string, written by the command line',
    },
    {
      what: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\./,
      unless: inCli,
      because: 'a report must not depend on the clock',
    },
    { what: /\bMath\.random\b/, unless: () => false, because: 'the same inputs give the same bytes' },
    { what: /\bfetch\s*\(/, unless: () => false, because: 'the program uses no network' },
    { what: /\beval\s*\(|\bnew Function\b/, unless: () => false, because: 'no code comes from data' },
    {
      what: /['"`](?:\.{1,2}\/)*(?:fixtures|seeds)\//,
      unless: () => false,
      because: 'fixtures and seeds are data for tests',
    },
  ];

const builtin = new Set(builtinModules);
const sources = filesIn('src', '.ts');
const code = new Map(sources.map(file => [file, withoutComments(read(file))]));

/** The first folder below src; empty for src/index.ts. */
const roomOf = (file: string): string => (file.split('/').length > 2 ? (file.split('/')[1] ?? '') : '');

function inCli(file: string): boolean {
  return roomOf(file) === 'cli';
}

const isRelative = (specifier: string): boolean => specifier.startsWith('.');

interface Import {
  readonly from: string;
  readonly to: string;
  /** Erased before the program runs. */
  readonly isType: boolean;
  /** Only once it is needed. */
  readonly isLazy: boolean;
}

const imports: readonly Import[] = sources.flatMap(from => importsOf(code.get(from) ?? '', from));
const inside = imports.filter(({ to }) => to.startsWith('src/'));
const outside = imports.filter(({ to }) => !to.startsWith('src/'));

function importsOf(text: string, from: string): Import[] {
  const statements = text.matchAll(/\b(?:import|export)\b(\s+type\b)?[^'"`;()=]*?\bfrom\s*['"]([^'"]+)['"]/g);
  const bare = text.matchAll(/\bimport(\s*)['"]([^'"]+)['"]/g);
  const lazy = text.matchAll(/\bimport\(()\s*['"]([^'"]+)['"]\s*\)/g);
  const importIn = ([, type = '', specifier = '']: RegExpMatchArray, isLazy: boolean) => ({
    from,
    to: isRelative(specifier) ? path.posix.join(path.posix.dirname(from), specifier) : specifier,
    isType: type.trim() === 'type',
    isLazy,
  });
  return [
    ...[...statements, ...bare].map(each => importIn(each, false)),
    ...[...lazy].map(each => importIn(each, true)),
  ];
}

describe('imports', () => {
  test('are found, and name files that exist', () => {
    expect(inside.length).toBeGreaterThan(sources.length);
    expect(inside.filter(({ to }) => !existsSync(to))).toEqual([]);
  });

  test('every room has its rule, and every rule its room', () => {
    expect([...new Set(sources.map(roomOf))].toSorted()).toEqual(Object.keys(rooms).toSorted());
  });

  test('src/input has no arrow running up, nor between folders of one floor', () => {
    const folderOf = (file: string) => file.split('/')[2] ?? '';
    const floorOf = (file: string) => {
      const floor = inputFloors.findIndex(folders => folders.includes(folderOf(file)));
      return floor === -1 ? FORMAT_FLOOR : floor;
    };
    const own = inside.filter(({ from, to, isLazy }) => !isLazy && roomOf(from) === 'input' && roomOf(to) === 'input');
    const wrong = own.filter(({ from, to }) => folderOf(from) !== folderOf(to) && floorOf(from) <= floorOf(to));
    expect(wrong).toEqual([]);
    const ofFormats = sources.filter(file => roomOf(file) === 'input' && floorOf(file) === FORMAT_FLOOR).map(folderOf);
    const withReader = inside
      .filter(({ from }) => from === 'src/input/source/registry.ts')
      .map(({ to }) => folderOf(to));
    expect([...new Set(ofFormats)].filter(folder => !withReader.includes(folder))).toEqual([]);
  });

  test.each(Object.entries(rooms))('src/%s imports only what it may', (room, { mayImport, because }) => {
    const wrong = inside.filter(({ from, to }) => {
      const target = roomOf(to);
      return roomOf(from) === room && target !== room && !mayImport.includes(target);
    });
    const allowed = mayImport.length > 0 ? mayImport.join(', ') : 'no other room';
    expect(wrong.map(({ from, to }) => `${from} imports ${to}; it may import ${allowed}: ${because}`)).toEqual([]);
  });

  test('have no cycle', () => {
    expect(cycles()).toEqual([]);
  });

  test('of Node stand in src/cli only: every other room is pure and would run in a browser', () => {
    const ofNode = outside.filter(({ to }) => to.startsWith('node:') || builtin.has(to));
    expect(ofNode.filter(({ from }) => !inCli(from))).toEqual([]);
    expect(ofNode.filter(({ to }) => !to.startsWith('node:'))).toEqual([]);
  });

  test('of packages: all are in a bundle, so that nothing else is installed', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, object>;
    expect(Object.keys(manifest)).not.toContain('dependencies');
    const packages = outside.flatMap(({ to }) => (to.startsWith('node:') ? [] : [packageOf(to)]));
    const declared = Object.keys(manifest['devDependencies'] ?? {});
    expect([...new Set(packages)].filter(name => !declared.includes(name))).toEqual([]);
  });

  test('of packages have a written reason each', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { readonly devDependencies: object };
    const reasons = read('docs/dependencies.md');
    const declared = Object.keys(devDependencies);
    expect(declared.filter(name => !reasons.includes(`\`${name}\``))).toEqual([]);
  });

  test('of packages and of Node, in what the start of every check loads, are the few that it cannot do without', () => {
    const atOnce = inside.filter(({ isType, isLazy }) => !isType && !isLazy);
    const loaded = new Set<string>();
    const startFiles = JSON.parse(read('scripts/support/start-files.json')) as readonly string[];
    for (const file of startFiles) reachable(file, loaded, atOnce);
    expect(loaded.size).toBeGreaterThan(200);
    const needed = outside.filter(({ from, isType, isLazy }) => !isType && !isLazy && loaded.has(from));
    // Schemas, for one, take longer to load than all the rest.
    expect([...new Set(needed.map(({ to }) => to))].toSorted()).toEqual(START_NEEDS);
  });

  test('pass through no barrel: a file exports what it defines, but for the library door', () => {
    const passing = /\bexport\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;'"]*\bfrom\s*['"]/;
    const barrels = sources.filter(file => passing.test(code.get(file) ?? ''));
    expect(barrels).toEqual(['src/index.ts']);
  });
});

function reachable(from: string, seen = new Set<string>(), by = inside): Set<string> {
  if (seen.has(from)) return seen;
  seen.add(from);
  for (const { to } of by.filter(each => each.from === from)) reachable(to, seen, by);
  return seen;
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Each way from a file back to itself. Types are erased before the run, but they tie files together all the same. */
function cycles(): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) found.add([...trail.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const { to } of inside.filter(({ from }) => from === file)) visit(to, [...trail, file]);
    done.add(file);
  };
  for (const file of sources) visit(file, []);
  return [...found];
}

describe('purity', () => {
  test.each(bans.map(ban => [String(ban.what), ban] as const))('no %s', (_name, { what, unless, because }) => {
    const wrong = sources.filter(file => !unless(file) && what.test(code.get(file) ?? ''));
    expect(wrong.map(file => `${file}: ${because}`)).toEqual([]);
  });

  test('nothing ends the process: what was written must arrive', () => {
    const programs = [...sources, ...filesIn('bin', '.js'), ...filesIn('scripts', '.mjs'), ...filesIn('bench', '.mjs')];
    const wrong = programs.filter(file => /\bprocess\s*\.\s*exit\s*\(/.test(withoutComments(read(file))));
    expect(wrong).toEqual([]);
  });
});

/** The rooms in which a new format or method is a new file and one line of the registry. */
const registries = [
  { folder: 'src/input', registry: 'src/input/source/registry.ts', type: 'Reader', load: readers },
  { folder: 'src/render', registry: 'src/render/registry.ts', type: 'Format', load: formats },
  { folder: 'src/methods', registry: 'src/methods/registry.ts', type: 'Method', load: methods },
];

describe.each(registries)('$folder', ({ folder, registry, type, load }) => {
  const ofType = new RegExp(`\\bexport const (\\w+)\\s*:\\s*${type}\\b`);
  const files = sources.filter(file => file.startsWith(`${folder}/`) && ofType.test(code.get(file) ?? ''));

  test('every file that holds one is in the registry', () => {
    const registered = inside.filter(({ from, isType }) => from === registry && !isType).map(({ to }) => to);
    expect(files.filter(file => !registered.includes(file))).toEqual([]);
  });

  test('every registered one has its own file, which has the name under which it stands', async () => {
    const loaded = await Promise.all(
      Object.entries<object>(load).map(async ([id, entry]) => {
        const file = files.find(each => path.posix.basename(each) === `${id}.ts`) ?? '';
        const own = file === '' ? {} : await import(path.resolve(file));
        const registered = 'load' in entry ? await (entry.load as () => Promise<unknown>)() : entry;
        return { id, isOwn: Object.values(own).includes(registered) };
      }),
    );
    expect(loaded.filter(({ isOwn }) => !isOwn)).toEqual([]);
    expect(loaded.length).toBe(files.length);
  });
});

test('no two input formats share an extension', () => {
  const all = Object.values(readers).flatMap(({ extensions }): readonly string[] => extensions);
  expect(inputExtensions).toEqual(all);
});

const MAX_LINES = 250;
/** Of a function that stands by itself, with all that is in it. */
const MAX_FUNCTION = 50;

describe('docs/architecture.md', () => {
  const text = read('docs/architecture.md');

  test('names files that exist', () => {
    const named = [...text.matchAll(/`((?:src|test|docs|scripts|fixtures)\/[^`*\s<‹]+\.[a-z]+)`/g)].map(
      ([, file = '']) => file,
    );
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter(file => !existsSync(file))).toEqual([]);
  });

  test('walks from one figure to its cell: at each station stands what it names', () => {
    const [, walk = ''] = text.split('## One figure from the YAML file to the table');
    const [first = ''] = walk.split('Beside that way');
    const stations = [...first.matchAll(/^\| `(src[^`]+)` `(\w+)`/gm)].map(([, file = '', name = '']) => ({
      file,
      name,
    }));
    expect(stations.length).toBeGreaterThan(12);
    const holds = ({ file, name }: { file: string; name: string }) =>
      new RegExp(`\\b(?:function|const) ${name}\\b`).test(code.get(file) ?? '');
    expect(stations.filter(each => !holds(each))).toEqual([]);
    const [, table = ''] = first.split('| --- | --- |\n');
    const own = table.split('\n').filter(row => row.startsWith('| `src') && !row.includes('*hands on:*'));
    expect(own).toHaveLength(12);
  });
});

describe('files', () => {
  test(`have at most ${MAX_LINES} lines`, () => {
    const programs = [...sources, ...filesIn('bin'), ...filesIn('scripts'), ...filesIn('bench')];
    const long = programs.map(file => ({ file, lines: read(file).split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > MAX_LINES)).toEqual([]);
  });

  test(`have functions of at most ${MAX_FUNCTION} lines`, () => {
    const functions = sources.flatMap(file => functionsIn(read(file)).map(each => ({ file, ...each })));
    expect(functions.length).toBeGreaterThan(sources.length);
    expect(functions.filter(({ lines }) => lines > MAX_FUNCTION)).toEqual([]);
  });

  test('are all read by the command line or the door, and so is what they export: nothing is there for tests alone', () => {
    const read = reachable('src/cli/run.ts', reachable('src/index.ts'));
    expect(sources.filter(file => !read.has(file))).toEqual([]);
    const words = new Map<string, number>();
    for (const text of code.values())
      for (const [word] of text.matchAll(/\w+/g)) words.set(word, (words.get(word) ?? 0) + 1);
    const exported = sources
      .filter(file => file !== 'src/index.ts')
      .flatMap(file =>
        [...(code.get(file) ?? '').matchAll(/^export (?:async )?(?:const|function\*?) (\w+)/gm)].map(
          ([, name = '']) => ({
            file,
            name,
          }),
        ),
      );
    expect(exported.length).toBeGreaterThan(sources.length);
    expect(exported.filter(({ name }) => words.get(name) === 1)).toEqual([]);
  });

  test('name each type once in the whole of src: of two things, each has the name of what it is in its room', () => {
    const named = sources.flatMap(file =>
      [...(code.get(file) ?? '').matchAll(/^(?:export )?(?:interface|type) (\w+)/gm)].map(([, type]) => ({
        type,
        file,
      })),
    );
    expect(named.length).toBeGreaterThan(sources.length);
    const twice = named.filter(({ type, file }) => named.some(each => each.type === type && each.file !== file));
    expect(twice).toEqual([]);
  });

  test.each([
    ['plan', 'schema/plan.schema.json'],
    ['fixtures/shanxi', 'schema/report.schema.json'],
  ])('of %s name %s in their first line, so that an editor checks them', (folder, schema) => {
    const named = filesIn(folder, '.yaml').map(file => {
      const [, relative = ''] = /^# yaml-language-server: \$schema=(\S+)\r?\n/.exec(read(file)) ?? [];
      return { file, schema: path.posix.join(path.posix.dirname(file), relative) };
    });
    expect(named).not.toEqual([]);
    expect(named.filter(each => each.schema !== schema)).toEqual([]);
  });

  test('name no folder of the machine on which they were written', () => {
    const folder = ['', 'work', ''].join('/');
    const all = filesIn('.').filter(file => !/^(?:\.git|node_modules|dist|coverage)\//.test(file));
    expect(all.length).toBeGreaterThan(sources.length);
    expect(all.filter(file => read(file).includes(folder))).toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

/** Those that stand by themselves: each begins at the margin, and so does what follows it. */
function functionsIn(text: string): { readonly name: string; readonly lines: number }[] {
  const begins = /^(?:export )?(?:(?:async )?function\*? (\w+)|const (\w+)[^=]*=\s*(?:async )?(?:\(|<|\w+ =>))/;
  return text.split(/^(?=[^\s)}\]])/m).flatMap(part => {
    const [found, name = '', constant = ''] = begins.exec(part) ?? [];
    return found === undefined ? [] : [{ name: name || constant, lines: part.trimEnd().split('\n').length }];
  });
}

/** Files below a folder, in order, with `/` in their paths. */
function filesIn(folder: string, extension = ''): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !['node_modules', '.git'].includes(name))
    .flatMap(entry => {
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(file, extension);
      return entry.isFile() && file.endsWith(extension) ? [file] : [];
    })
    .toSorted();
}

/** Comments may speak of what code may not do; texts stay, because imports stand in them. */
function withoutComments(text: string): string {
  const parts = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(parts, part => (/^\/[*/]/.test(part) ? '' : part));
}
