import { toJson } from './escape/json.ts';
import type { Format } from './format.ts';

/** The analysis itself, for scripts. */
export const json: Format = {
  id: 'json',
  extension: 'json',
  mark: { begins: /^\{\s*"schemaVersion": \d+,\s*"tool": \{\s*"name": "shanxi-plan"/ },
  render: analysis => `${toJson(analysis, 2)}\n`,
};
