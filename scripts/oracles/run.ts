import { explanationOf } from './explained.ts';
import { readTable } from './read-table.ts';
import { judges, methodNames } from './registry.ts';
import type { Row } from './row.ts';
import { type Finding, notApplicable } from './verdict.ts';

export interface Judged {
  readonly row: Row;
  readonly finding: Finding;
  /** Its own notes say that the published verdict no longer follows from the data. */
  readonly isFlagged: boolean;
  /** Why it does not recompute here; null where it does. */
  readonly explanation: string | null;
}

/** Recomputes every row of a table, or says what keeps it from being read. */
export function runTable(text: string): { readonly judged: readonly Judged[]; readonly problems: readonly string[] } {
  const { rows, problems } = readTable(text, methodNames);
  if (problems.length > 0) return { judged: [], problems };
  return { judged: rows.map(judgeRow), problems };
}

export function judgeRow(row: Row): Judged {
  const judge = judges[row.method];
  const finding = judge ? judge(row) : notApplicable('no such method');
  return {
    row,
    finding,
    explanation: finding.is === 'different' ? explanationOf(row) : null,
    isFlagged: /does not recompute/i.test(row.notes),
  };
}

export const isFailure = ({ finding, isFlagged, explanation }: Judged): boolean =>
  finding.is === 'different' && !isFlagged && explanation === null;

/** The counts per method, and below them every row that was not reproduced, with the reason. */
export function describeTable(name: string, judged: readonly Judged[]): string {
  const methods = [...new Set(judged.map(({ row }) => row.method))].toSorted();
  const width = Math.max(...methods.map(method => method.length));
  const lines = methods.flatMap(method => {
    const ofMethod = judged.filter(({ row }) => row.method === method);
    return [`  ${method.padEnd(width)}  ${counts(ofMethod)}`, ...ofMethod.flatMap(describeRow)];
  });
  return [name, ...lines].join('\n');
}

export function counts(judged: readonly Judged[]): string {
  const unflagged = judged.filter(({ isFlagged }) => !isFlagged);
  const flagged = judged.filter(({ isFlagged }) => isFlagged);
  const explained = unflagged.filter(({ explanation }) => explanation !== null).length;
  const count = (of: readonly Judged[], is: Finding['is']) => of.filter(({ finding }) => finding.is === is).length;
  return [
    `${judged.length} rows`,
    `${count(unflagged, 'reproduced')} reproduced`,
    `${count(unflagged, 'different')} not reproduced${explained > 0 ? ` (${explained} explained)` : ''}`,
    `${count(unflagged, 'not-applicable')} not applicable`,
    ...(flagged.length === 0
      ? []
      : [`${flagged.length} flagged as not recomputing (${count(flagged, 'reproduced')} reproduced)`]),
  ].join(', ');
}

function describeRow({ row, finding, isFlagged, explanation }: Judged): string[] {
  const place = `    row ${row.number}, ${row.indicator}: ${isFlagged ? 'flagged, ' : ''}`;
  if (finding.is === 'not-applicable') return [`${place}not applicable: ${finding.why}`];
  if (finding.is === 'different') {
    const why = explanation === null ? '' : `: ${explanation}`;
    return [`${place}not reproduced: expected ${finding.expected}, got ${finding.got}${why}`];
  }
  return isFlagged ? [`${place}reproduced`] : [];
}
