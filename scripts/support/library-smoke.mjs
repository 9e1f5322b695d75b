// Runs the examples of docs/library.md in a project that has nothing but the package, as somebody who copies them would.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, runNode, toolPath } from './node.mjs';

const DOCS = path.join(root, 'docs', 'library.md');
const BLOCK = /^```(\w+) (\w+)\.(mjs|mts)\n([\s\S]*?)^```$/gm;

/** No type of a browser or of Node, and what the package brings is checked too. */
const tsconfig = files => ({
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023'],
    module: 'nodenext',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
  },
  files,
});

/** The error that is expected shows that the types are not `any`. */
const WRONG = `import { readPlan } from 'shanxi-plan';
// @ts-expect-error a path alone is no source
await readPlan('plan.yaml');
`;

/** With `write`, what was printed is written into the page. */
export async function runsExamples(project, write = false) {
  const text = await readFile(DOCS, 'utf8');
  const blocks = [...text.matchAll(BLOCK)].map(([, kind, name, extension, body]) => ({ kind, name, extension, body }));
  const examples = blocks.filter(({ kind }) => kind !== 'text');
  for (const { name, extension, body } of examples) await writeFile(path.join(project, `${name}.${extension}`), body);
  await writeFile(path.join(project, 'wrong.mts'), WRONG);
  const typed = examples.filter(({ extension }) => extension === 'mts').map(({ name }) => `${name}.mts`);
  await writeFile(path.join(project, 'tsconfig.json'), JSON.stringify(tsconfig([...typed, 'wrong.mts'])));
  succeeds(runNode([toolPath('tsc'), '-p', '.'], { cwd: project }));
  let page = text;
  for (const { name, extension } of examples) {
    const printed = extension === 'mts' ? exportsOf(project, name) : run(project, `${name}.mjs`);
    const head = `\`\`\`text ${name}.${extension}\n`;
    const found = blocks.find(each => each.kind === 'text' && each.name === name);
    assert.ok(found, `docs/library.md does not say what ${name}.${extension} prints`);
    if (write) page = page.replace(`${head}${found.body}`, () => `${head}${printed}`);
    else assert.equal(printed, found.body, `${name}.${extension} prints something else than docs/library.md says`);
  }
  if (write) await writeFile(DOCS, page);
  return examples.map(({ name, extension }) => `${name}.${extension}`).join(', ');
}

/** What a module exports, one after the other. */
const exportsOf = (project, name) =>
  succeeds(
    runNode(
      [
        '--input-type=module',
        '--eval',
        `for (const [name, value] of Object.entries(await import('./${name}.mjs')))
           console.log(typeof value === 'string' ? value : \`\${name}: \${value.join(', ')}\`);`,
      ],
      { cwd: project },
    ),
  );

const run = (project, file) => succeeds(runNode([file], { cwd: project }));

const RENDER = `import { check, formatIds, readAnalysis, readPlan, readReport, render } from 'shanxi-plan';
import { readFile } from 'node:fs/promises';
const { plan } = await readPlan({ path: 'plan.yaml', bytes: await readFile(process.argv[2]) });
const { report } = await readReport({ path: 'report.yaml', bytes: await readFile('report.yaml') }, plan);
const { analysis } = check({ plan, reports: [report] });
const { problems } = await readAnalysis(JSON.parse(await render(analysis, 'json')));
if (problems.length > 0) throw new Error(JSON.stringify(problems));
for (const format of formatIds) {
  const { length } = await render(analysis, format, { lang: 'zh', width: 100, color: true });
  if (!(length > 100)) throw new Error(format);
}
console.log(formatIds.length + ' formats');
`;

export async function rendersAll(project) {
  await writeFile(path.join(project, 'render.mjs'), RENDER);
  const plan = 'node_modules/shanxi-plan/plan/shanxi-new-infrastructure-2021-25.yaml';
  return succeeds(runNode(['render.mjs', plan], { cwd: project })).trim();
}

function succeeds({ status, stdout, stderr, error }) {
  assert.equal(status, 0, [error?.message, stdout, stderr].filter(Boolean).join('\n'));
  return stdout;
}
