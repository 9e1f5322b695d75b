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

/** No name is longer; a cell may hold a megabyte. */
const LONGEST = 100;
