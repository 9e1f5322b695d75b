import type { GroupRow } from '../../model/batch.ts';
import { severities, verdicts } from '../../model/verdict.ts';
import { type CsvCell, csvRecord } from '../escape/csv.ts';
import type { IndexFormat } from './index-format.ts';

/** One group a row, worst first (RFC 4180). */
export const csv: IndexFormat = {
  render: ({ plan, groups }) =>
    [
      columns.map(([name]) => name),
      ...groups.map(row => columns.map(([, cell]) => cell(row, row.plan ?? plan?.id ?? ''))),
    ]
      .map(csvRecord)
      .join(''),
};

type IndexColumn = readonly [name: string, cell: (row: GroupRow, plan: string) => CsvCell];

/** The names are part of the contract; lists stand between spaces. */
const columns: readonly IndexColumn[] = [
  ['plan', (_, plan) => plan],
  ['group', ({ name }) => name],
  ['file', ({ file }) => file],
  ['region', ({ region }) => region],
  ['period', ({ period }) => period],
  ['state', ({ state }) => state],
  ['as_of', ({ asOf }) => asOf],
  ['targets', ({ targets }) => targets],
  ['left_out', ({ leftOut }) => leftOut],
  ...verdicts.map(
    (verdict): IndexColumn => [verdict.replaceAll('-', '_'), ({ verdicts: counts }) => counts[verdict] ?? 0],
  ),
  ...severities.map(
    (severity): IndexColumn => [`severity_${severity}`, ({ severities: counts }) => counts[severity] ?? 0],
  ),
  ['failing_min', ({ range }) => range.failing.min],
  ['failing_max', ({ range }) => range.failing.max],
  ['in_order_min', ({ range }) => range.inOrder.min],
  ['in_order_max', ({ range }) => range.inOrder.max],
  ['missing_targets', ({ missing }) => missing.targets.join(' ')],
  ['missing_regions', ({ missing }) => missing.regions.join(' ')],
  ['figures', ({ figures }) => figures],
  ['errors', ({ errors }) => errors],
  ['exit_code', ({ exit }) => exit.code],
  ['exit_reason', ({ exit }) => exit.reason],
  ['outputs', ({ outputs }) => outputs.map(({ file }) => file).join(' ')],
];
