import { unicodePattern } from '../values/unicode-pattern.ts';

export const IDENTIFIER = String.raw`^[\p{L}\p{N}][\p{L}\p{N}._-]*$`;

const identifierFor = unicodePattern(IDENTIFIER);

export const isIdentifier = (value: unknown): value is string =>
  typeof value === 'string' && identifierFor(value).test(value);

/** What something of a plan is called: its id, a title or an alias. */
export const CALLED = /\S/;

export const isCalled = (value: unknown): value is string => typeof value === 'string' && CALLED.test(value);
