import { toJson } from './escape/json.ts';
import type { Format } from './format.ts';

/** One assessment a line, then one line with all the rest; `type` says which is which. */
export const ndjson: Format = {
  id: 'ndjson',
  extension: 'ndjson',
  mark: { ends: /"tool":\{"name":"shanxi-plan","version":"[^"]*"\}\}\n$/ },
  render: ({ assessments, tool, ...rest }) => {
    const lines = [
      ...assessments.map(assessment => ({ type: 'assessment', ...assessment })),
      { type: 'summary', ...rest, tool },
    ];
    return lines.map(line => `${toJson(line)}\n`).join('');
  },
};
