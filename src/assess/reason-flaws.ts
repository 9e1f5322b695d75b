import type { Assessment } from '../model/analysis.ts';
import { type Flaw, flawAt, flawsAt } from '../model/flaw.ts';
import { type Reason, undecidedReasons } from '../model/reason.ts';

/** Where the reasons beside a verdict are not those for which it stands, or for which none does. */
export function reasonFlaws(assessment: Assessment, at: Flaw['path']): Flaw[] {
  const { verdict, reasons, readings, deciding, derived, evidence } = assessment;
  const isOpen = verdict === 'undecided';
  const wrong = (path: Flaw['path'], found: unknown): Flaw[] => [{ path: [...at, ...path], found, follows: undefined }];
  const disagree = new Set(readings.map(({ possible }) => possible.join())).size > 1;
  const isAmbiguous = reasons.some(({ code }) => code === 'ambiguous-reading');
  const isDerived = evidence.used.some(({ reason }) => reason === 'derived');
  // What the other indicator is worked out of does not stand among the figures of this one.
  const isAgainst = assessment.goal.against !== null;
  return [
    ...reasons.flatMap(({ code }, index) =>
      code === 'not-summed' || isOpen === Object.hasOwn(undecidedReasons, code)
        ? []
        : wrong(['reasons', index, 'code'], code),
    ),
    ...(isOpen && !reasons.some(({ code }) => code !== 'not-summed') ? wrong(['reasons'], []) : []),
    ...flawsAt(
      [...at, 'reasons'],
      isAmbiguous ? 'ambiguous-reading' : undefined,
      disagree ? 'ambiguous-reading' : undefined,
    ),
    ...((deciding !== null) === isOpen ? [] : wrong(['deciding'], deciding)),
    ...(derived && !isDerived && !isAgainst && evidence.used.length > 0 && readings.length === 1
      ? wrong(['derived'], derived)
      : []),
    ...onTheLineFlaws(assessment, at),
    ...nothingFlaws(assessment, at),
  ];
}

/** Only a figure that is as coarse as its last digit can stand on a line. */
function onTheLineFlaws({ value, reasons }: Assessment, at: Flaw['path']): Flaw[] {
  const index = reasons.findIndex(({ code }) => code === 'on-the-line');
  const isCoarse = value !== null && value.low !== value.high;
  return index === -1 || isCoarse ? [] : [flawAt([...at, 'reasons', index, 'code'], 'on-the-line')];
}

const NOTHING: readonly Reason['code'][] = ['no-report', 'nothing-comparable'];

/** Where nothing can be used, nothing is. */
function nothingFlaws({ goal, readings, reasons, evidence }: Assessment, at: Flaw['path']): Flaw[] {
  if (readings.length > 1 || goal.against !== null || evidence.used.length === 0) return [];
  return reasons.flatMap(({ code }, index) =>
    NOTHING.includes(code) ? [flawAt([...at, 'reasons', index, 'code'], code)] : [],
  );
}
