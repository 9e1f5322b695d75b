import { type DecidedVerdict, decidedVerdicts, paceVerdicts, worstToBest } from '../../src/model/verdict.ts';

/** What the words of an official body say of a target, and the verdicts of ours that say the same. */
export const meanings = {
  met: ['met'],
  missed: ['missed'],
  ahead: ['on-schedule', 'met'],
  'on-track': ['nearly', 'on-schedule', 'met'],
  behind: worstToBest.filter(verdict => ['fail', 'warn'].includes(decidedVerdicts[verdict].severity)),
  /** Short of the goal; nothing is said of pace. */
  'not-yet': worstToBest.filter(verdict => verdict !== 'met'),
  /** It gets better; nothing is said of the goal. */
  moving: [...paceVerdicts.filter(verdict => verdict !== 'reversing'), 'met'],
} satisfies Record<string, readonly DecidedVerdict[]>;

export type Meaning = keyof typeof meanings;

export const agreements = ['agree', 'we cannot say', 'contrary'] as const;
export type Agreement = (typeof agreements)[number];

/** Of pace, "open" says nothing: not there yet, and no start from which to judge the way. */
const ofPace: readonly Meaning[] = ['ahead', 'on-track', 'behind', 'moving'];

/** Undecided is contrary only where nothing that is still possible says the same. */
export function agreementOf(meaning: Meaning, possible: readonly DecidedVerdict[]): Agreement {
  const same: readonly DecidedVerdict[] = meanings[meaning];
  if (possible.every(verdict => same.includes(verdict))) return 'agree';
  const isOpen = ofPace.includes(meaning) && possible.includes('open');
  return isOpen || possible.some(verdict => same.includes(verdict)) ? 'we cannot say' : 'contrary';
}
