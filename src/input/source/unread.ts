import { formatOf, inputExtensions } from './registry.ts';

/** Endings of files that carry figures elsewhere and are not read here. */
export const unreadExtensions: readonly string[] = [
  ...['.xls', '.xlsb', '.ods', '.fods', '.numbers', '.et'],
  ...['.txt', '.tab', '.dat', '.json5', '.toml', '.xml', '.html', '.htm'],
  ...['.doc', '.docx', '.odt', '.rtf', '.wps', '.pdf'],
  ...['.dbf', '.sqlite', '.db', '.mdb', '.accdb', '.sav', '.dta', '.sas7bdat', '.feather', '.arrow', '.avro', '.orc'],
  ...['.zip', '.7z', '.rar', '.tar', '.tgz'],
];

/** Whole names of what most folders of files have; `Notice-2024.docx` and `notice.xls` may hold figures. */
const ABOUT = [
  /^(?:readme|licen[cs]e|copying|changelog|contributing|authors)(?:\.(?:txt|html?|pdf|rtf|docx?|odt))?$/i,
  /^(?:notice|requirements)\.txt$/i,
];
const PACKED = /\.(?:gz|bz2|xz|zst)$/i;

/**
 * Of the files of a folder, those that may hold figures and are not read. One that has the name of a file that is read,
 * but for its extension, is what that one was copied from.
 */
export function unreadAmong(paths: readonly string[]): string[] {
  const read = new Set(paths.filter(path => formatOf(path) !== undefined).map(stemOf));
  return paths.filter(path => formatOf(path) === undefined && mayHoldFigures(path) && !read.has(stemOf(path)));
}

function mayHoldFigures(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const plain = name.replace(PACKED, '');
  if (ABOUT.some(each => each.test(plain)) || /(?:^|\/)node_modules\//.test(path)) return false;
  const extension = /\.[^.]+$/.exec(plain.toLowerCase())?.[0] ?? '';
  return unreadExtensions.includes(extension) || (PACKED.test(name) && inputExtensions.includes(extension));
}

const stemOf = (path: string): string => path.replace(PACKED, '').replace(/\.[^./]+$/, '');
