import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../../src/cli/package-root.ts';
import { type Finished, run } from './world.ts';

/** `action.yml`, as far as it is used. */
interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Step {
  readonly id: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

export const action = parse(readFileSync(path.join(packageRoot, 'action.yml'), 'utf8')) as Action;

export interface ActionRun extends Finished {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Where the action lies, if not in this tree, and what else the machine says. */
interface Elsewhere {
  readonly actionFolder?: string;
  readonly machine?: Readonly<Record<string, string>>;
}

/**
 * Runs `action.yml` as the runner does: every step by `bash -eo pipefail` with its own file of outputs and its own
 * summary, expressions put in before. Only the expressions that this action uses are known.
 */
export function runAction(
  inputs: Readonly<Record<string, string>>,
  workspace: string,
  temporary: string,
  { actionFolder = packageRoot, machine = {} }: Elsewhere = {},
): ActionRun {
  const unknown = Object.keys(inputs).filter(name => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`the action has no input ${unknown.join(', ')}`);
  const values = new Map<string, string>([['github.action_path', actionFolder]]);
  for (const [name, { default: value }] of Object.entries(action.inputs))
    values.set(`inputs.${name}`, inputs[name] ?? value);
  const fill = (text: string) =>
    text.replace(/\$\{\{ *(.*?) *\}\}/g, (_, name: string) => {
      if (values.has(name)) return values.get(name) ?? '';
      if (/^steps\.\w+\.outputs\./.test(name)) return '';
      throw new Error(`unknown expression ${name}`);
    });
  let last: Finished = { code: 0, stdout: '', stderr: '' };
  let summary = '';
  for (const step of action.runs.steps) {
    const files = path.join(temporary, `_runner file_commands ${step.id}`);
    mkdirSync(files, { recursive: true });
    const [outputFile, summaryFile] = [path.join(files, 'set_output'), path.join(files, 'step_summary')];
    for (const file of [outputFile, summaryFile]) writeFileSync(file, '');
    const script = path.join(files, 'script.sh');
    writeFileSync(script, fill(step.run));
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
      RUNNER_TEMP: temporary,
      ...machine,
      ...Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, fill(value)])),
    };
    last = run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], { cwd: workspace, env });
    for (const [name, value] of readOutputs(readFileSync(outputFile, 'utf8')))
      values.set(`steps.${step.id}.outputs.${name}`, value);
    summary += existsSync(summaryFile) ? readFileSync(summaryFile, 'utf8') : '';
    if (last.code !== 0) break;
  }
  const outputs = Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, fill(value)]));
  return { ...last, outputs, summary };
}

/** `name=value` or `name<<end … end`, as the runner reads them; anything else is an error there too. */
export function readOutputs(text: string): Map<string, string> {
  const outputs = new Map<string, string>();
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new Error('the last line of the outputs has no end');
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    const [, name = '', sign, rest = ''] = /^(.*?)(=|<<)(.*)$/.exec(line) ?? [];
    if (name === '' || outputs.has(name)) throw new Error(`not an output: ${line}`);
    if (sign === '=') {
      outputs.set(name, rest);
      continue;
    }
    const end = lines.indexOf(rest);
    if (end === -1) throw new Error(`no end of ${name}`);
    outputs.set(
      name,
      lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n'),
    );
  }
  return outputs;
}

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * The workflow commands in the log of a step, as the runner finds them: a line that begins with `::`, or one with `##[`
 * anywhere in it; between `stop-commands` and its token there are none.
 */
export function commandsOf(log: string): Command[] {
  let token: string | undefined;
  return log.split('\n').flatMap(line => {
    const text = line.trimStart();
    if (token !== undefined) {
      if (text === `::${token}::`) token = undefined;
      return [];
    }
    const [, name = '', properties = '', message = ''] = /^::([\w-]+)(?: (.*?))?::(.*)$/.exec(text) ?? [];
    if (name === '') return line.includes('##[') ? [{ name: '##[', properties: {}, message: line }] : [];
    if (name === 'stop-commands') {
      token = message;
      return [];
    }
    return [{ name, properties: propertiesOf(properties), message: unescaped(message) }];
  });
}

const propertiesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(',')
      .filter(part => part !== '')
      .map(part => {
        const [key = '', ...value] = part.split('=');
        return [key, unescaped(value.join('='))];
      }),
  );

const unescaped = (text: string): string =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
