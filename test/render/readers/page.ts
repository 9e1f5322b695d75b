import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { severities } from '../../../src/model/verdict.ts';
import { visible } from '../../../src/render/layout/text.ts';
import type { Lang } from '../../../src/render/words/words.ts';
import { asText, type Reader, readRows, verdictOf } from './reader.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => 'tagName' in node;

/** Every element of a page, as a browser would build it; what a browser would have to mend is an error. */
export function elementsOf(page: string): Element[] {
  const errors: string[] = [];
  const document = parse(page, {
    onParseError: ({ code, startLine, startCol }) => errors.push(`${code} ${startLine}:${startCol}`),
  });
  if (errors.length > 0) throw new Error(errors.join(', '));
  const below = (nodes: readonly Node[]): Element[] =>
    nodes.flatMap(node => (isElement(node) ? [node, ...below(node.childNodes)] : []));
  return below(document.childNodes);
}

export const within = (element: Element): Element[] =>
  element.childNodes.flatMap(node => (isElement(node) ? [node, ...within(node)] : []));

export const attributeOf = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find(attribute => attribute.name === name)?.value;

export const classesOf = (element: Element): string[] => (attributeOf(element, 'class') ?? '').split(' ');

export const textOf = (node: Node): string =>
  'value' in node ? node.value : isElement(node) ? node.childNodes.map(textOf).join('') : '';

export const named = (elements: readonly Element[], tag: string, className?: string): Element[] =>
  elements.filter(
    element => element.tagName === tag && (className === undefined || classesOf(element).includes(className)),
  );

function rowOf(row: Element, lang: Lang) {
  const [heading, link] = [named(within(row), 'th')[0], named(within(row), 'a')[0]];
  const verdict = named(within(row), 'b')[0];
  const classes = classesOf(row);
  if (!heading || !link || !verdict) throw new Error('a row without a heading, a link or a verdict');
  return {
    target: (attributeOf(link, 'href') ?? '').replace('#t-', ''),
    title: textOf(heading),
    verdict: verdictOf(textOf(verdict), lang),
    severity: severities.find(severity => classes.includes(severity)) ?? '',
    isCounted: !classes.includes('off'),
  };
}

export const html: Reader = {
  by: 'parse5, as browsers read',
  read: (output, lang) => {
    const elements = elementsOf(asText(output));
    const [table] = named(elements, 'table', 'targets');
    if (!table) throw new Error('no table of targets');
    const rows = named(within(table), 'tr', 't').map(row => rowOf(row, lang));
    const read = readRows(rows, named(elements, 'h1').map(textOf));
    const [counts] = named(elements, 'ul', 'counts');
    for (const item of counts ? named(within(counts), 'li') : []) {
      const told = Number(textOf(named(within(item), 'b')[0] ?? item));
      const [severity] = severities.filter(each => classesOf(item).includes(each));
      if (severity === undefined || read.severities[severity] !== told)
        throw new Error(`${told} ${severity} are counted, ${severity && read.severities[severity]} are listed`);
    }
    return read;
  },
  expected: visible,
};
