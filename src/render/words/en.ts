import { diffEn, policyEn, sinceEn } from './gate-en.ts';
import { methodsEn, paceEn, verdictsEn } from './judging-en.ts';
import { mistakesEn } from './mistakes-en.ts';
import { plural } from './plural.ts';
import { problemsEn } from './problems-en.ts';
import { screenEn } from './screen-en.ts';
import { severityEn, tableEn } from './table-en.ts';
import { goalWords, type Words } from './words.ts';

/** What is wished more of, or less, has one end only. */
const taken = (low: string, high: string): string =>
  high === '' ? `${low} or more` : low === '' ? `${high} or less` : `${low} to ${high}`;

export const en: Words = {
  lang: 'en',
  said: (name, what) => `${name}: ${what}`,
  facts: facts => facts.join('; '),
  counts: counts => counts.join(', '),
  wrote: (setBy, files) => `${setBy} had written: ${files.join(', ')}`,
  ended: (why, exitCode) => `${why} (exit ${exitCode})`,
  verdict: verdictsEn,
  method: methodsEn,
  pace: paceEn,
  metEarly: 'met early',
  severity: severityEn,
  reason: {
    'no-report': () => 'nothing was reported',
    'nothing-comparable': () => 'figures were reported, but none that counts what the plan means',
    'nothing-at-deadline': () => 'no figure describes the day of the deadline',
    stale: () => 'the newest figure is too old to answer for today',
    'no-figure-since-baseline': () => 'no figure is newer than the baseline',
    'only-a-bound': () => 'only a bound is known, not the figure itself',
    imprecise: () => 'the figure is too coarse to tell',
    'series-break': () => 'a new series began; nothing is compared across the break',
    'definition-changed': () => 'the figures of the span do not all count the same',
    'period-missing': () => 'figures of some periods of the span are missing',
    'not-summed': ({ from, to }) =>
      `each figure is of one period; if they are to add up, say so: over: { from: ${from}, to: ${to}, aggregate: sum }`,
    conflict: () => 'sources contradict each other',
    'doubtful-figure': () => 'the unit of a figure may have slipped',
    'publication-unknown': () => 'figures without a day of publication: nobody can say whether they were known by then',
    'too-contradictory': () => 'more figures contradict each other than can be told apart; none of them is used',
    'method-refuses': ({ why }) => `the method has no answer: ${en.refusal[why]}`,
    'on-the-line': ({ low, high }) =>
      `the figure counts as it is printed, on the very edge of the goal; the exact value is from ${low} to ${high}`,
    'default-tolerance': ({ text, tolerance }) =>
      `nobody says how far “${text}” reaches; ±${tolerance} is what the tool takes it for`,
    'ambiguous-reading': ({ readings }) => `the target can be read in more than one way (${readings})`,
  },
  arithmetic: {
    'total-plus-added': ({ indicator, region, day, expected, found }) =>
      `${indicator}, ${region}: total and additions make ${expected} on ${day}, reported is ${found}`,
    'parts-exceed-whole': ({ indicator, region, day, expected, found }) =>
      `${indicator}, ${region}: the parts make at least ${expected} on ${day}, the whole is ${found}`,
    'baseline-against-report': ({ indicator, region, day, expected, found }) =>
      `${indicator}, ${region}: the plan's baseline of ${day} is ${expected}, reported is ${found}; pace counts from the plan's`,
  },
  refusal: {
    'no-baseline': 'there is no baseline',
    'no-number': 'the goal names no number',
    'too-few-points': 'there are not enough figures for a trend',
    'no-growth-rate': 'a base or a target of zero, or of another sign, has no growth rate',
  },
  deciding: {
    figure: ({ unit, day, ...goal }) => `whether the figure for ${day} is ${goalWords(en, goal, unit)}`,
    period: ({ unit, period, ...goal }) => `the figure of ${period}: ${goalWords(en, goal, unit)}`,
    lead: ({ indicator, other, day }) => `the figures of ${indicator} and of ${other} for ${day}`,
    periods: ({ periods }) => `the figure${periods.length === 1 ? '' : 's'} of ${periods.join(', ')}`,
    definition: ({ counts, day }) => `the count of ${counts} for ${day}`,
    reading: ({ readings }) => `how the target is meant: ${readings}; --reading fixes one`,
    doubt: ({ figures }) => `in which unit this is meant: ${figures}`,
    conflict: ({ figures, start }) =>
      `which is right: ${figures}${start === '' ? '' : `, or the start that the plan names: ${start}`}`,
    precision: ({ day }) => `the figure for ${day} with more digits, as it was before rounding`,
    history: ({ day }) => `an earlier figure than that of ${day}`,
  },
  used: {
    answers: 'newest figure of the right definition and scope',
    'lower-bound': 'a lower bound',
    'upper-bound': 'an upper bound',
    'part-of-span': 'one period of the span',
    'held-against': 'of the indicator against which the goal is held',
    'part-of-sum': 'a part, added up to a lower bound of the whole',
    derived: 'derived through an identity of the plan',
    'conflict-side': 'one side of a contradiction',
  },
  setAside: {
    unusable: 'marked unusable in the report file',
    'later-than-as-of': 'describes a later day',
    'published-later': 'was not yet published',
    'another-region': 'describes another region',
    'no-figure': 'a claim without a number',
    'claim-against-another-target': 'a claim against another target',
    goal: 'a goal, not a figure',
    proposed: 'proposed, not yet so',
    estimated: 'estimated, not counted',
    forecast: 'foreseen: published before the day that it is of',
    implausible: 'outside the plausible range',
    'flow-not-stock': 'newly added, where a total is meant',
    'other-span': 'added in another span of time',
    'stock-not-flow': 'a total, where newly added is meant',
    'definition-unstated': 'does not say what it counts',
    'definition-unknown': 'counts something that the plan does not know',
    'not-comparable': 'counts something else',
    'part-scope': 'describes a part only',
    'before-baseline': 'not newer than the baseline',
    superseded: 'a newer figure answers',
    stale: 'too old to answer for today',
    'not-on-the-day': 'describes another day than the one that decides',
    repeated: 'an old figure under a newer date',
    'publication-unknown': 'no day of publication, perhaps not known by then',
    'unit-slip': 'a likely slip of the unit',
    outranked: 'a publisher with authority over it says otherwise',
    'too-contradictory': 'one of more contradicting figures than can be told apart',
    'across-break': 'beyond a break in the series',
    'part-of-the-whole': 'a part, where the whole is known better',
    'factor-missing': 'serves an identity that lacks another figure',
    'not-needed': 'says less than what is known better',
  },
  problemSeverity: { error: 'error', warning: 'warning' },
  problem: problemsEn,
  mistake: mistakesEn,
  goal: {
    at_least: ({ number }) => `at least ${number}`,
    above: ({ number }) => `more than ${number} (${number} itself is too little)`,
    at_most: ({ number }) => `at most ${number}`,
    below: ({ number }) => `less than ${number} (${number} itself is too much)`,
    about: ({ number, low, high }) => `about ${number}, taken as ${taken(low, high)}`,
    between: ({ low, high }) => `between ${low} and ${high}`,
    exactly: ({ number }) => `exactly ${number}`,
    achieve: () => 'achieved',
    hold_at_least: ({ number }) => `never less than ${number}`,
    hold_at_most: ({ number }) => `never more than ${number}`,
    increase: ({ number }) => (number ? `a rise of ${number} or more` : 'more than at the start'),
    decrease: ({ number }) => (number ? `a fall of ${number} or more` : 'less than at the start'),
  },
  screen: screenEn,
  table: tableEn,
  level: { strategicTasks: 'Strategic tasks', keyTasks: 'Key tasks', measures: 'Measures' },
  readMore: code => `more about a code: shanxi-plan explain ${code}`,
  moreProblems: (count, code, files) => `… and ${count} more [${code}] in ${plural(files, 'file')}`,
  problems: (errors, warnings) =>
    [errors && plural(errors, 'error'), warnings && plural(warnings, 'warning')].filter(Boolean).join(', '),
  waiver: {
    unused: ({ target }) => `warning: the waiver for ${target} covers nothing that fails`,
    expired: ({ target, until }) => `the waiver for ${target} expired on ${until}`,
    'not-yet-valid': ({ target, from }) => `the waiver for ${target} is valid only from ${from}`,
  },
  improved: target => `${target} improved since the baseline; --update keeps it`,
  since: sinceEn,
  old: asOf =>
    `this is the state of ${asOf}, and figures of that day are stale; --as-of today judges what they still say`,
  gate: {
    fail: 'fails',
    undecided: 'undecided',
    warn: 'warns',
    'failed-before': 'failing as before',
    waived: 'waived',
    pass: 'passes',
    'not-counted': 'not in force',
  },
  policy: policyEn,
  change: {
    worse: 'worse',
    gone: 'gone',
    'newly-undecided': 'newly undecided',
    same: 'same',
    better: 'better',
    'newly-decided': 'newly decided',
    new: 'new',
  },
  diff: diffEn,
  exit: {
    'too-many-warnings': ({ count }) => `${plural(count, 'warning')}, more than allowed`,
    incomplete: ({ count }) =>
      `${count === 1 ? 'a row or a file' : `${count} rows or files`} that may belong here could not be read`,
    'nothing-to-judge': () => 'no target is in force: nothing was judged',
    'expired-waiver': ({ count }) => `${plural(count, 'waiver')} expired`,
    'within-plan': () => 'all that had to be judged is within plan',
    excused: ({ count }) =>
      `nothing fails the gate; ${plural(count, 'target')} waived, failing as before or only warned of`,
    failing: ({ count }) => `${plural(count, 'target')} failing`,
    undecided: ({ count }) => `nothing fails the gate, but ${plural(count, 'target')} cannot be decided`,
    'undecided-allowed': ({ count }) =>
      `nothing fails the gate; ${plural(count, 'target')} undecided, which was allowed`,
  },
};
