import { toJson } from '../escape/json.ts';
import type { IndexFormat } from './index-format.ts';

/** One line a group, worst first; then one a task, and one for the whole. */
export const ndjson: IndexFormat = {
  render: ({ groups, tasks, ...rest }) =>
    [
      ...groups.map(group => ({ type: 'group', ...group })),
      ...tasks.map(task => ({ type: 'task', ...task })),
      { type: 'batch', ...rest },
    ]
      .map(line => `${toJson(line)}\n`)
      .join(''),
};
