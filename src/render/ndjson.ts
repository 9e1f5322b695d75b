import { toJson } from './escape/json.ts';
import type { Format } from './format.ts';

/** One assessment a line, then one line with all the rest; `type` says which is which. */
export const ndjson: Format = {
  id: 'ndjson',
  extension: 'ndjson',
  render: ({ assessments, ...rest }) => {
    const lines = [
      ...assessments.map(assessment => ({ type: 'assessment', ...assessment })),
      { type: 'summary', ...rest },
    ];
    return lines.map(line => `${toJson(line)}\n`).join('');
  },
};
