import type { Format } from '../../src/render/format.ts';

/** An output format that nobody reads: a target and its verdict a line. */
export const tally: Format = {
  mark: { begins: /^TALLY\n/ },
  render: ({ assessments }) => `TALLY\n${assessments.map(({ target, verdict }) => `${target} ${verdict}\n`).join('')}`,
};
