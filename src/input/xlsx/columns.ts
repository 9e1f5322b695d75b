import { attributeReader, numberIn, truthIn } from './attribute-values.ts';
import { colAt } from './places.ts';
import { type Findings, odd } from './rows.ts';
import { type Element, elements } from './xml.ts';

/** Letters; nobody can read what stands in a column that is narrower. */
const LEAST_WIDTH = 0.5;

/** The rule of how columns look, and those that are not shown, counted from 0. They follow each other. */
export function columnsRule(found: Findings): { readonly rule: Element; readonly hidden: ReadonlySet<number> } {
  const hidden = new Set<number>();
  const read = attributeReader((what, text) => found.tell(odd(what, text), 0));
  let last = -1;
  const col: Element = {
    open: attributes => {
      const [from = '', to = ''] = [attributes.get('min'), attributes.get('max')];
      const [start, end] = [colAt(from), colAt(to)];
      if (start === undefined || end === undefined || end < start) found.tell(odd('reference', `${from}:${to}`), 0);
      else if (start <= last) found.tell(odd('order', `${from}:${to}`), 0);
      else {
        last = end;
        const width = read(attributes.get('width'), 'number', numberIn) ?? LEAST_WIDTH;
        const isHidden = read(attributes.get('hidden'), 'truth', truthIn) === true || width < LEAST_WIDTH;
        for (let each = start; isHidden && each <= end; each++) hidden.add(each);
      }
    },
  };
  return { rule: { children: elements({ col }) }, hidden };
}
