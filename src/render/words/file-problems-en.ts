import { limitWords } from './limits.ts';
import { foundOutputWords, looksWords, oddWords, twiceWords } from './problem-args.ts';
import type { Words } from './words.ts';
import { workbookProblemsEn } from './workbook-problems-en.ts';

export const list = (names: readonly string[]): string => names.join(', ');
/** The names that may stand there; none where they were told before. */
export const among = (label: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `${label}${list(names)}`;
export const didYouMean = (near: string | undefined): string => (near === undefined ? '' : `did you mean "${near}"? `);
/** Names, and that there are more of them. */
const someOf = (names: readonly string[], count: number): string =>
  names.length < count ? `${list(names)}, …` : list(names);

const toldInstead = (instead: string): string =>
  `whoever can put a file here could set that: to say it yourself, write ${instead}`;

/** A table that is not ours is read by a mapping. */
const MAP_HELP = 'shanxi-plan map <this file> proposes how it can be read, for --tables';

/** What is wrong with a file, its syntax or its table. */
export const fileProblemsEn = {
  ...workbookProblemsEn,
  'file-unreadable': ({ reason, link }) => ({
    what: `the file cannot be read: ${reason}`,
    ...(link !== undefined && { help: `it is a link to ${link}, which is not there` }),
  }),
  'folder-without-reports': ({ allowed, unread }) => ({
    what: 'the folder holds no report',
    help: `looked for ${list(allowed)}${unread === undefined ? '' : `; not read: ${list(unread)}`}`,
  }),
  'pattern-without-match': () => ({
    what: 'the pattern matches no file',
    help: 'nothing that is there is called so: look at its spelling and at the folder that it starts from; in quotes the shell leaves it alone',
  }),
  'unknown-format': ({ allowed }) => ({
    what: 'the extension names no known format',
    help: `known formats: ${list(allowed)}${allowed.includes('xlsx') ? '; save a workbook of another kind (.xls, .xlsb, .ods) as .xlsx' : ''}`,
  }),
  'files-not-read': ({ names, count }) => ({
    what: `${count === 1 ? '1 file of the folder may hold figures and was' : `${count} files of the folder may hold figures and were`} not read: ${someOf(names, count)}`,
    help: 'save them in a format that is read, or keep them elsewhere',
  }),
  'found-outside': ({ setBy, root, instead }) => ({
    what:
      root === undefined
        ? `${setBy} lies where the home folder is, and may name no file`
        : `${setBy} may name no file that lies outside of ${root}`,
    help: toldInstead(instead),
  }),
  'found-input': ({ setBy, allowed, instead }) => ({
    what: `${setBy} may only have plain files read that end in ${list(allowed)}`,
    help: toldInstead(instead),
  }),
  'found-output': ({ setBy, reason, extension, instead }) => ({
    what: `${setBy} may not have this file written: ${foundOutputWords[reason].en(extension)}`,
    help: toldInstead(instead),
  }),
  'too-large': ({ limit }) => ({
    what: `the file holds more than ${limit} once it is unpacked`,
    help: 'if that is right, raise the limit: --max-input-size',
  }),
  'archive-bomb': ({ what, found, limit }) => ({
    what: `${limitWords[what].en}: ${found}; ${limit} is the limit`,
    help: `if that is right, raise the limit: --limit ${what}=…`,
  }),
  'beyond-limit': ({ limit, most }) => ({
    what: `there are more than ${most} ${limitWords[limit].en}`,
    help: `if that is right, raise the limit: --limit ${limit}=…`,
  }),
  'damaged-file': ({ format, message }) => ({
    what: `the file cannot be read as ${format}${message ? `: ${message}` : ''}`,
    help: 'is it whole, and is this its format?',
  }),
  'no-open-workbook': () => ({
    what: 'this is an old workbook (.xls) or an encrypted one, not an open .xlsx',
    help: 'save it as .xlsx, without a password',
  }),
  'given-twice': ({ what, name }) => ({
    what: `the ${twiceWords[what].en}${name === '' ? '' : ` ${name}`} stands in the file twice: which of the two is reported?`,
    help: 'open the workbook in a spreadsheet, see what it shows, and save it anew',
  }),
  'binary-file': () => ({
    what: 'this is not a text file',
    help: 'it holds NUL bytes; UTF-16 is read where it begins with a byte order mark: save it so, or as UTF-8',
  }),
  'unknown-encoding': () => ({
    what: 'the text is neither UTF-8 nor GB18030, nor the UTF-16 that its first bytes declare',
    help: 'save the file as UTF-8',
  }),
  'read-as-gb18030': () => ({
    what: 'the file is not UTF-8; it was read as GB18030',
    help: 'save it as UTF-8 to be sure',
  }),
  'more-problems': ({ told }) => ({
    what: `the file has more than ${told} errors or warnings; the others are not told`,
    help: 'mend these and run again',
  }),
  'yaml-syntax': ({ message }) => ({
    what: `this is not YAML: ${message}`,
    ...(/block scalar/i.test(message) && { help: 'a value that begins with > must be quoted: ">93,000"' }),
    ...(/full-width/.test(message) && { help: 'write a narrow colon and a blank behind it: metrics: …' }),
    ...(/^Tags/.test(message) && { help: 'what a tag says stands in a field: status: planned' }),
  }),
  'json-syntax': ({ message }) => ({
    what: `this is not JSON: ${message}`,
    ...(/^InvalidSymbol/.test(message) && {
      help: 'texts stand in double quotes; where nothing is reported, leave the figure out',
    }),
    ...(/^EndOfFileExpected/.test(message) && {
      help: 'a JSON file holds one value; one value a line is NDJSON: let its name end in .ndjson, or hand it to "check -" with --input-format ndjson',
    }),
  }),
  'csv-syntax': ({ message }) => ({
    what: `this is not CSV: ${message}`,
    help: 'put a cell that holds a quote, a delimiter or a line break in quotes, and write its own quotes twice',
  }),
  'duplicate-key': () => ({
    what: 'the key stands here twice',
    help: 'a figure given twice would lose one of the two; use "observations:" for several dates',
  }),
  'alias-bomb': () => ({
    what: 'the file expands to far more than it holds',
    help: 'write the values out instead of nesting aliases',
  }),
  'several-documents': () => ({
    what: 'the file holds more than one document',
    help: 'only a file of reports may hold several',
  }),
  'no-header': ({ allowed, parted }) => ({
    what: 'no row names the columns',
    help:
      parted === undefined
        ? `one row must hold "indicator" or "measure" and name the others: ${list(allowed)}; ${MAP_HELP}`
        : `"${parted}" parts no cells: put a comma, a semicolon or a tab in its place`,
  }),
  'foreign-table': ({ looks }) => ({
    what: `the table is not ours: it looks like ${looksWords[looks].en}`,
    help: MAP_HELP,
  }),
  'unmapped-heading': ({ heading, allowed, near }) => ({
    what: `the mapping says nothing of the column "${heading}"`,
    help: `${didYouMean(near)}add it under "columns:", or "ignore" it; there are: ${list(allowed)}`,
  }),
  'ambiguous-heading': ({ heading, keys }) => ({
    what: `the heading "${heading}" can be read in two ways`,
    help: `it fits ${list(keys)}: write the heading itself as a key`,
  }),
  'missing-column': ({ keys }) => ({
    what: `columns that the mapping names are not there: ${list(keys)}`,
  }),
  'several-mappings': () => ({
    what: 'two mappings are meant for this table',
    help: 'let "files:", or "sheet:" in a workbook, tell them apart',
  }),
  'unknown-sheet': ({ name, allowed, near }) => ({
    what: `the workbook has no sheet "${name}"`,
    help: `${didYouMean(near)}sheets: ${list(allowed)}`,
  }),
  'number-outside-table': ({ text }) => ({
    what: `"${text}" stands in a column of numbers, but outside the table, and is not read`,
    help: 'if it is a figure, let "header:" name an earlier row, or "ends:" a later one; if it is one of another table, save that as a file or sheet of its own',
  }),
  'heading-twice': ({ heading, what }) => ({
    what:
      what === 'tables'
        ? `"${heading}" names figures a second time: two tables stand side by side`
        : what === 'below'
          ? `"${heading}" names a column anew: another table begins in this row`
          : what === 'columns'
            ? `a second column, "${heading}", holds the same as one before it: which of the two counts?`
            : `"${heading}" says of its figures what a column of its own says, too`,
    help:
      what === 'tables'
        ? 'save each as a file or sheet of its own; or shanxi-plan map <this file> proposes a mapping that leaves the second one out'
        : what === 'below'
          ? 'let "ends:" say how the row begins with which the first one ends, and save the other one as a file or sheet of its own, with a mapping of its own'
          : `shanxi-plan map <this file> proposes a mapping: one of them is "ignore"; of two with one heading, "${heading} #2" is the second`,
  }),
  'which-period': ({ text, readings }) => ({
    what: `"${text}" of what is counted, or has grown, over a time: ${readings.length > 1 ? `that time alone, or all from New Year on (${readings.join(' or ')})` : `words beside it speak of another time than ${readings.join('')}`}`,
    help:
      readings.length === 1
        ? 'where it is that time alone, say so in the mapping: "periods: each"; else map the headings one by one, with the time under "fixed:" as flow_from and flow_to'
        : 'say it in the mapping: "periods: each" for that time alone, "periods: cumulative" for all from New Year on; or map the headings to flow_from and flow_to; a report in YAML says "flow:" with "from" and "to"',
  }),
  'region-alone': ({ text }) => ({
    what: `"${text}" names a region in a row without a figure: whose are the figures below it?`,
    help: `give them a region column; or say "region" under "fixed:" where all are its own, end the table there ("ends:"), or leave the name out ("ignore" under "names:")`,
  }),
  'sum-left-out': ({ name, found, sum }) => ({
    what: `"${name}" is left out, but ${found} is not the sum of the parts that are read (${sum}): some are missing, or count something else`,
    help: `if it is all of the plan's region, say so in the mapping: its id for "${name}" under "names: { region: … }" (or a "{region}" column); else correct the rows, or name the ones that are left out`,
  }),
  'rest-left-out': ({ name, found, sum }) => ({
    what: `"${name}" (${found}) is left out, so that the parts that are read (together ${sum}) are not all of the region`,
    help: 'read a row of all of the region as well, with its id under "names: { region: … }"; or give the plan a part that is called so',
  }),
  'left-blank': ({ key, above, elsewhere }) => ({
    what:
      elsewhere !== undefined
        ? `"${key}" is left blank here, and "${elsewhere}" in another row: is it "${elsewhere}" again, or the indicator's own unit?`
        : above === undefined
          ? `"${key}" is left blank here, and no name above it holds for it`
          : `"${key}" is left blank below "${above}": is it "${above}" again, or ${key === 'unit' ? "the indicator's own unit" : 'all that the report is about'}?`,
    help: `fill in the blank cells; or say what they hold under "fixed:" of a mapping: "${key}: above" for what stands above them, or a ${key} for all of them; let "ends:" say how rows of sums begin, so that they are not read`,
  }),
  'too-many-columns': ({ found, limit }) => ({
    what: `the table has ${found} columns; ${limit} is the limit`,
    help: 'give each figure a row of its own',
  }),
  'cell-without-column': ({ text }) => ({
    what: `no column stands above "${text}"`,
    help: 'name the column, or put a cell that holds the delimiter in quotes',
  }),
  'swapped-columns': ({ key, text, value }) => ({
    what: `"${value}" stands under "value", and "${text}" under "${key}": are the two columns swapped?`,
    help: 'exchange the names of the two columns, or what stands below them',
  }),
  'row-too-short': ({ found, expected }) => ({
    what: `the row has ${found} of ${expected} cells`,
    help: 'write the empty cells too, so that none is taken for another',
  }),
  'merged-cells': ({ rows, columns }) => ({
    what: `${rows} × ${columns} cells of the table are merged: whose value is it?`,
    help: 'unmerge them and write the value in each cell that it belongs to',
  }),
  'odd-cell': ({ what, text }) => ({
    what: `"${text}" is ${oddWords[what].en}`,
    help: 'open the workbook in a spreadsheet, see what it shows, and save it anew',
  }),
  'ambiguous-separator': ({ text, decimal, thousands }) => ({
    what: `"${text}" can be read in two ways, because semicolons separate the cells`,
    help: `it is ${decimal} or ${thousands}: say "decimal: comma" or "decimal: point" under "tables:", or write ${thousands} without a sign`,
  }),
  'other-sheets': ({ sheets }) => ({
    what: `only the first sheet is read; not read: ${list(sheets)}`,
    help: 'only the first sheet that is shown is read: name another with "sheet:" under "tables:"',
  }),
} satisfies Partial<Words['problem']>;
