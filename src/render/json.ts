import { jsonPieces } from './escape/json.ts';
import { type Format, inPieces } from './format.ts';

/** The analysis itself, for scripts. */
export const json: Format = {
  mark: { begins: /^\{\s*"schemaVersion": \d+,\s*"tool": \{\s*"name": "shanxi-plan"/ },
  ...inPieces(function* (analysis) {
    yield* jsonPieces(analysis, 2);
    yield '\n';
  }),
};
