import { dayHints } from './day-notation.ts';
import { type ArgsIn, entriesOf, type Fact } from './fact.ts';
import { formulaWants } from './formula.ts';
import { limitNames } from './limit-name.ts';
import { quantityHints } from './number-text.ts';
import type { Place } from './place.ts';

const error = entriesOf('error');
const warning = entriesOf('warning');
const unknownName = { name: 'text', allowed: 'names', near: 'text?' } as const;

/**
 * Every problem that can be found in an input. `error` stops the run with exit 2; `warning` is told and the run goes on,
 * because what it is about is set aside, never judged. With each stand the arguments that its words take; the words live in
 * `render/words`.
 */
export const problemCatalogue = {
  // the file
  'file-not-found': error({ near: 'text?' }),
  'file-unreadable': error({ reason: 'text', link: 'text?' }),
  'folder-without-reports': error({ allowed: 'names', unread: 'names?' }),
  'pattern-without-match': error(),
  'unknown-format': error({ allowed: 'names' }),
  'files-not-read': warning({ names: 'names', count: 'number' }),
  'found-outside': error({ setBy: 'text', root: 'text?', instead: 'text' }),
  'found-input': error({ setBy: 'text', allowed: 'names', instead: 'text' }),
  'found-output': error({
    setBy: 'text',
    reason: ['link', 'hidden', 'name', 'acted-on', 'extension', 'foreign'],
    extension: 'text',
    instead: 'text',
  }),
  'too-large': error({ limit: 'text' }),
  'archive-bomb': error({
    what: ['ratio', 'partsRatio', 'entries', 'packedRows', 'packedCells'],
    found: 'number',
    limit: 'number',
  }),
  'beyond-limit': error({ limit: limitNames, most: 'number' }),
  'damaged-file': error({ format: 'text', message: 'text' }),
  'no-open-workbook': error(),
  'given-twice': error({ what: ['cell', 'row', 'sheet', 'part'], name: 'text' }),
  'empty-file': error(),
  'binary-file': error(),
  'unknown-encoding': error(),
  'read-as-gb18030': warning(),
  'more-problems': warning({ told: 'number' }),
  // the syntax
  'yaml-syntax': error({ message: 'text' }),
  'json-syntax': error({ message: 'text' }),
  'csv-syntax': error({ message: 'text' }),
  'duplicate-key': error(),
  'alias-bomb': error(),
  'several-documents': error(),
  // the table
  'no-header': error({ allowed: 'names', parted: 'text?' }),
  'foreign-table': error({
    looks: ['sdmx-csv', 'eurostat-tsv', 'open-sdg', 'world-bank', 'periods-across', 'other-columns'],
  }),
  'unmapped-heading': error({ heading: 'text', allowed: 'names', near: 'text?' }),
  'ambiguous-heading': error({ heading: 'text', keys: 'names' }),
  'heading-twice': error({ heading: 'text', what: ['tables', 'below', 'columns', 'said'] }),
  'missing-column': warning({ keys: 'names' }),
  'several-mappings': error(),
  'unknown-sheet': error(unknownName),
  'number-outside-table': warning({ text: 'text' }),
  'deleted-figure': error({ sign: 'text' }),
  'which-period': error({ text: 'text', readings: 'names' }),
  'region-alone': error({ text: 'text' }),
  'sum-left-out': error({ name: 'text', found: 'number', sum: 'number' }),
  'rest-left-out': error({ name: 'text', found: 'number', sum: 'number' }),
  'left-blank': error({ key: 'text', above: 'text?', elsewhere: 'text?' }),
  'too-many-columns': error({ found: 'number', limit: 'number' }),
  'cell-without-column': error({ text: 'text' }),
  'swapped-columns': error({ key: 'text', text: 'text', value: 'text' }),
  'row-too-short': error({ found: 'number', expected: 'number' }),
  'merged-cells': error({ rows: 'number', columns: 'number' }),
  'odd-cell': error({ what: ['reference', 'order', 'type', 'number', 'truth', 'day', 'text', 'style'], text: 'text' }),
  'ambiguous-separator': error({ text: 'text', decimal: 'text', thousands: 'text' }),
  'hidden-rows': error({ first: 'number', last: 'number' }),
  'hidden-columns': error({ first: 'text', last: 'text' }),
  'struck-out': error({ text: 'text' }),
  'not-shown': error({ text: 'text', because: ['covered', 'zeros', 'formulas', 'runs', 'colour', 'table-style'] }),
  'shown-by-condition': error({ cells: 'text' }),
  'shown-otherwise': error({ text: 'text', format: 'text', shows: 'text?' }),
  'error-in-cell': error({ text: 'text' }),
  'formula-without-value': error({ formula: 'text' }),
  'other-sheets': warning({ sheets: 'names' }),
  // the shape
  'unknown-key': error({ key: 'text', allowed: 'names', near: 'text?', column: 'text?' }),
  'missing-key': error({ key: 'text' }),
  'wrong-type': error({ expected: 'text', found: 'text' }),
  'still-open': error({ allowed: 'names' }),
  'unknown-value': error({ text: 'text', allowed: 'names', near: 'text?' }),
  'bad-quantity': error({ text: 'text', hint: quantityHints }),
  'bad-share': error({ text: 'text' }),
  'bad-within': error({ text: 'text' }),
  'unquoted-thousands': error({ written: 'text' }),
  'bad-formula': error({ found: 'text', wants: formulaWants }),
  'goal-not-plain': error({ text: 'text' }),
  'negative-width': error({ text: 'text' }),
  'exact-yet-wide': error({ given: 'text' }),
  'wrong-kind': error({ what: ['additive', 'sense', 'signed', 'unit'], kind: 'text' }),
  'over-impossible': error({
    why: ['baseline', 'baseline-day', 'by', 'event', 'number', 'one-period', 'one-sided', 'path', 'periods', 'sum'],
    aggregate: 'text',
  }),
  'against-impossible': error({ why: ['itself', 'unit', 'sense', 'baseline', 'path'], indicator: 'text' }),
  'number-without-over': error({ comparator: 'text' }),
  'percent-or-points': error({ text: 'text' }),
  'reversed-range': error({ min: 'number', max: 'number' }),
  'bad-day': error({ text: 'text', hint: dayHints, readings: 'names?' }),
  'impossible-day': error({ text: 'text' }),
  'bad-duration': error({ text: 'text' }),
  'no-comparator': error({ allowed: 'names' }),
  'several-comparators': error({ given: 'names' }),
  // the meaning
  'lint-error': error({ lint: 'text', what: 'label', help: 'label' }),
  'unknown-plan': error(unknownName),
  'wrong-plan': error({ found: 'text', expected: 'text' }),
  'several-plans': error({ plans: 'names', expected: 'text' }),
  'no-plan-named': error({}),
  'not-a-report': error(),
  'ambiguous-name': error({ name: 'text', candidates: 'names' }),
  'unknown-indicator': error(unknownName),
  'unknown-measure': error(unknownName),
  'unknown-region': error(unknownName),
  'goal-of-own-region': error({ region: 'text' }),
  'share-impossible': error({ indicator: 'text', why: ['not-additive', 'no-goal', 'no-number', 'rate'] }),
  'unknown-source': error(unknownName),
  'unknown-target': error(unknownName),
  'unknown-definition': warning(unknownName),
  'duplicate-id': error({ id: 'text' }),
  'wrong-unit': error({ found: 'text', expected: 'label' }),
  'unit-beside': error({ unit: 'text', expected: 'label', stated: 'text?' }),
  'status-beside': error({ text: 'text' }),
  'scope-beside': error({ text: 'text' }),
  'day-beside': error({ text: 'text', asOf: 'text' }),
  'way-beside': error({ text: 'text' }),
  'region-beside': error({ text: 'text', region: 'text' }),
  'multiplied-twice': error({ text: 'text', unit: 'label' }),
  'names-of-two-units': error({ name: 'text', unit: 'text' }),
  'days-out-of-order': error({ first: 'text', second: 'text' }),
  'after-publication': error({ asOf: 'text', published: 'text' }),
  'day-to-come': error({ asOf: 'text' }),
  'nothing-reported': error(),
  implausible: warning({ text: 'text', min: 'number or text', max: 'number or text' }),
};

export type ProblemCode = keyof typeof problemCatalogue;
export type ProblemSeverity = (typeof problemCatalogue)[ProblemCode]['severity'];
export interface ProblemArgs extends ArgsIn<typeof problemCatalogue> {}

/** A problem before it is known where it lies. */
export type BareProblem<Code extends ProblemCode = ProblemCode> = Fact<ProblemArgs, Code>;
export type Problem = BareProblem & { readonly place: Place };

export const severityOf = ({ code }: Pick<Problem, 'code'>): ProblemSeverity => problemCatalogue[code].severity;

export const isError = (problem: Pick<Problem, 'code'>): boolean => severityOf(problem) === 'error';
