import { MAX_TAG, MAX_XML_DEPTH } from '../document/limits.ts';
import { type Attributes, attributesIn, decoded, NO_NAMESPACES, namespacesIn, wholeCharacters } from './xml-text.ts';

/** What is read of an element. What no rule names is passed over with all that stands in it. */
export interface Element {
  readonly children?: ReadonlyMap<string, Element>;
  /** Rules for whatever stands in it, however deep and under whatever prefix. */
  readonly inside?: ReadonlyMap<string, Element>;
  /** Stands at most once in its parent: of two, one would be lost. */
  readonly isOnce?: boolean;
  /** Nothing else may stand in it: what is not known might be a figure. */
  readonly isStrict?: boolean;
  readonly open?: (attributes: Attributes) => void;
  /** A piece of its text. */
  readonly text?: (piece: string) => void;
  readonly close?: () => void;
}

export const elements = (children: Readonly<Record<string, Element>>): ReadonlyMap<string, Element> =>
  new Map(Object.entries(children));

interface Frame {
  name: string;
  rule: Element | undefined;
  /** Of alternatives: the rule of what they stand in. A program takes the first that it knows, and each knows others. */
  instead: Element | undefined;
  /** Rules of children that may stand there once, and did. */
  readonly seen: Element[];
}

/**
 * Reads a document piece by piece in one pass over its text, each letter of which is looked at a fixed number of times.
 * Throws where it is not well-formed, declares anything of its own, or breaks a rule.
 */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  root: ReadonlyMap<string, Element>,
  isEnough: () => boolean = () => false,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const scanner = scannerOf({ children: root, isStrict: true });
  let rest = '';
  for await (const piece of pieces) {
    rest = scanner.take(rest + decoder.decode(piece, { stream: true }));
    if (isEnough()) return;
    if (rest.length > MAX_TAG) throw new Error('a tag is not closed');
  }
  scanner.end(rest + decoder.decode());
}

function scannerOf(document: Element) {
  const open = openElements(document);
  let prefix: string | undefined;
  let space: string | undefined;
  /** Prefixes that mean the same namespace: an element under one of them would be passed over. */
  const others = new Set<string>();

  const enter = (name: string, attributes: string): void => {
    if (open.depth() === 0 && prefix !== undefined) throw new Error('it holds two documents');
    prefix ??= prefixOf(name);
    if (attributes.includes(':ProcessContent')) throw new Error('some programs read what others pass over in it');
    const spaces = attributes.includes('xmlns') ? namespacesIn(attributes) : NO_NAMESPACES;
    space ??= spaces.get(prefix);
    for (const [other, of] of spaces) if (of === space && other !== prefix) others.add(other);
    const parent = open.top();
    const instead = insteadOf(parent, name);
    const rule = childOf(parent, name, prefix);
    const isForeign = rule !== undefined && !parent.rule?.inside && (spaces.get(prefix) ?? space) !== space;
    const isOtherwise = others.size > 0 && others.has(prefixOf(name)) && isRead(parent, localName(name));
    if (isForeign || isOtherwise) throw new Error(`the element "${name}" is of two namespaces`);
    if (rule?.isOnce) seenOnce(parent, rule, name);
    open.push(name, rule, instead);
    rule?.open?.(attributesIn(attributes));
  };

  const leave = (name: string): void => {
    if (open.depth() === 0 || open.top().name !== name) throw new Error(`</${name}> closes nothing`);
    open.top().rule?.close?.();
    open.pop();
  };

  const say = (text: string): void => {
    const { rule } = open.top();
    if (rule?.text) rule.text(text);
    else if (rule?.isStrict && text.trim() !== '') throw new Error('a text stands where none may stand');
  };

  const events = { enter, leave, say };
  return {
    take: (text: string): string => takeAll(text, events),
    end: (text: string): void => {
      if (takeAll(text, events) !== '' || open.depth() > 0 || prefix === undefined)
        throw new Error('it ends too early');
    },
  };
}

