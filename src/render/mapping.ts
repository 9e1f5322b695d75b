import { meaningOf, openIn, type Proposal, type Proposed } from '../model/proposal.ts';
import { inWords } from '../values/fact.ts';
import { isSeen, toJson } from './escape/json.ts';
import { visible, widthOf } from './layout/text.ts';
import { modeline } from './modeline.ts';
import { type MappingWords, mappingWords } from './words/mapping.ts';
import type { Lang } from './words/words.ts';

/** A figure as a mapping reads it, for a person to look at. */
interface FigureRead {
  readonly place: string;
  readonly indicator: string;
  readonly value: string;
  readonly asOf: string;
  readonly region: string;
}

/** The first figures that a mapping reads, and how many there are. */
export interface FiguresRead {
  readonly first: readonly FigureRead[];
  readonly count: number;
}

/**
 * A proposed mapping as a file of mappings, each line with its reason, and the figures that it would read.
 * @param files its table, as seen from the folder of that file.
 */
export function renderMapping(proposal: Proposal, read: FiguresRead, lang: Lang, files = proposal.file): string {
  const words = mappingWords[lang];
  const line = (indent: string) => (each: Proposed) => lineOf(indent, each, words);
  const { file, sheet, preset, decimal, header, ends, columns, names, missing, flags, forecastFrom } = proposal;
  const section = (key: string, lines: readonly Proposed[], indent: string): string[] =>
    lines.length === 0 ? [] : [`${indent}${key}:`, ...aligned(lines.map(line(`${indent}  `)))];
  const used = Object.entries(names).filter(([, lines]) => lines.length > 0);
  return [
    modeline('tables'),
    ...words.top(visible(file), openIn(proposal)).map(text => `# ${text}`),
    'tables:',
    `  - files: ${scalar(files)}`,
    ...(sheet === undefined ? [] : [`    sheet: ${scalar(sheet)}`]),
    ...(preset ? [line('    ')(preset).join('')] : []),
    ...(decimal ? [line('    ')(decimal).join('')] : []),
    ...(header.length > 0 ? [`    header: ${header.length === 1 ? header[0] : `[${header.join(', ')}]`}`] : []),
    ...(ends ? [line('    ')(ends).join('')] : []),
    ...section('columns', columns, '    '),
    ...(used.length > 0 ? ['    names:', ...used.flatMap(([field, lines]) => section(field, lines, '      '))] : []),
    ...(missing.length > 0 ? [`    missing: [${missing.map(scalar).join(', ')}]`] : []),
    ...(flags.length === 0 ? [] : ['    flags:', ...aligned(flags.map(each => flagLine(each, words)))]),
    ...fixedLines(proposal, line('      '), words),
    ...(forecastFrom ? [line('    ')(forecastFrom).join('')] : []),
    ...figureLines(read, words).map(text => `# ${text}`.trimEnd()),
    '',
  ].join('\n');
}

type Line = readonly [text: string, reason: string];

const lineOf = (indent: string, { key, value, reason }: Proposed, { reason: reasons }: MappingWords): Line => [
  `${indent}${scalar(key)}: ${scalar(value)}`,
  `  # ${visible(inWords(reasons, reason))}`,
];

function flagLine({ key, value, reason }: Proposed, { reason: reasons }: MappingWords): Line {
  const meaning = meaningOf(value);
  const said =
    typeof meaning === 'string'
      ? scalar(meaning)
      : `{ ${Object.entries(meaning)
          .map(([field, text]) => `${field}: ${scalar(text)}`)
          .join(', ')} }`.replace('{  }', '{}');
  return [`      ${scalar(key)}: ${said}`, `  # ${visible(inWords(reasons, reason))}`];
}

/** Reasons below each other; a heading of many letters does not push all of them away. */
function aligned(lines: readonly Line[]): string[] {
  const width = Math.max(0, ...lines.map(([text]) => widthOf(text)).filter(each => each <= WIDEST));
  return lines.map(([text, reason]) => `${text}${' '.repeat(Math.max(0, width - widthOf(text)))}${reason}`);
}

const WIDEST = 48;

/** What holds for all figures. What nobody can read from a table is left as lines that somebody may make part of it. */
function fixedLines(
  { fixed, definitions }: Proposal,
  lineFor: (each: Proposed) => Line,
  { definitions: [what, oneOf], reason }: MappingWords,
): string[] {
  const said = definitions.filter(each => each.said !== undefined);
  const open = definitions.filter(each => each.said === undefined);
  const given = visible(reason['told-by-you']({}));
  const lines = [
    ...aligned(fixed.map(lineFor)),
    ...(said.length > 0 ? ['      counts:'] : []),
    ...aligned(said.map(each => [`        ${scalar(each.indicator)}: ${scalar(each.said ?? '')}`, `  # ${given}`])),
  ];
  const heads = [...(lines.length === 0 ? ['fixed:'] : []), ...(said.length === 0 ? ['  counts:'] : [])];
  return [
    ...(lines.length > 0 ? ['    fixed:', ...lines] : []),
    ...(open.length > 0 ? [what, ...heads].map(text => `    # ${text}`) : []),
    ...open.map(each => `    #     ${each.indicator}: …   # ${oneOf} ${each.definitions.join(', ')}`),
  ];
}

function figureLines({ first, count }: FiguresRead, words: MappingWords): string[] {
  if (count === 0) return ['', words.noFigures];
  const rows = [
    words.columns,
    ...first.map(({ place, indicator, value, asOf, region }) => [place, indicator, value, asOf, region].map(visible)),
  ];
  const widths = words.columns.map((_, col) => Math.max(...rows.map(row => widthOf(row[col] ?? ''))));
  const lines = rows.map(row =>
    row.map((text, col) => text + ' '.repeat((widths[col] ?? 0) - widthOf(text))).join('  '),
  );
  return ['', words.figures(first.length, count), ...lines.map(text => `  ${text}`)];
}

const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}（）()%．._/-]*(?: [\p{L}\p{N}（）()%._/-]+)*$/u;
const SPOKEN_FOR = /^(?:true|false|null|yes|no|on|off|~)$/i;

/** A text as YAML has it: in quotes where it could be anything else. */
const scalar = (text: string): string =>
  PLAIN.test(text) && !SPOKEN_FOR.test(text) ? text : isSeen(text) ? `'${text.replaceAll("'", "''")}'` : toJson(text);
