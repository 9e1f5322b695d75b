import { type Alias, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { onceEach } from '../../values/once-each.ts';
import type { BareProblem } from '../../values/problem.ts';
import type { Step } from '../document/document.ts';
import type { Limits } from '../document/limits.ts';

type InNode = BareProblem<'alias-bomb' | 'yaml-syntax' | 'duplicate-key'>;
export type NodeProblem = InNode & { readonly node: Node };

/** What the nodes of a document mean; without data where something keeps them from meaning anything. */
export interface Meaning {
  readonly data?: unknown;
  readonly problems: readonly NodeProblem[];
  /** The node at a path, and its key; of the nearest parent that exists where there is none. */
  readonly find: (path: readonly Step[]) => FoundNode;
}

export interface FoundNode {
  readonly node: unknown;
  readonly key: Node | undefined;
}

/** A node once every alias in it is written out: its data, how many nodes those are, and how many levels. */
interface Extent {
  readonly data: unknown;
  readonly nodes: number;
  readonly depth: number;
}

const NOTHING: Extent = { data: null, nodes: 0, depth: 0 };

/** What an alias may stand for: a node before it, and its extent once the node has ended. */
interface Anchor {
  readonly node: Node;
  extent?: Extent;
}

/**
 * Reads nodes as data, and finds what the parser lets pass and no file can mean: a key that is no text or stands twice,
 * an alias of nothing, of itself, of too much. The documents of one file have one reader: what their aliases add is
 * counted together.
 */
export function nodeReader({ aliases, levels }: Limits): (contents: Node) => Meaning {
  let added = 0;
  const count = (nodes: number): boolean => {
    const wasWithin = added <= aliases;
    added += nodes;
    return wasWithin && added > aliases;
  };
  return contents => readNodes(contents, count, levels);
}

function readNodes(contents: Node, exceeds: (nodes: number) => boolean, levels: number): Meaning {
  const problems: NodeProblem[] = [];
  const refuse = (problem: InNode, node: Node) => void problems.push({ ...problem, node });
  const aliases = aliasesIn(exceeds, refuse);

  const extentOf = (node: unknown): Extent => {
    if (isAlias(node)) return aliases.extentOf(node);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return NOTHING;
    const ends = aliases.begin(node);
    const extent = isScalar(node) ? { data: node.value, nodes: 1, depth: 0 } : extentOfCollection(node);
    ends(extent);
    if (extent.depth === levels + 1) refuse(syntax(TOO_DEEP), node);
    return extent;
  };

  const extentOfCollection = (node: Node & { readonly items: readonly unknown[] }): Extent => {
    const data: Record<string, unknown> | unknown[] = isMap(node) ? {} : [];
    let nodes = 1;
    let depth = 0;
    for (const item of node.items) {
      const key = isPair(item) ? keyOf(item, data) : undefined;
      const extent = extentOf(isPair(item) ? item.value : item);
      if (Array.isArray(data)) data.push(extent.data);
      else if (key !== undefined) setOwn(data, key, extent.data);
      nodes += extent.nodes + (isPair(item) ? 1 : 0);
      depth = Math.max(depth, extent.depth);
    }
    return { data, nodes, depth: depth + 1 };
  };

  const keyOf = ({ key }: Pair, above: object): string | undefined => {
    if (!isScalar(key)) {
      refuse(syntax('a key must be plain text'), key as Node);
      return undefined;
    }
    const name = String(key.value ?? '');
    if (Object.hasOwn(above, name)) refuse({ code: 'duplicate-key', args: {} }, key);
    aliases.begin(key)({ data: name, nodes: 1, depth: 0 });
    return name;
  };

  const { data } = extentOf(contents);
  const find = (path: readonly Step[]) => findIn(contents, aliases.behind, path);
  const fatal = problems.filter(({ code }) => code !== 'duplicate-key');
  return fatal.length > 0 ? { problems: fatal, find } : { data, problems, find };
}

/** The anchors of a document, and the nodes that its aliases stand for. */
function aliasesIn(exceeds: (nodes: number) => boolean, refuse: (problem: InNode, node: Node) => void) {
  const anchors = new Map<string, Anchor>();
  const behind = new Map<unknown, Node>();
  return {
    behind,
    /** An anchor is open until its node ends: an alias inside it would never end. */
    begin: (node: Anchored): ((extent: Extent) => void) => {
      const anchor: Anchor = { node };
      if (node.anchor !== undefined) anchors.set(node.anchor, anchor);
      return extent => {
        anchor.extent = extent;
      };
    },
    extentOf: (alias: Alias): Extent => {
      const anchor = anchors.get(alias.source);
      if (!anchor) refuse(syntax(`no anchor "&${alias.source}" stands before this alias`), alias);
      if (exceeds(anchor ? (anchor.extent?.nodes ?? Infinity) : 0)) refuse({ code: 'alias-bomb', args: {} }, alias);
      if (anchor) behind.set(alias, anchor.node);
      return anchor?.extent ?? NOTHING;
    },
  };
}

type Anchored = Node & { readonly anchor?: string };

const syntax = (message: string): InNode => ({ code: 'yaml-syntax', args: { message } });

export const TOO_DEEP = 'it is nested too deeply';

/** `__proto__` is a name like all others. */
function setOwn(data: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(data, key, { value, enumerable: true, configurable: true, writable: true });
  else data[key] = value;
}

function findIn(contents: Node, behind: ReadonlyMap<unknown, Node>, path: readonly Step[]): FoundNode {
  let found: FoundNode = { node: contents, key: undefined };
  for (const step of path) {
    const inner = child(behind.get(found.node) ?? found.node, step);
    if (!inner) break;
    found = inner;
  }
  return found;
}

function child(node: unknown, step: Step): FoundNode | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { key: undefined, node: item };
  }
  const pair = isMap(node) ? pairsByName(node).get(String(step)) : undefined;
  return pair && { key: pair.key as Node, node: pair.value };
}

/** Of two pairs of one name the last. */
const pairsByName = onceEach(
  (map: { readonly items: readonly Pair[] }): ReadonlyMap<string, Pair> =>
    new Map(map.items.flatMap(pair => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : []))),
);
