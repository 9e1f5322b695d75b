const UNSEEN = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * JSON, in which what a terminal obeys or a reader cannot see is written as its code: control characters beyond those
 * that JSON itself escapes, and marks of direction. Every parser gives the same text back. YAML 1.2 reads it too.
 */
export const toJson = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(
    UNSEEN,
    char => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
