import type { Case } from '../methods/method.ts';
import type { MethodId } from '../methods/registry.ts';
import type { Reading } from '../model/plan.ts';
import type { DecidedVerdict } from '../model/verdict.ts';
import type { Evidence } from './evidence.ts';

/** One reading of the target with its evidence, and the verdicts of all its worlds. */
export interface Understanding {
  readonly reading: Reading;
  readonly evidence: Evidence;
  readonly given: Case;
  readonly method: MethodId;
  readonly possible: readonly DecidedVerdict[];
}
