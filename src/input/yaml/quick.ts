import { onceEach } from '../../values/once-each.ts';
import type { Span } from '../../values/place.ts';
import type { Document, Step } from '../document/document.ts';
import { lineStarts, spanOf } from '../document/lines.ts';
import { readBlock } from './quick-block.ts';
import type { QuickNode } from './quick-node.ts';

/** Tabs, carriage returns, further documents and directives are for the full parser. */
export const BEYOND = /[\t\r\ufeff]|^(?:---|\.\.\.|%)/m;
const MARK = '---\n';

/**
 * Reads the YAML that reports are mostly written in: mappings and lists in block style, scalars and flow collections of
 * one line, folded and literal texts, comments. Gives up on everything else; what it does read it reads as the full
 * parser would, in data and in places (test/input/yaml-quick.test.ts).
 */
export function readQuickly(text: string): Document | undefined {
  const start = text.startsWith(MARK) ? MARK.length : 0;
  if (BEYOND.test(text.slice(start))) return undefined;
  const root = readBlock(text, start);
  if (!root) return undefined;
  let starts: readonly number[] | undefined;
  return {
    data: root.data,
    locate: (path, which) => {
      starts ??= lineStarts(text);
      return locate(root, starts, path, which);
    },
  };
}

function locate(root: QuickNode, starts: readonly number[], path: readonly Step[], which = 'value'): Span {
  let node = root;
  let place: Pick<QuickNode, 'from' | 'to'> = root;
  for (const step of path) {
    const index = indexOf(node, step);
    const next = node.items?.[index];
    if (!next) break;
    place = which === 'key' && node.keys ? (node.keys[index] ?? next) : next;
    node = next;
  }
  return spanOf(starts, place.from, place.to);
}

const indexOf = (node: QuickNode, step: Step): number =>
  node.keys ? (indexesOf(node.keys).get(String(step)) ?? -1) : Number(step);

/** Made when a place in a mapping is first asked for: to search its keys each time would take the square of their number. */
const indexesOf = onceEach(
  (keys: NonNullable<QuickNode['keys']>): ReadonlyMap<string, number> =>
    new Map(keys.map(({ data }, index) => [data, index])),
);
