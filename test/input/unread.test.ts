import { describe, expect, it, test } from 'vitest';
import { inputExtensions } from '../../src/input/source/registry.ts';
import { unreadAmong, unreadExtensions } from '../../src/input/source/unread.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/io.ts';

describe('files of a folder that may hold figures and are not read', () => {
  it.each<[string, string[]]>([
    ['a report under a text’s name', ['2024.yml.txt', '2023.yml']],
    ['another spreadsheet', ['figures.xls', 'a/figures.ods', '2023.xlsx']],
    ['a table in another packing', ['figures.csv.bz2', 'figures.xlsx.gz', 'b.csv']],
    ['a document', ['bulletin.docx', 'bulletin.pdf', 'page.html']],
    ['in capitals', ['FIGURES.XLS', '2023.YAML']],
    [
      'that only begins as a readme or a licence does',
      ['Notice-2024-figures.docx', 'readme-2024.xls', 'requirements 2025.txt'],
    ],
    ['in a sheet or a document under the name of a notice', ['notice.docx', 'README.xls', 'licence.ods']],
    ['of the same name in another folder', ['old/2023.xls', 'new/2023.xlsx']],
  ])('%s', (_name, paths) => {
    const read = inputExtensions.flatMap(extension => paths.filter(each => each.toLowerCase().endsWith(extension)));
    expect(unreadAmong(paths)).toStrictEqual(paths.filter(each => !read.includes(each)));
  });

  it.each([
    'README.txt',
    'docs/readme.html',
    'LICENSE',
    'LICENCE.txt',
    'licence.pdf',
    'CHANGELOG.html',
    'README.txt.gz',
    'NOTICE',
    'notice.txt',
    'requirements.txt',
    'notes.md',
    'map.png',
    'plan.svg',
    'run.sh',
    'page.css',
    'Makefile',
    'report.yaml.bak',
    'node_modules/a/b.txt',
    'figures.csv.gz',
  ])('not %s', name => {
    expect(unreadAmong([name, '2023.yaml'])).toStrictEqual([]);
  });

  it('not what a file that is read was copied from', () => {
    expect(unreadAmong(['2023.pdf', '2023.yaml', '2022.xls', '2022.csv.gz', '2021.html'])).toStrictEqual(['2021.html']);
  });

  it('none of their endings is read', () => {
    expect(unreadExtensions.filter(each => inputExtensions.includes(each))).toStrictEqual([]);
    expect(new Set(unreadExtensions).size).toBe(unreadExtensions.length);
  });
});

const report = 'as_of: 2023-12-31\nmetrics: { 5g-base-stations: 93307 }\n';

test('an extension in capitals is one that is read', () =>
  inTemporaryFolder({ 'A.YAML': report }, async cwd => {
    const { stdout, stderr } = await runCli(['check', '.', '--format', 'json', '--quiet'], { cwd });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).inputs.map(({ path }: { path: string }) => path)).toContain('A.YAML');
  }));

describe('both commands that read folders tell of them', () => {
  const files = { 'a.yaml': report, 'b.yml.txt': report, 'c.xls': '', 'README.md': '', '~$c.xls': '' };

  it.each(['check .', 'batch . --by file'])('%s', command =>
    inTemporaryFolder(files, async cwd => {
      const { stderr, code } = await runCli(command.split(' '), { cwd });
      expect(stderr).toMatch(/^\.: warning: 2 files .* not read: b\.yml\.txt, c\.xls \[files-not-read\]$/m);
      expect(code).toBe(3);
    }),
  );

  it.each(['fixtures/shanxi', 'fixtures/shanxi-cities', 'fixtures/formats', 'examples/monitoring/reports'])(
    'and not in %s',
    async folder => {
      expect((await runCli(['check', folder])).stderr).not.toContain('files-not-read');
    },
  );
});
