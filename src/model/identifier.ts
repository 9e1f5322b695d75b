export const IDENTIFIER = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

export const isIdentifier = (value: unknown): value is string => typeof value === 'string' && IDENTIFIER.test(value);
