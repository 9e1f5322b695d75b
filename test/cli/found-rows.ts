import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A world in which a config file is found: a home with a project in it, and something of others beside it. All paths of a
 * row start in the project, which is a repository unless the row says otherwise.
 */
export interface Attempt {
  /** The text of `shanxi-plan.yaml`; none where the environment says it all. */
  readonly config?: string;
  /** Where that file lies, and where the command runs; the project by default. */
  readonly in?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments behind `check`. */
  readonly argv?: readonly string[];
  readonly isRepository?: boolean;
  /** The home folder, from the project; it lies above by default. */
  readonly home?: string;
  /** What lies there besides. */
  readonly prepare?: (project: string) => void;
}

export interface Row {
  readonly says: string;
  readonly becomes: string;
  /** How many files each attempt writes; refused where it is missing. */
  readonly writes?: number;
  readonly attempts: readonly Attempt[];
}

const PLAN = 'plan: plan.yaml\n';
const READ = `${PLAN}reports: reports\n`;
const REFUSED = 'exit 2, and nothing is written';

export const link = (to: string, at: string) => (project: string) => {
  mkdirSync(path.dirname(path.join(project, at)), { recursive: true });
  symlinkSync(to, path.join(project, at));
};
export const file = (at: string, text: string) => (project: string) => {
  mkdirSync(path.dirname(path.join(project, at)), { recursive: true });
  writeFileSync(path.join(project, at), text);
};
const pipe = (at: string) => (project: string) => void execFileSync('mkfifo', [path.join(project, at)]);

const plan = (name: string): string => `plan: ${name}\nreports: reports\n`;
const reports = (...names: readonly string[]): string => `${PLAN}reports: ${JSON.stringify(names)}\n`;
const output = (...formats: readonly string[]): string => `${READ}format: ${JSON.stringify(['plain', ...formats])}\n`;
const ratchet = (name: string): Attempt => ({ config: `${READ}since: ${name}\n`, argv: ['--update'] });

const CSV = 'plan,as_of,target,title,indicator,measure,tasks,region,commitment,comparator,goal_value';

/** A plan and reports of its own, in a folder that is no repository unless something makes it one. */
const own =
  (folder: string, ...more: readonly string[]) =>
  (project: string): void => {
    for (const each of ['plan.yaml', 'reports/report.yaml'])
      file(`${folder}/${each}`, readFileSync(path.join(project, each), 'utf8'))(project);
    for (const each of more) file(each, '')(project);
  };
const ofAnother = (mode: number) => (project: string) => {
  file('shanxi-plan.yaml', output('json=out.json'))(project);
  chownSync(path.join(project, 'shanxi-plan.yaml'), 12_345, 12_345);
  chmodSync(project, mode);
};
const hidden = (folder: string, format: string): Attempt => ({
  in: folder,
  isRepository: false,
  config: output(format),
  prepare: own(folder),
});

