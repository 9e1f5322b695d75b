import type { MethodTexts, PaceTexts, VerdictTexts, WhyWords } from './judging.ts';

/** What is planned is known of a schedule only; what another method goes by stands with the cases. */
const slower = ({ value, planned, day }: WhyWords): string =>
  planned === null
    ? `The value is ${value}: by the method named above,`
    : `The value is ${value}; the plan expects ${planned} on ${day}:`;
const at = ({ pace }: WhyWords): string => (pace === null ? '' : ` (pace ${pace})`);

export const methodsEn: MethodTexts = {
  schedule: {
    compares: 'Method “schedule” (时序进度): what is done against what the way from start to goal expects on that day.',
    found: () => 'it moves the right way',
  },
  projection: {
    compares: 'Method “projection”: where the value ends up if the mean change of the last figures goes on.',
    found: goal => `if its mean yearly change goes on, it reaches the goal (${goal})`,
  },
  'growth-ratio': {
    compares: 'Method “growth-ratio”: yearly growth so far against the yearly growth that is needed.',
    found: goal => `its yearly growth so far is about what is needed to reach the goal (${goal}), or more`,
  },
  'growth-window': {
    compares:
      'Method “growth-window”: yearly growth over the last figures, six at most, against the yearly growth needed from the first of them.',
    found: goal => `its yearly growth of late is about what was needed since then to reach the goal (${goal}), or more`,
  },
  hold: {
    compares: 'Method “hold”: whether the value is held, and whether it is getting worse.',
    found: goal => `what the goal (${goal}) asks for is kept`,
  },
  direction: {
    compares: 'Method “direction”: whether the value moves the right way.',
    found: () => 'it moves the right way',
  },
};

export const paceEn: PaceTexts = {
  mean: 'Inside a span a mean is on schedule while the mean so far fulfils its goal; else its pace is the goal against what the mean of the rest would have to be.',
  each: 'Each period counts by itself: the target is missed with the first that fails, and open for those to come.',
  lead: 'A goal against another indicator has no pace: before its end it is on schedule while it is fulfilled so far, else open.',
};

export const verdictsEn: VerdictTexts = {
  met: {
    name: 'met',
    rule: 'The target is reached.',
    why: ({ value, goal, isEarly, by }) =>
      `The value is ${value}, and the goal is ${goal}${isEarly ? `: reached before ${by}` : ''}.`,
  },
  'on-schedule': {
    name: 'on schedule',
    rule: 'The pace is at or above the schedule.',
    why: ({ value, planned, day, goal, lookedAt }) =>
      planned === null
        ? `The value is ${value}: ${lookedAt === null ? `by the method named above, that is enough for now (the goal is ${goal})` : methodsEn[lookedAt].found(goal)}.`
        : `The value is ${value}; the plan expects ${planned} on ${day}, so at least as much is done as by then expected.`,
  },
  nearly: {
    name: 'nearly',
    rule: 'The pace is at least 95 %, but below 100 % of the schedule.',
    why: args => `${slower(args)} a little short${at(args)}.`,
  },
  slipping: {
    name: 'slipping',
    rule: 'A value to be held is held, and worsens.',
    why: ({ value, goal }) => `The value is ${value}: the goal (${goal}) is kept, but the value is getting worse.`,
  },
  behind: {
    name: 'behind',
    rule: 'The pace is at least 60 %, but below 95 % of the schedule.',
    why: args => `${slower(args)} too slow${at(args)}.`,
  },
  'far-behind': {
    name: 'far behind',
    rule: 'The pace is below 60 % of the schedule.',
    why: args => `${slower(args)} much too slow${at(args)}.`,
  },
  reversing: {
    name: 'reversing',
    rule: 'The value is farther from the target than at the baseline.',
    why: ({ value, baseline }) =>
      `The value is ${value}${baseline === null ? '' : `, and it started from ${baseline}`}: it moves away from the goal.`,
  },
  lost: {
    name: 'lost',
    rule: 'The target was met and no longer is.',
    why: ({ value, goal }) => `The goal (${goal}) was once fulfilled, and with ${value} it no longer is.`,
  },
  missed: {
    name: 'missed',
    rule: 'The date has passed, and figures at or after it show that the target is not met.',
    why: ({ value, goal, by }) => `${by} has passed. The value is ${value}; the goal was ${goal}.`,
  },
  open: {
    name: 'open',
    rule: 'Not met yet, with the date ahead and no baseline to say more.',
    why: ({ by, goal }) => `The goal (${goal}) is not reached, its day ${by} is still ahead, and more cannot be said.`,
  },
  undecided: {
    name: 'undecided',
    rule: 'The evidence allows more than one verdict.',
  },
  'no-target': {
    name: 'no target',
    rule: 'The measure has no number.',
  },
};
