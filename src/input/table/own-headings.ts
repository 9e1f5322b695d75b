import { figureColumns } from '../../model/figure-columns.ts';
import { otherHeadings } from '../../model/other-headings.ts';
import { foldedCase } from '../../values/fold.ts';

const fieldOf: ReadonlyMap<string, string> = new Map(
  [...new Set([...figureColumns, ...Object.keys(otherHeadings)])].flatMap(field =>
    [field, ...(otherHeadings[field] ?? [])].map(name => [foldedCase(name), field]),
  ),
);

/** The field that one of our own headings names, in either language, any case and any width. */
export const ownField = (heading: string): string =>
  (heading.length > LONGEST ? undefined : fieldOf.get(foldedCase(heading))) ?? heading;

/** Signs that no table is cut at, though people part cells by them: the full-width ones above all. */
const OTHER_SIGNS = ['，', '、', '；', '|', '｜', '  '];

/** The sign that parts several of our own headings in one cell. */
export const signBetweenHeadings = (cell: string): string | undefined =>
  cell.length > LONGEST_ROW
    ? undefined
    : OTHER_SIGNS.find(sign => {
        const names = cell.split(sign).filter(name => name.trim() !== '');
        return names.length > 1 && names.every(name => figureColumns.includes(ownField(name.trim())));
      });

const LONGEST_ROW = 1000;

/** No name is longer; a cell may hold a megabyte. */
const LONGEST = 100;
