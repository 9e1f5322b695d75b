import type { Remark } from '../table/grid.ts';
import { isOn } from './attribute-values.ts';
import { hasPart, readPart, relationshipsOf } from './parts.ts';
import { cellAt } from './places.ts';
import { collector, textElement, unescaped } from './text.ts';
import { type Element, elements } from './xml.ts';
import type { Archive } from './zip.ts';

/* What is written about a sheet, or about a cell of it, and stands in none. Each line is a remark of its own. */

/** Nobody says more of one sheet; what is printed on each page comes first. */
const MOST = 500;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');

/** Rules for what is printed above and below each page, and for what is said to whoever fills in a cell. */
export function remarksRules(): {
  readonly headerFooter: Element;
  readonly dataValidations: Element;
  readonly remarks: readonly Remark[];
} {
  const remarks: Remark[] = [];
  const add = (text: string, row: number, col: number): void => {
    for (const line of linesOf(text)) if (remarks.length < MOST) remarks.push({ text: line, row, col });
  };
  const printed = (): Element => {
    const { element, taken } = collector();
    return { ...element, close: () => add(printedIn(unescaped(taken() ?? '')), 0, 0) };
  };
  const pages = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];
  const dataValidation: Element = {
    open: attributes => {
      if (!isOn(attributes.get('showInputMessage') ?? '0')) return;
      const at = cellAt(attributes.get('sqref')?.split(/[ :]/)[0] ?? '') ?? { row: 0, col: 0 };
      for (const name of ['promptTitle', 'prompt']) add(unescaped(attributes.get(name) ?? ''), at.row, at.col);
    },
  };
  return {
    headerFooter: { children: elements(Object.fromEntries(pages.map(name => [name, printed()]))) },
    dataValidations: { children: elements({ dataValidation }) },
    remarks,
  };
}

/** The texts between the codes for places, fonts and page numbers (ECMA-376, 18.3.1.46). */
const printedIn = (text: string): string =>
  text
    .replace(/&[LCR]/g, '\n')
    .replace(/&(?:"[^"]*"|K(?:[\dA-F]{6}|\d\d[+-]\d{3})|\d{1,3}|[A-Z&])/gi, code => (code === '&&' ? '&' : ''));

/** The comments on the cells of a sheet. Newer programs write a thread of them as one of these, too. */
export async function commentsOf(archive: Archive, sheet: string): Promise<readonly Remark[]> {
  const parts = [...(await relationshipsOf(archive, sheet, { mayBeMissing: true })).values()].filter(
    ({ type, part }) => type === 'comments' && hasPart(archive, part),
  );
  const remarks: Remark[] = [];
  let at: ReturnType<typeof cellAt>;
  const text = textElement(({ text: whole, isStruckOut }) => {
    if (!at || isStruckOut) return;
    for (const line of linesOf(whole)) if (remarks.length < MOST) remarks.push({ text: line, ...at });
  });
  const comment: Element = {
    open: attributes => {
      at = cellAt(attributes.get('ref') ?? '');
    },
    children: elements({ text }),
  };
  const commentList: Element = { children: elements({ comment }) };
  for (const { part } of parts) await readPart(archive, part, { comments: { children: elements({ commentList }) } });
  return remarks;
}