/** The elements that are open, the document below them all. Each level has one frame, which is used again. */
function openElements(document: Element) {
  const frames: Frame[] = [{ name: '', rule: document, instead: undefined, seen: [] }];
  let depth = 0;
  return {
    depth: (): number => depth,
    top: (): Frame => frames[depth] as Frame,
    push: (name: string, rule: Element | undefined, instead: Element | undefined): void => {
      if (++depth > MAX_XML_DEPTH) throw new Error('it is nested too deeply');
      const frame = frames[depth];
      if (!frame) frames.push({ name, rule, instead, seen: [] });
      else {
        frame.name = name;
        frame.rule = rule;
        frame.instead = instead;
        frame.seen.length = 0;
      }
    },
    pop: (): void => {
      depth--;
    },
  };
}

/** Takes what it can, and gives back the rest, which begins with a tag that is not closed yet. */
function takeAll(text: string, events: Events): string {
  let at = 0;
  while (at < text.length) {
    const tag = text.indexOf('<', at);
    const end = tag === -1 ? at + wholeCharacters(text.slice(at)) : tag;
    if (end > at) events.say(decoded(text.slice(at, end)));
    if (tag === -1) return text.slice(end);
    at = takeTag(text, tag, events);
    if (at === -1) return text.slice(tag);
  }
  return '';
}

const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

const isRead = ({ rule }: Frame, name: string): boolean => rule?.children?.has(name) === true;

const localName = (name: string): string => name.slice(prefixOf(name).length);

/** Alternatives are passed over; what is read may not stand in one of them. */
function insteadOf({ rule, instead }: Frame, name: string): Element | undefined {
  const local = localName(name);
  if (local === 'AlternateContent') return instead ?? rule;
  if (!instead || local === 'Choice' || local === 'Fallback') return instead;
  if (instead.children?.has(local)) throw new Error(`the element "${name}" is one of several alternatives`);
  return undefined;
}

function childOf({ rule }: Frame, name: string, prefix: string): Element | undefined {
  if (rule?.inside) return { ...rule.inside.get(localName(name)), inside: rule.inside };
  const child = name.startsWith(prefix) ? rule?.children?.get(name.slice(prefix.length)) : undefined;
  if (!child && rule?.isStrict) throw new Error(`the element "${name}" is not known here`);
  return child;
}

function seenOnce({ seen }: Frame, rule: Element, name: string): void {
  if (seen.includes(rule)) throw new Error(`the element "${name}" stands twice where it may stand once`);
  seen.push(rule);
}

interface Events {
  readonly enter: (name: string, attributes: string) => void;
  readonly leave: (name: string) => void;
  readonly say: (text: string) => void;
}

/** Where the text goes on behind a tag; -1 where the tag is not closed in it. */
function takeTag(text: string, at: number, { enter, leave, say }: Events): number {
  const next = text[at + 1];
  if (next === undefined) return -1;
  if (next === '/') {
    const end = text.indexOf('>', at);
    if (end !== -1) leave(text.slice(at + 2, end).trimEnd());
    return behind(end, 1);
  }
  if (next === '?') return behind(text.indexOf('?>', at), 2);
  if (next === '!') return takeMark(text, at, say);
  const end = endOfTag(text, at);
  if (end === -1) return -1;
  const isEmpty = text[end - 1] === '/';
  const tag = text.slice(at + 1, isEmpty ? end - 1 : end);
  const name = /^[^\s="'/]+/.exec(tag)?.[0] ?? '';
  if (name === '') throw new Error('a tag is not well-formed');
  enter(name, tag.slice(name.length));
  if (isEmpty) leave(name);
  return end + 1;
}

/** A comment, or a text without tags; what else begins so declares something. */
function takeMark(text: string, at: number, say: Events['say']): number {
  if (text.startsWith('<!--', at)) return behind(text.indexOf('-->', at + 4), 3);
  if (text.startsWith(TEXT, at)) {
    const end = text.indexOf(']]>', at);
    if (end !== -1) say(text.slice(at + TEXT.length, end));
    return behind(end, 3);
  }
  if (text.length - at < TEXT.length) return -1;
  throw new Error('it declares a document type');
}

const TEXT = '<![CDATA[';

const behind = (end: number, length: number): number => (end === -1 ? -1 : end + length);

const [DOUBLE, SINGLE, CLOSE] = [0x22, 0x27, 0x3e];

/** A tag ends with the first `>` that is not in quotes. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === DOUBLE || code === SINGLE) quote = code;
    else if (code === CLOSE) return at;
  }
  return -1;
}
