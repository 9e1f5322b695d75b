import { visible } from '../../../src/render/layout/text.ts';
import { severitySigns } from '../../../src/render/signs.ts';
import { wordsIn } from '../../../src/render/words/registry.ts';
import { asText, parseCounts, type Reader, readRows, severitiesIn, verdictOf } from './reader.ts';

/** As a person reads: the counts at the top, and the row of totals under its headings. */
export const table: Reader = {
  by: 'columns that stand at least two spaces apart',
  read: (output, lang) => {
    const { table: words } = wordsIn(lang);
    const lines = asText(output).split('\n');
    const start = lines.indexOf(words.summary);
    const cells = (line = '') => line.trim().split(/ {2,}/);
    const [, ...headings] = cells(lines[start + 1]);
    const last = lines.findIndex((line, index) => index > start && line.startsWith(words.total));
    const [, ...counts] = cells(lines[last]);
    const found = headings.map((heading, index) => [verdictOf(heading, lang), Number(counts[index])]);
    return {
      verdicts: Object.fromEntries(found.filter(([, count]) => count !== 0)),
      severities: severitiesIn(lines.find(line => line.startsWith(severitySigns.fail)) ?? '', lang),
      titles: new Map(),
      texts: [lines[0]?.split(' · ')[0] ?? ''],
    };
  },
  expected: visible,
};

export const plain: Reader = {
  by: 'awk: fields between tabs',
  read: output => {
    const records = asText(output)
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#'))
      .map(line => line.split('\t'));
    return readRows(
      records.map(fields => {
        const [verdict = '', target = '', , , , , , severity = '', state = '', title = ''] = fields;
        if (fields.length !== 10) throw new Error(`${fields.length} fields in a record`);
        return { verdict, severity, target, title, isCounted: state !== 'not-in-force' };
      }),
    );
  },
  expected: visible,
};

export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** As the runner of GitHub Actions reads a line (its ActionCommand: properties between commas, then `::`). */
export function workflowCommands(text: string): WorkflowCommand[] {
  const decode = (value: string) => value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [, name = '', list = '', message = ''] = /^::([a-z]+) ([^:]*)::(.*)$/.exec(line) ?? [];
      if (name === '') throw new Error(`no workflow command: ${line}`);
      const pairs = list.split(',').map(pair => {
        const [key = '', ...value] = pair.split('=');
        return [key, decode(value.join('=').replaceAll('%3A', ':').replaceAll('%2C', ','))] as const;
      });
      return { name, properties: Object.fromEntries(pairs), message: decode(message) };
    });
}

export const github: Reader = {
  by: 'the rules by which the runner of GitHub Actions reads a line',
  read: output => {
    const commands = workflowCommands(asText(output));
    const [, counts = ''] = /^\D*\d+\D*?: (.*)$/.exec(commands.at(-1)?.message ?? '') ?? [];
    return {
      ...parseCounts(counts),
      titles: new Map(),
      texts: commands.map(({ properties }) => properties['title'] ?? ''),
    };
  },
  expected: visible,
};
