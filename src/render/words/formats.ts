/** Headings of Markdown tables and of a workbook. */
export type ColumnName =
  | 'task'
  | 'measure'
  | 'target'
  | 'id'
  | 'indicator'
  | 'region'
  | 'commitment'
  | 'comparator'
  | 'goal'
  | 'unit'
  | 'by'
  | 'low'
  | 'value'
  | 'high'
  | 'bound'
  | 'text'
  | 'asOf'
  | 'gap'
  | 'gapLow'
  | 'gapHigh'
  | 'gapPercent'
  | 'done'
  | 'schedule'
  | 'lead'
  | 'months'
  | 'pace'
  | 'needed'
  | 'achieved'
  | 'projected'
  | 'metOn'
  | 'verdict'
  | 'code'
  | 'severity'
  | 'inForce'
  | 'possible'
  | 'reasons'
  | 'deciding'
  | 'method'
  | 'waiver'
  | 'file'
  | 'line'
  | 'fingerprint'
  | 'targets'
  | 'level'
  | 'failingMin'
  | 'failingMax'
  | 'inOrderMin'
  | 'inOrderMax'
  | 'use'
  | 'why'
  | 'dated'
  | 'published'
  | 'counts'
  | 'scope'
  | 'status'
  | 'from'
  | 'to'
  | 'says'
  | 'against'
  | 'note'
  | 'publisher'
  | 'url';

/** The words that only files and other programs' views show, beside those of the table. */
export interface FormatWords {
  readonly column: Readonly<Record<ColumnName, string>>;
  /** Of figures that a sheet has no room for. */
  readonly moreEvidence: (count: number) => string;
  readonly sheet: Readonly<Record<'overview' | 'gaps' | 'summary' | 'evidence' | 'settings', string>>;
  readonly goal: (goal: string, by: string) => string;
  readonly reported: (value: string, day: string) => string;
  readonly nothingReported: string;
  readonly gap: (gap: string) => string;
  readonly progress: (done: string, schedule: string) => string;
  readonly possible: (verdicts: readonly string[]) => string;
  readonly why: (reasons: string) => string;
  readonly decides: (fact: string) => string;
  readonly source: (place: string) => string;
  readonly notInForce: string;
  readonly failedBefore: string;
  readonly waived: (waiver: {
    readonly reason: string;
    readonly approver: string;
    readonly document: string;
    readonly until: string;
  }) => string;
  readonly used: string;
  readonly setAside: string;
  readonly yes: string;
  readonly no: string;
  readonly more: (errors: number, warnings: number) => string;
  readonly targets: (count: number) => string;
  readonly tool: string;
  readonly asOf: string;
  readonly knownBy: string;
  readonly plan: string;
  readonly exit: string;
  readonly shortened: string;
}
