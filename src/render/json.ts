import type { Format } from './format.ts';

/** The analysis itself, for scripts (design §9). */
export const json: Format = { id: 'json', render: analysis => `${JSON.stringify(analysis, null, 2)}\n` };
