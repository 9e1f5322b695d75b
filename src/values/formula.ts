import { MULTIPLIER, multipliers } from './multipliers.ts';
import { fail, type Outcome, ok } from './outcome.ts';
import { unicodePattern } from './unicode-pattern.ts';

const operators = ['+', '-', '*', '/'] as const;
export type Operator = (typeof operators)[number];

/** A number, the name of something, an operator or a bracket. */
export type Token = number | string;

/** An expression as it was written, and what it is made of in that order: `doctors / population * 1000`. */
export interface Formula {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** From one letter of the text up to another. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

export type PlacedToken = Stretch & { readonly token: Token };

export const formulaWants = ['operand', 'operator', 'opening', 'closing'] as const;

/** What stands where something else must. */
export interface FormulaFault extends Stretch {
  readonly wants: (typeof formulaWants)[number];
}

/** Names are those of `IDENTIFIER`: they hold hyphens, so that a minus after one stands apart from it. */
const pieceFor = unicodePattern(
  String.raw`\s*(?:((?:\d{1,3}(?:[,_]\d{3})+|\d+)(?:\.\d+)?(?:十万|百万|千万|千|万|亿)?(?![\p{L}\p{N}._-]))|([\p{L}\p{N}][\p{L}\p{N}._-]*)|([-+*/()−×÷]))\s*`,
  'y',
);
const signs: Readonly<Record<string, string>> = { '−': '-', '×': '*', '÷': '/' };

/** Reads numbers and names with + - * / and brackets between them; the first thing that stands wrong ends it. */
export function parseFormula(text: string): Outcome<Formula, FormulaFault> {
  const placed: PlacedToken[] = [];
  const open: PlacedToken[] = [];
  let wants: 'operand' | 'operator' = 'operand';
  const pattern = pieceFor(text);
  for (let at = 0; at < text.length; ) {
    const found = pieceAt(text, at, pattern);
    if (!found) return fail({ ...letterAt(text, at), wants });
    const { token, next, ...piece } = found;
    const role = roleOf(token);
    if (role === 'closing' && wants === 'operator' && !open.pop()) return fail({ ...piece, wants: 'opening' });
    if ((role === 'operand' || role === 'opening') !== (wants === 'operand')) return fail({ ...piece, wants });
    if (role === 'opening') open.push({ token, ...piece });
    if (role === 'operand' || role === 'operator') wants = role === 'operand' ? 'operator' : 'operand';
    placed.push({ token, ...piece });
    at = next;
  }
  if (wants === 'operand') return fail({ from: text.length, to: text.length, wants });
  const [unclosed] = open;
  if (unclosed) return fail({ from: unclosed.from, to: unclosed.to, wants: 'closing' });
  return ok({ text, tokens: placed.map(({ token }) => token) });
}

/** The tokens of a formula that could be read, each with its place in the text. */
export function placedTokens({ text }: Formula): PlacedToken[] {
  const placed: PlacedToken[] = [];
  const pattern = pieceFor(text);
  for (let at = 0; at < text.length; ) {
    const found = pieceAt(text, at, pattern);
    if (!found) break;
    placed.push(found);
    at = found.next;
  }
  return placed;
}

/** @param pattern the one for that text, which is asked for once. */
function pieceAt(text: string, at: number, pattern: RegExp): (PlacedToken & { readonly next: number }) | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const [, number, name, sign] = match ?? [];
  const written = number ?? name ?? sign;
  if (!match || written === undefined) return undefined;
  const from = text.indexOf(written, at);
  const token = number === undefined ? (signs[written] ?? written) : amountOf(number);
  return Number.isFinite(token) || typeof token === 'string'
    ? { token, from, to: from + written.length, next: pattern.lastIndex }
    : undefined;
}

/** `10000`, `10,000`, `1万`: numbers as everywhere else in a plan. */
function amountOf(text: string): number {
  const [, digits = text, multiplier] = MULTIPLIER.exec(text) ?? [];
  const power = multiplier === undefined ? 0 : (multipliers[multiplier] ?? 0);
  return Number(`${digits.replace(/[,_]/g, '')}e${power}`);
}

function letterAt(text: string, at: number): Stretch {
  const from = at + (/\S|$/.exec(text.slice(at))?.index ?? 0);
  return { from, to: from + (from === text.length ? 0 : String.fromCodePoint(text.codePointAt(from) ?? 0).length) };
}

const roleOf = (token: Token): 'operand' | 'operator' | 'opening' | 'closing' => {
  if (token === '(') return 'opening';
  if (token === ')') return 'closing';
  return isOperator(token) ? 'operator' : 'operand';
};

export const isOperator = (token: Token | undefined): token is Operator => operators.includes(token as Operator);

/** The names in a formula, each once, in its order. */
export const namesOf = ({ tokens }: Formula): string[] => [
  ...new Set(tokens.filter((token): token is string => typeof token === 'string' && roleOf(token) === 'operand')),
];

const rank = (operator: Operator): number => (operator === '*' || operator === '/' ? 2 : 1);

/** Works a formula out, from left to right, * and / before + and -; nothing recurses, however long it is. */
export function evaluate<T>(
  { tokens }: Formula,
  worth: (operand: number | string) => T,
  apply: (operator: Operator, left: T, right: T) => T,
): T {
  const values: T[] = [];
  const waiting: Token[] = [];
  const settle = (least: number) => {
    for (let last = waiting.at(-1); isOperator(last) && rank(last) >= least; last = waiting.at(-1)) {
      waiting.pop();
      const right = values.pop() as T;
      values.push(apply(last, values.pop() as T, right));
    }
  };
  for (const token of tokens) {
    if (isOperator(token)) settle(rank(token));
    else if (token === ')') settle(0);
    if (token === ')') waiting.pop();
    else if (token === '(' || isOperator(token)) waiting.push(token);
    else values.push(worth(token));
  }
  settle(0);
  return values[0] as T;
}
