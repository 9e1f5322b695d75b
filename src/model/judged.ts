import type { Assessment } from './analysis.ts';
import type { DecidedVerdict } from './verdict.ts';

/**
 * What was judged of a target, without the story behind it: all that a gate and the counts of many targets look at. An
 * assessment is one that tells its story as well.
 */
export interface Judged
  extends Pick<
    Assessment,
    | 'target'
    | 'measure'
    | 'indicator'
    | 'tasks'
    | 'region'
    | 'commitment'
    | 'whole'
    | 'goal'
    | 'inForce'
    | 'verdict'
    | 'possible'
    | 'severity'
    | 'early'
    | 'value'
    | 'gap'
    | 'reasons'
    | 'missingParts'
    | 'fingerprint'
  > {
  readonly readings: readonly { readonly possible: readonly DecidedVerdict[] }[];
}
