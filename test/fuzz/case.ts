import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/cli/package-root.ts';
import { formatOf, type InputFormat } from '../../src/input/source/registry.ts';

/** The files of one check, by what they are to it. */
const partNames = ['plan', 'report', 'tables', 'config', 'waivers', 'since'] as const;
export type PartName = (typeof partNames)[number];

export interface Part {
  /** Its extension says the format. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type FuzzCase = Readonly<Partial<Record<PartName, Part>>>;

/** What can be asked for by `--only`: a part, or the reports of one format. */
export type Subject = Exclude<PartName, 'report'> | InputFormat;

export const subjectOf = (name: PartName, { path: file }: Part): Subject =>
  name === 'report' ? (formatOf(file) ?? 'yaml') : name;

/** Files that belong together: reports, settings and waivers of one plan. */
interface Family {
  readonly plans: readonly Part[];
  readonly rest: Readonly<Partial<Record<Exclude<PartName, 'plan'>, readonly Part[]>>>;
}

/** Longer files cost time that more inputs are worth. */
const MOST_BYTES = 40_000;

/** Of one plan: each of its reports is like the others. */
const MOST_REPORTS = 60;
const REPORTS_OF_SHIPPED = 8;

const partIn = (file: string): Part => ({
  path: path.basename(file),
  bytes: new Uint8Array(readFileSync(path.join(packageRoot, file))),
});

const filesOf = (folder: string, isWanted: (name: string) => boolean = () => true): Part[] =>
  readdirSync(path.join(packageRoot, folder))
    .toSorted()
    .map(name => path.join(folder, name))
    .filter(file => statSync(path.join(packageRoot, file)).isFile())
    .filter(file => formatOf(file) !== undefined && !file.endsWith('.gz') && isWanted(path.basename(file)))
    .map(partIn)
    .filter(({ bytes }) => bytes.length <= MOST_BYTES);

const foldersOf = (folder: string): string[] =>
  readdirSync(path.join(packageRoot, folder))
    .toSorted()
    .map(name => path.join(folder, name))
    .filter(each => statSync(path.join(packageRoot, each)).isDirectory());

const isReport = (name: string): boolean => !/^(?:plan|case|tables)\.yaml$/.test(name);

/** A folder of a plan and its reports; of the shipped plan where it has none. */
const familyIn = (folder: string, shipped: Part): Family => ({
  plans: [existsSync(path.join(packageRoot, folder, 'plan.yaml')) ? partIn(path.join(folder, 'plan.yaml')) : shipped],
  rest: { report: filesOf(folder, isReport).slice(0, MOST_REPORTS) },
});

function families(): Family[] {
  const shanxi = partIn('plan/shanxi-new-infrastructure-2021-25.yaml');
  const formats = familyIn('fixtures/formats', shanxi);
  const gate = {
    waivers: filesOf('fixtures/gate/waivers'),
    config: filesOf('fixtures/gate/configs'),
  };
  return [
    formats,
    { ...formats, rest: { ...formats.rest, tables: filesOf('fixtures/problems/tables') } },
    familyIn('fixtures/problems', shanxi),
    familyIn('fixtures/hostile', shanxi),
    familyIn('fixtures/regions', shanxi),
    ...['fixtures/traps', 'fixtures/edge-cases', 'fixtures/evidence']
      .flatMap(foldersOf)
      .map(each => familyIn(each, shanxi)),
    { plans: [partIn('fixtures/gate/plan.yaml')], rest: { report: filesOf('fixtures/gate/reports'), ...gate } },
    { plans: [shanxi], rest: { report: filesOf('fixtures/tables'), tables: [partIn('fixtures/tables/tables.yaml')] } },
    { plans: [shanxi], rest: { report: filesOf('fixtures/sheets') } },
    {
      plans: [...filesOf('fixtures/lint'), ...filesOf('fixtures/problems/plans'), ...filesOf('fixtures/plan-language')],
      rest: {},
    },
    ...filesOf('plan').map((plan): Family => {
      const folder = `fixtures/${path.basename(plan.path, '.yaml')}`;
      const report = existsSync(path.join(packageRoot, folder))
        ? filesOf(folder, isReport).slice(0, REPORTS_OF_SHIPPED)
        : [];
      return { plans: [plan], rest: { report } };
    }),
  ].map(family => ({ ...family, rest: withoutNothing(family.rest) }));
}

const withoutNothing = (rest: Family['rest']): Family['rest'] =>
  Object.fromEntries(Object.entries(rest).filter(([, parts]) => parts.length > 0));

/** Every file that the repository has, in a case in which it matters. */
export const casesOfFixtures = (): FuzzCase[] =>
  families().flatMap(({ plans, rest }) => {
    const lists = Object.entries(rest) as [PartName, readonly Part[]][];
    const longest = Math.max(plans.length, ...lists.map(([, parts]) => parts.length));
    return Array.from({ length: longest }, (_, index) => {
      const nth = (parts: readonly Part[]) => parts[index % parts.length];
      return Object.fromEntries([['plan', nth(plans)], ...lists.map(([name, parts]) => [name, nth(parts)])]);
    });
  });

const CORPUS = path.join(packageRoot, 'test', 'fuzz', 'corpus');

/** Cases that were kept, a folder each; the files of a part are called after it. */
export const casesKept = (folder = CORPUS): { readonly name: string; readonly kept: FuzzCase }[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .toSorted()
        .filter(name => statSync(path.join(folder, name)).isDirectory())
        .map(name => ({ name, kept: caseIn(path.join(folder, name)) }))
    : [];

const caseIn = (folder: string): FuzzCase =>
  Object.fromEntries(
    readdirSync(folder)
      .filter(file => partNames.some(name => file.startsWith(`${name}.`)))
      .map(file => [
        file.slice(0, file.indexOf('.')),
        { path: file, bytes: new Uint8Array(readFileSync(path.join(folder, file))) },
      ]),
  );

/** Keeps a case so that `caseIn` reads it. */
export function keepCase(given: FuzzCase, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, part] of Object.entries(given))
    writeFileSync(path.join(folder, `${name}${path.extname(part.path)}`), part.bytes);
}
