import { describe, expect, test } from 'vitest';
import { changeOf, mayBeWorse } from '../../src/gate/compare.ts';
import type { DecidedVerdict, Severity } from '../../src/model/verdict.ts';

type Seen = NonNullable<Parameters<typeof changeOf>[0]>;

const seen = (possible: DecidedVerdict[], severity: Severity, high?: number | null): Seen => ({
  possible,
  severity,
  gap: high === undefined ? null : { high },
});

const MET = seen(['met'], 'ok');
const MISSED = seen(['missed'], 'fail', 10);
const EITHER = seen(['missed', 'met'], 'undecided');

describe('what became of a target', () => {
  test.each<[string, Seen | undefined, Seen | undefined, string]>([
    ['it was not there', undefined, MET, 'new'],
    ['it is gone', MET, undefined, 'gone'],
    ['it can no longer be said', MET, EITHER, 'newly-undecided'],
    ['it can be said, and nothing fails', EITHER, MET, 'newly-decided'],
    ['it can be said, and it fails as it might have', EITHER, MISSED, 'worse'],
    ['it can be said, and failed before, whatever it was', seen(['missed', 'behind'], 'fail'), MISSED, 'newly-decided'],
    [
      'it can be said, worse than anything that was possible',
      seen(['open', 'met'], 'undecided'),
      seen(['nearly'], 'warn'),
      'worse',
    ],
    ['neither can be said, and all that is left fails', EITHER, seen(['missed', 'behind'], 'fail'), 'worse'],
    ['neither can be said, and nothing left fails', EITHER, seen(['on-schedule', 'met'], 'ok'), 'better'],
    ['neither can be said, as before', EITHER, seen(['missed', 'on-schedule'], 'undecided'), 'same'],
    ['its verdict is worse', MET, MISSED, 'worse'],
    ['its verdict is better', MISSED, MET, 'better'],
    ['it fails by more', MISSED, seen(['missed'], 'fail', 11), 'worse'],
    ['it fails by less', MISSED, seen(['missed'], 'fail', 9), 'same'],
    ['it fails, and nobody knows any more by how much', MISSED, seen(['missed'], 'fail', null), 'worse'],
    ['it is met by less', seen(['met'], 'ok', 1), seen(['met'], 'ok', 5), 'same'],
  ])('%s', (_, before, after, change) => {
    expect(changeOf(before, after)).toBe(change);
  });
});

describe('for a ratchet it may be worse', () => {
  test.each<[string, Seen, Seen, boolean]>([
    [
      'where a worse verdict has become possible',
      seen(['behind'], 'fail', 10),
      seen(['missed', 'behind'], 'fail', 10),
      true,
    ],
    ['where its gap is larger', MISSED, seen(['missed'], 'fail', 11), true],
    ['not where nothing moved', MISSED, MISSED, false],
    ['not where only a better verdict has become possible', MISSED, seen(['missed', 'behind'], 'fail', 10), false],
    ['not where the worst verdict is a better one, whatever its gap', MISSED, seen(['behind'], 'fail', 99), false],
  ])('%s', (_, before, after, isWorse) => {
    expect(mayBeWorse(before, after)).toBe(isWorse);
  });
});
