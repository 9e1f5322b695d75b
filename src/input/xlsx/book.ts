import { repeated } from '../../values/repeated.ts';
import type { InnerProblem } from '../document/document.ts';
import { isOn } from './attribute-values.ts';
import { onePart, type Relationship, readPart, relationshipsOf } from './parts.ts';
import { type Element, elements } from './xml.ts';
import type { Archive } from './zip.ts';

export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

/** What a workbook says of itself: its sheets of cells in their order, and the parts that all of them share. */
export interface Book {
  readonly sheets: readonly SheetEntry[];
  readonly problems: readonly InnerProblem[];
  /** Days are counted from 1904. */
  readonly isFrom1904: boolean;
  /** Its formulas are still to be calculated: what is stored for them is no result. */
  readonly isUncalculated: boolean;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
}

export async function bookOf(archive: Archive): Promise<Book> {
  const part = onePart(archive, await relationshipsOf(archive), 'officeDocument');
  if (part === undefined) throw new Error('it holds no workbook');
  const relations = await relationshipsOf(archive, part);
  const listed: Listed[] = [];
  let isFrom1904 = false;
  let isUncalculated = false;
  const sheet: Element = { open: attributes => listed.push(listedIn(attributes)) };
  const workbookPr: Element = {
    isOnce: true,
    open: attributes => {
      isFrom1904 = isOn(attributes.get('date1904') ?? '0');
    },
  };
  const calcPr: Element = {
    open: attributes => {
      isUncalculated = isOn(attributes.get('fullCalcOnLoad') ?? '0');
    },
  };
  const sheets: Element = { isOnce: true, children: elements({ sheet }) };
  await readPart(archive, part, { workbook: { children: elements({ workbookPr, sheets, calcPr }) } });
  const cells = listed.flatMap(each => sheetEntry(each, relations));
  return {
    sheets: cells,
    problems: [...givenTwice(listed.map(({ name }) => name)), ...givenTwice(cells.map(each => each.part))],
    isFrom1904,
    isUncalculated,
    strings: onePart(archive, relations, 'sharedStrings'),
    styles: onePart(archive, relations, 'styles'),
  };
}

interface Listed {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relation: string;
}

function listedIn(attributes: ReadonlyMap<string, string>): Listed {
  const relation = [...attributes].find(([name]) => name.endsWith(':id'))?.[1] ?? '';
  return {
    name: attributes.get('name') ?? '',
    isHidden: isHidden(attributes.get('state')?.trim() ?? 'visible'),
    relation,
  };
}

function isHidden(state: string): boolean {
  if (state !== 'visible' && state !== 'hidden' && state !== 'veryHidden')
    throw new Error(`"${state}" is no state of a sheet`);
  return state !== 'visible';
}

/** None of a sheet that holds a chart or a dialogue. */
function sheetEntry({ name, isHidden, relation }: Listed, relations: ReadonlyMap<string, Relationship>): SheetEntry[] {
  const found = relations.get(relation);
  if (!found) throw new Error(`nothing is named as the sheet "${name}"`);
  if (!KINDS.includes(found.type)) throw new Error(`the sheet "${name}" is of a kind that is not read: ${found.type}`);
  return found.type === 'worksheet' ? [{ name, isHidden, part: found.part }] : [];
}

const KINDS = ['worksheet', 'chartsheet', 'dialogsheet'];

/** Two sheets of one name, and two that are one part, whatever their letters' case. */
const givenTwice = (names: readonly string[]): InnerProblem[] =>
  repeated(names, name => name.toLowerCase()).map(name => ({ code: 'given-twice', args: { what: 'sheet', name } }));
