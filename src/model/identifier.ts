export const IDENTIFIER = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

export const isIdentifier = (value: unknown): value is string => typeof value === 'string' && IDENTIFIER.test(value);

/** What something of a plan is called: its id, a title or an alias. */
export const CALLED = /\S/;

export const isCalled = (value: unknown): value is string => typeof value === 'string' && CALLED.test(value);
