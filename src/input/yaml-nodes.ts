import { isAlias, isMap, isPair, isScalar, isSeq, type Node } from 'yaml';
import { MAX_DEPTH } from './document.ts';

export interface NodeProblem {
  readonly code: 'alias-bomb' | 'yaml-syntax';
  readonly message?: string;
  readonly node: Node;
}

/** Nodes that aliases may add to a file; thousands of figures that share one source need fewer. */
const MAX_ADDED = 100_000;

/** What stands under a node once every alias in it is written out. */
interface Extent {
  readonly nodes: number;
  readonly depth: number;
}

/** An anchor is open until its node ends: an alias inside it would never end. */
const OPEN: Extent = { nodes: Infinity, depth: 0 };

/**
 * Looks for what the parser lets pass and no file can mean: a key that is no text, an alias of nothing, of itself, of
 * too much. The documents of one file are checked by one checker: what their aliases add is counted together.
 */
export function nodeChecker(): (contents: Node) => NodeProblem[] {
  let added = 0;
  const count = (nodes: number): boolean => {
    const wasWithin = added <= MAX_ADDED;
    added += nodes;
    return wasWithin && added > MAX_ADDED;
  };
  return contents => checkNodes(contents, count);
}

function checkNodes(contents: Node, exceeds: (nodes: number) => boolean): NodeProblem[] {
  const problems: NodeProblem[] = [];
  const anchors = new Map<string, Extent>();

  const extentOf = (node: unknown): Extent => {
    if (isAlias(node)) return extentOfAlias(node, anchors.get(node.source));
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) anchors.set(anchor, OPEN);
    const extent = sumOf(childrenOf(node).map(extentOf), isPair(node) ? 0 : 1);
    if (anchor !== undefined) anchors.set(anchor, extent);
    if (extent.depth === MAX_DEPTH + 1 && !isPair(node)) refuse('yaml-syntax', node as Node, 'it is nested too deeply');
    return extent;
  };

  const extentOfAlias = (alias: Node & { readonly source: string }, extent: Extent | undefined): Extent => {
    if (!extent) refuse('yaml-syntax', alias, `no anchor "&${alias.source}" stands before this alias`);
    if (exceeds(extent?.nodes ?? 0)) refuse('alias-bomb', alias);
    return extent ?? { nodes: 0, depth: 0 };
  };

  const childrenOf = (node: unknown): readonly unknown[] => {
    if (isPair(node) && !isScalar(node.key)) refuse('yaml-syntax', node.key as Node, 'a key must be plain text');
    if (isPair(node)) return [node.key, node.value];
    return isMap(node) || isSeq(node) ? node.items : [];
  };

  const refuse = (code: NodeProblem['code'], node: Node, message?: string) =>
    problems.push({ code, node, ...(message !== undefined && { message }) });

  extentOf(contents);
  return problems;
}

function sumOf(extents: readonly Extent[], own: number): Extent {
  let nodes = own;
  let depth = 0;
  for (const extent of extents) {
    nodes += extent.nodes;
    depth = Math.max(depth, extent.depth);
  }
  return { nodes, depth: depth + own };
}
