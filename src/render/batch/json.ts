import { toJson } from '../escape/json.ts';
import type { IndexFormat } from './index-format.ts';

export const json: IndexFormat = { render: index => `${toJson(index, 2)}\n` };
