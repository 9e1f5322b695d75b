import { readTable } from './read-table.ts';
import { judges, methodNames } from './registry.ts';
import type { Row } from './row.ts';
import { type Finding, notApplicable } from './verdict.ts';

export interface Judged {
  readonly row: Row;
  readonly finding: Finding;
  /** Its own notes say that the published verdict no longer follows from the data. */
  readonly isFlagged: boolean;
}

/** Recomputes every row of a table, or says what keeps it from being read. */
export function runTable(text: string): { readonly judged: readonly Judged[]; readonly problems: readonly string[] } {
  const { rows, problems } = readTable(text, methodNames);
  if (problems.length > 0) return { judged: [], problems };
  return { judged: rows.map(judgeRow), problems };
}

function judgeRow(row: Row): Judged {
  const judge = judges[row.method];
  return {
    row,
    finding: judge ? judge(row) : notApplicable('no such method'),
    isFlagged: /does not recompute/i.test(row.notes),
  };
}

export const isFailure = ({ finding, isFlagged }: Judged): boolean => finding.is === 'different' && !isFlagged;

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
  const count = (of: readonly Judged[], is: Finding['is']) => of.filter(({ finding }) => finding.is === is).length;
  return [
    `${judged.length} rows`,
    `${count(unflagged, 'reproduced')} reproduced`,
    `${count(unflagged, 'different')} not reproduced`,
    `${count(unflagged, 'not-applicable')} not applicable`,
    ...(flagged.length === 0
      ? []
      : [`${flagged.length} flagged as not recomputing (${count(flagged, 'reproduced')} reproduced)`]),
  ].join(', ');
}

function describeRow({ row, finding, isFlagged }: Judged): string[] {
  const place = `    row ${row.number}, ${row.indicator}: ${isFlagged ? 'flagged, ' : ''}`;
  if (finding.is === 'not-applicable') return [`${place}not applicable: ${finding.why}`];
  if (finding.is === 'different') {
    return [`${place}not reproduced: expected ${finding.expected}, got ${finding.got}`];
  }
  return isFlagged ? [`${place}reproduced`] : [];
}
