import { type JSONVisitor, visit } from 'jsonc-parser';

/** A mapping or list that is still open, and the names that a mapping has had. */
interface OpenNode {
  readonly into: Record<string, unknown> | unknown[];
  readonly names: Set<string>;
  name: string;
}

/**
 * The data of a JSON text in one pass, without the tree that knows places; undefined where there is anything to tell of
 * it. Numbers and booleans stay as they are written; a null is an absent value.
 */
export function readPlain(text: string): { readonly data: unknown } | undefined {
  const root: OpenNode = { into: [], names: new Set(), name: '' };
  const open = [root];
  let isWrong = false;
  const refuse = () => {
    isWrong = true;
  };
  const begin = (into: OpenNode['into']) => {
    add(open.at(-1) ?? root, into);
    open.push({ into, names: new Set(), name: '' });
  };
  const end = () => {
    open.pop();
  };
  const visitor: JSONVisitor = {
    onObjectBegin: () => begin({}),
    onArrayBegin: () => begin([]),
    onObjectEnd: end,
    onArrayEnd: end,
    onObjectProperty: name => {
      const mapping = open.at(-1) ?? root;
      if (mapping.names.has(name) || name === '__proto__') refuse();
      mapping.names.add(name);
      mapping.name = name;
    },
    onLiteralValue: (value, offset, length) => {
      const written = typeof value === 'string' ? value : text.slice(offset, offset + length);
      add(open.at(-1) ?? root, value === null ? null : written);
    },
    onError: refuse,
  };
  visit(text, visitor, { disallowComments: true, allowTrailingComma: false });
  return isWrong || !Array.isArray(root.into) ? undefined : { data: root.into[0] };
}

function add({ into, name }: OpenNode, value: unknown): void {
  if (Array.isArray(into)) into.push(value ?? '');
  else if (value !== null) into[name] = value;
}
