import { jsonPieces } from './escape/json.ts';
import { type Format, inPieces } from './format.ts';

/** One assessment a line, then one line with all the rest; `type` says which is which. */
export const ndjson: Format = {
  mark: { ends: /"tool":\{"name":"shanxi-plan","version":"[^"]*"\}\}\n$/ },
  ...inPieces(function* ({ assessments, tool, ...rest }) {
    for (const assessment of assessments) {
      yield* jsonPieces({ type: 'assessment', ...assessment });
      yield '\n';
    }
    yield* jsonPieces({ type: 'summary', ...rest, tool });
    yield '\n';
  }),
};
