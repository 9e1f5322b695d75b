import { isOn } from './attribute-values.ts';
import { coloursGiven } from './colours.ts';
import { areaAt } from './places.ts';
import type { Findings } from './rows.ts';
import type { Styles } from './styles.ts';
import { type Element, elements } from './xml.ts';

/** Whether a condition holds, nobody works out here: cells that one may change are told, once however many may. */
export function conditions(styles: Styles, found: Findings): Element {
  const { begin, mislead, end } = conditionIn(found);
  const cfRule: Element = {
    open: attributes => mislead(styles.mayMislead(Number(attributes.get('dxfId') ?? Number.NaN))),
    children: elements({ iconSet: valuesOff(mislead), dataBar: valuesOff(mislead) }),
  };
  return {
    children: elements({ cfRule }),
    open: attributes => begin(attributes.get('sqref')),
    close: end,
  };
}

/** Those that newer programs write behind all else, with their looks in them. */
export function newerConditions(found: Findings): ReadonlyMap<string, Element> {
  const { begin, name, mislead, end } = conditionIn(found);
  const colours = coloursGiven();
  let isFont = false;
  const ground: Element = { open: colours.ground };
  return elements({
    dxf: { open: colours.begin, close: () => mislead(colours.areAlike()) },
    font: {
      open: () => {
        isFont = true;
      },
      close: () => {
        isFont = false;
      },
    },
    color: { open: attributes => isFont && colours.letters(attributes) },
    fgColor: ground,
    bgColor: ground,
    conditionalFormatting: { open: () => begin(), close: end },
    strike: { open: attributes => mislead(isOn(attributes.get('val'))) },
    numFmt: { open: () => mislead(true) },
    iconSet: valuesOff(mislead),
    dataBar: valuesOff(mislead),
    sqref: { text: name },
  });
}

/** Signs or bars may stand in the place of the numbers. */
const valuesOff = (mislead: (isSo: boolean) => void): Element => ({
  open: attributes => mislead(!isOn(attributes.get('showValue'))),
});

function conditionIn(found: Findings) {
  let cells = '';
  let mayMislead = false;
  return {
    begin: (at = '') => {
      [cells, mayMislead] = [at, false];
    },
    name: (piece: string) => {
      cells += piece;
    },
    mislead: (isSo: boolean) => {
      mayMislead ||= isSo;
    },
    end: () => {
      if (!mayMislead) return;
      const first = areaAt(cells.trim().split(/\s/)[0] ?? '');
      found.tell({ code: 'shown-by-condition', args: { cells: cells.trim() } }, first?.row ?? 0, first?.col ?? 0);
    },
  };
}