/** `{others}` and `{project}` stand for full paths. */
export const rows: readonly Row[] = [
  {
    says: 'reads what lies in its own folder or below',
    becomes: 'read',
    writes: 0,
    attempts: [
      { config: READ },
      { config: READ, isRepository: false },
      { config: `${reports('reports/*.yaml', 'reports/**/*.yaml')}waivers: waivers.yaml\n` },
      { config: plan('{project}/plan.yaml') },
      { config: READ, prepare: link('../elsewhere', 'reports/more') },
      { config: READ, prepare: link('/', 'reports/link') },
    ],
  },
  {
    says: 'reads what lies elsewhere in its repository',
    becomes: 'read',
    writes: 0,
    attempts: [{ in: 'sub/deep', config: 'plan: ../../plan.yaml\nreports: ["../../reports/*", ../../elsewhere]\n' }],
  },
  {
    says: 'names a plan, reports, waivers or a ratchet outside of that, by `..` or in full',
    becomes: REFUSED,
    attempts: [
      { config: plan('../others/plan.yaml') },
      { config: plan('{others}/plan.yaml') },
      { config: reports('../others') },
      { config: reports('../others/report.yaml') },
      { config: reports('reports', '{others}/*.yaml') },
      { config: reports('../**/report.yaml') },
      { config: reports('reports/../../others/report.yaml') },
      { config: reports('/etc/**/*.yaml') },
      { config: reports('../absent.yaml') },
      { config: reports('[a]/../../others') },
      { config: reports('{a,b}/../../others/*.yaml') },
      { config: reports('{..,a}/others/*.yaml') },
      { config: `${READ}waivers: ../others/waivers.yaml\n` },
      { config: `${READ}since: ../others/since.json\n` },
      ratchet('../others/since.json'),
      { config: plan('/etc/hostname.yaml') },
    ],
  },
  {
    says: 'names what lies above its own folder where there is no `.git`: a tarball, a container',
    becomes: REFUSED,
    attempts: [
      { in: 'sub', isRepository: false, config: 'plan: ../plan.yaml\nreports: ../reports\n' },
      { in: 'sub', isRepository: false, config: `plan: plan.yaml\nreports: "../*.yaml"\n` },
      { in: 'sub', isRepository: false, config: `plan: plan.yaml\nreports: ..\n` },
    ],
  },
  {
    says: 'names any file, and lies in the home folder or above it',
    becomes: REFUSED,
    attempts: [
      { home: '.', config: READ, isRepository: false },
      { home: '.', config: READ },
      { home: 'sub', config: READ },
      { home: '.', config: output('json=out.json') },
    ],
  },
  {
    says: 'names what lies elsewhere in a repository that is the home folder',
    becomes: REFUSED,
    attempts: [{ in: 'sub', home: '.', config: 'plan: ../plan.yaml\nreports: ../reports\n' }],
  },
  {
    says: 'comes through a link upon what lies outside',
    becomes: REFUSED,
    attempts: [
      { config: plan('link.yaml'), prepare: link('../others/plan.yaml', 'link.yaml') },
      { config: reports('link.yaml'), prepare: link('../others/report.yaml', 'link.yaml') },
      { config: plan('link/plan.yaml'), prepare: link('../others', 'link') },
      { config: reports('reports'), prepare: link('../../others/report.yaml', 'reports/link.yaml') },
      { config: reports('reports'), prepare: link('../../others', 'reports/link') },
      { config: reports('reports/**/*.yaml'), prepare: link('../../others', 'reports/link') },
      { config: reports('{reports,link}/*.yaml'), prepare: link('../others', 'link') },
      { config: reports('reports/*'), prepare: link('../../others/report.yaml', 'reports/link.yaml') },
      { config: `${READ}waivers: link.yaml\n`, prepare: link('../others/waivers.yaml', 'link.yaml') },
      { config: `${READ}since: link.json\n`, prepare: link('../others/since.json', 'link.json') },
    ],
  },
  {
    says: 'lies in a folder where anybody may put files, such as `/tmp`',
    becomes: REFUSED,
    attempts: [
      { config: READ, prepare: project => chmodSync(project, 0o1777) },
      {
        in: 'sub',
        isRepository: false,
        prepare: project => {
          file('shanxi-plan.yaml', READ)(project);
          chmodSync(project, 0o1777);
        },
      },
      // Only the administrator can give a file away.
      ...(process.getuid?.() === 0 ? [{ in: 'sub', isRepository: false, prepare: ofAnother(0o777) }] : []),
    ],
  },
  {
    says: 'lies in such a folder, is your own, and nobody else can have put it there, as in a checkout with all rights',
    becomes: 'read and written',
    writes: 1,
    attempts: [{ config: output('json=out.json'), prepare: project => chmodSync(project, 0o777) }],
  },
  {
    says: 'lies below a folder that begins with a dot, where that is no repository, or in a repository whose name does',
    becomes: REFUSED,
    attempts: [
      hidden('.config/app', 'json=autostart/a.json'),
      hidden('.config', 'json=a.json'),
      { ...hidden('.config/app', 'json=a.json'), home: '.', isRepository: true },
      { ...hidden('.config', 'json=a.json'), prepare: own('.config', '.config/.git/config') },
      { ...hidden('.config/app', 'json=a.json'), prepare: own('.config/app', '.config/.git/config') },
    ],
  },
  {
    says: 'lies in a repository below such a folder, as build systems have them',
    becomes: 'read and written',
    writes: 1,
    attempts: [{ ...hidden('.jenkins/job', 'json=a.json'), prepare: own('.jenkins/job', '.jenkins/job/.git/config') }],
  },
  {
    says: 'has standard input read',
    becomes: REFUSED,
    attempts: [
      { config: reports('-') },
      { config: reports('reports', '-') },
      { env: { REPORTS: '-' }, argv: ['--plan', 'plan.yaml'] },
    ],
  },
  {
    says: 'is itself a link to a file outside',
    becomes: REFUSED,
    attempts: [
      { prepare: link('../others/secret', 'shanxi-plan.yaml') },
      { prepare: link('../others/report.yaml', 'shanxi-plan.yaml') },
      { prepare: link('.git/config', 'shanxi-plan.yaml') },
    ],
  },
  {
    says: 'has a file read whose name, or that of what a link leads to, is not that of a report; or a pipe',
    becomes: REFUSED,
    attempts: [
      { config: plan('.git/config') },
      { config: reports('.git/config') },
      { config: plan('link.yaml'), prepare: link('.git/config', 'link.yaml') },
      { config: reports('link.yaml'), prepare: link('.git/config', 'link.yaml') },
      { config: READ, prepare: link('../.git/config', 'reports/link.yaml') },
      { config: reports('reports/*'), prepare: link('../.git/config', 'reports/link.yaml') },
      { config: `${READ}waivers: link.yaml\n`, prepare: link('.git/config', 'link.yaml') },
      { config: `${READ}since: link.json\n`, prepare: link('.git/config', 'link.json') },
      { config: reports('pipe.yaml'), prepare: pipe('pipe.yaml') },
      { config: plan('pipe.yaml'), prepare: pipe('pipe.yaml') },
      { config: `${READ}waivers: pipe.yaml\n`, prepare: pipe('pipe.yaml') },
      { prepare: pipe('shanxi-plan.yaml') },
    ],
  },
  {
    says: 'writes a new file below its folder or elsewhere in its repository',
    becomes: 'written',
    writes: 1,
    attempts: [
      { config: output('junit=out/junit.xml') },
      { config: output('junit=out/junit.xml'), isRepository: false },
      { config: output('json=out/new/analysis.json') },
      {
        in: 'sub/deep',
        config: `plan: ../../plan.yaml\nreports: ../../reports\nformat: [plain, "csv=../../out/a.csv"]\n`,
      },
      ratchet('kept.json'),
    ],
  },
  {
    says: 'writes anywhere else',
    becomes: REFUSED,
    attempts: [
      { config: output('json=../others/new.json') },
      { config: output('json={others}/new.json') },
      { config: output('json=/dev/stdout') },
      { config: output('json=out/../../others/new.json') },
      { in: 'sub', isRepository: false, config: `plan: plan.yaml\nreports: reports\nformat: json=../out.json\n` },
      ratchet('../others/new.json'),
    ],
  },
  {
    says: 'writes a name that does not end as its format does',
    becomes: REFUSED,
    attempts: [
      { config: output('plain=Makefile') },
      { config: output('plain=run.sh') },
      { config: output('json=plan.yaml') },
      { config: output('table=out/table') },
      { config: output('json=out/a.json.js') },
      { config: output('junit=out/JUNIT.XML') },
      ratchet('kept.yaml'),
      ratchet('kept'),
    ],
  },
  {
    says: 'writes where a part of the path begins with a dot',
    becomes: REFUSED,
    attempts: [
      { config: output('plain=.envrc') },
      { config: output('plain=.npmrc') },
      { config: output('plain=.profile') },
      { config: output('plain=.git/config') },
      { config: output('plain=.git/hooks/post-checkout.txt') },
      { config: output('json=.vscode/tasks.json') },
      { config: output('json=.devcontainer/devcontainer.json') },
      { config: output('markdown=.github/workflows/new.md') },
      { config: output('json=out/.hidden/a.json') },
      { config: output('json=.json') },
      { in: '.config', config: `plan: ../plan.yaml\nreports: ../reports\nformat: json=a.json\n` },
      ratchet('.vscode/tasks.json'),
    ],
  },
  {
    says: 'writes a name with signs that nobody sees, such as direction marks',
    becomes: REFUSED,
    attempts: [
      ...['a\u202egnp.json', 'a\u200b.json', 'a\u00ad.json', 'a\n.json', 'a\u001b[2J.json', 'a\u2028b/a.json'].map(
        name => ({
          config: output(`json=${name}`),
        }),
      ),
      { env: { FORMAT: 'json=a\u202egnp.json' }, argv: ['reports', '--plan', 'plan.yaml'] },
      ratchet('"a\\u202egnp.json"'),
    ],
  },
  {
    says: 'writes a file that other programs act on by its name, such as `package.json` or `requirements.txt`',
    becomes: REFUSED,
    attempts: [
      ...['package.json', 'sub/Package.json', 'tsconfig.build.json', 'node_modules/x/index.json'].map(name => ({
        config: output(`json=${name}`),
      })),
      ...['requirements.txt', 'dev-requirements.txt', 'CMakeLists.txt'].map(name => ({
        config: output(`table=${name}`),
      })),
      ...['AGENTS.md', 'docs/README.md', 'CLAUDE.local.md'].map(name => ({ config: output(`markdown=${name}`) })),
      { config: output('junit=pom.xml') },
      { env: { FORMAT: 'json=package.json' }, argv: ['reports', '--plan', 'plan.yaml'] },
      ratchet('package.json'),
    ],
  },
  {
    says: 'writes where no file can be',
    becomes: REFUSED,
    attempts: [
      { config: output('json=plan.yaml/out.json') },
      { config: output(`json=${'a'.repeat(300)}.json`) },
      { config: output(`json=${'a/'.repeat(2100)}out.json`) },
      { env: { FORMAT: 'json=plan.yaml/out.json' }, argv: ['reports', '--plan', 'plan.yaml'] },
      ratchet('plan.yaml/kept.json'),
    ],
  },
  {
    says: 'writes where any part of the path is a link',
    becomes: REFUSED,
    attempts: [
      { config: output('json=link/a.json'), prepare: link('../others', 'link') },
      { config: output('json=link/a.json'), prepare: link('elsewhere', 'link') },
      { config: output('json=link/a.json'), prepare: link('.git', 'link') },
      { config: output('json=link/a.json'), prepare: link('../others/absent', 'link') },
      { config: output('json=out/a.json'), prepare: link('../../others/since.json', 'out/a.json') },
      { config: output('json=out/a.json'), prepare: link('../../others/absent.json', 'out/a.json') },
      { config: output('json=out/a.json'), prepare: link('b.json', 'out/a.json') },
      { config: output('plain=notes.txt'), prepare: link('.git/config', 'notes.txt') },
      { ...ratchet('link/kept.json'), prepare: link('elsewhere', 'link') },
      { ...ratchet('kept.json'), prepare: link('../others/absent.json', 'kept.json') },
    ],
  },
  {
    says: 'writes over a file that this tool did not write',
    becomes: REFUSED,
    attempts: [
      { config: output('json=package.json'), prepare: file('package.json', '{ "name": "x" }') },
      {
        config: output('markdown=README.md'),
        prepare: file('README.md', '# shanxi-plan\n\nWritten by shanxi-plan.\n'),
      },
      { config: output('plain=notes.txt'), prepare: file('notes.txt', '') },
      {
        config: output('junit=out/junit.xml'),
        prepare: file('out/junit.xml', '<?xml version="1.0"?>\n<testsuites/>\n'),
      },
      { config: output('csv=data.csv'), prepare: file('data.csv', 'plan,as_of,target\n') },
      { config: output('csv=data.csv'), prepare: file('data.csv', `${CSV},my_column\n`) },
      { config: output('csv=data.csv'), prepare: file('data.csv', `${CSV},my column,unit\n`) },
      { config: output('gitlab=out/q.json'), prepare: file('out/q.json', '[{"engine_name":"eslint"}]') },
      { config: output('sarif=out/a.sarif'), prepare: file('out/a.sarif', '{"version":"2.1.0","runs":[]}') },
      {
        config: output('json=out/a.json'),
        prepare: project => mkdirSync(path.join(project, 'out/a.json'), { recursive: true }),
      },
      { config: output('json=out.json'), prepare: pipe('out.json') },
      { ...ratchet('package.json'), prepare: file('package.json', '{ "name": "x" }') },
      { ...ratchet('kept.json'), prepare: pipe('kept.json') },
    ],
  },
  {
    says: 'writes over what the run reads, or where the next run would read it',
    becomes: REFUSED,
    attempts: [
      { config: output('json=reports/out.json') },
      { config: `${READ}since: kept.json\nformat: json=kept.json\n`, argv: ['--update'] },
      { config: `plan: plan.json\nreports: reports\nformat: json=plan.json\n`, prepare: file('plan.json', '{}') },
    ],
  },
  {
    says: 'is the environment: its paths lead out of the working folder',
    becomes: `${REFUSED}, also in a repository`,
    attempts: [
      { in: 'sub', env: { PLAN: '../plan.yaml' }, argv: ['reports'] },
      { in: 'sub', env: { PLAN: '{project}/plan.yaml' }, argv: ['reports'] },
      { in: 'sub', env: { REPORTS: '../reports' }, argv: ['--plan', 'plan.yaml'] },
      { in: 'sub', env: { WAIVERS: '../waivers.yaml' }, argv: ['reports', '--plan', 'plan.yaml'] },
      { in: 'sub', env: { SINCE: '../kept.json' }, argv: ['reports', '--plan', 'plan.yaml', '--update'] },
      { in: 'sub', env: { FORMAT: 'json=../out.json' }, argv: ['reports', '--plan', 'plan.yaml'] },
      { in: 'sub', env: { FORMAT: 'json={others}/new.json' }, argv: ['reports', '--plan', 'plan.yaml'] },
      { env: { FORMAT: 'plain=.envrc' }, argv: ['reports', '--plan', 'plan.yaml'] },
      {
        env: { FORMAT: 'json=package.json' },
        argv: ['reports', '--plan', 'plan.yaml'],
        prepare: file('package.json', '{ "name": "x" }'),
      },
    ],
  },
  {
    says: 'is the environment: its paths stay below the working folder',
    becomes: 'read and written',
    writes: 1,
    attempts: [
      { env: { PLAN: 'plan.yaml', REPORTS: 'reports', WAIVERS: 'waivers.yaml', FORMAT: 'json=out/a.json' } },
      { env: { PLAN: 'plan.yaml', REPORTS: 'reports', FORMAT: 'json=out/a.json' }, home: '.', isRepository: false },
    ],
  },
  {
    says: 'is none of both: what a flag, an argument or a file given by `--config` says',
    becomes: 'read and written, wherever it lies',
    writes: 1,
    attempts: [
      { argv: ['../others/report.yaml', '--plan', '../others/plan.yaml', '--format', 'json=../others/new.txt'] },
      { argv: ['reports', '--plan', 'plan.yaml', '--format', 'json=.envrc'] },
      {
        config: `${plan('../others/plan.yaml')}format: json=../others/.new\n`,
        argv: ['--config', 'shanxi-plan.yaml'],
      },
      { config: output('plain=link/a'), argv: ['--config', 'shanxi-plan.yaml'], prepare: link('../others', 'link') },
      { home: '.', config: output('json=out.json'), argv: ['--config', 'shanxi-plan.yaml'] },
      { config: `${READ}waivers: ../others/waivers.yaml\n`, argv: ['--waivers', 'waivers.yaml', '--format', 'json=a'] },
    ],
  },
];
