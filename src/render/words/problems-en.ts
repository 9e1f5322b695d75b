import type { ProblemArgs } from '../../values/problem.ts';
import { besideProblemsEn } from './beside-problems-en.ts';
import { among, didYouMean, fileProblemsEn, list } from './file-problems-en.ts';
import { dayHintWords, hintWords, isKeyRunOn, isListed, isStatusInChinese } from './problem-args.ts';
import type { ProblemWords, Words } from './words.ts';

/** A name that the plan does not have. */
const unknownIn =
  (kind: string) =>
  ({ name, allowed, near }: ProblemArgs['unknown-source']): ProblemWords => ({
    what: `the plan has no ${kind} "${name}"`,
    help: `${didYouMean(near)}${among('known: ', allowed)}`,
  });

/** Of several it is not known which is meant. */
const ambiguousName = ({ name, candidates }: ProblemArgs['ambiguous-name']): ProblemWords => ({
  what: `the plan calls several things "${name}"`,
  help: `write the id of the one that is meant: ${list(candidates)}`,
});

export const problemsEn: Words['problem'] = {
  'ambiguous-name': ambiguousName,
  ...fileProblemsEn,
  'file-not-found': ({ near }) => ({
    what: 'no such file',
    help:
      near === undefined
        ? 'names are looked for from the folder in which the command runs; "init" writes a report to fill in'
        : didYouMean(near),
  }),
  'empty-file': () => ({ what: 'the file is empty', help: '"init" writes a report to fill in, "plan init" a plan' }),
  'unknown-key': ({ key, allowed, near, column }) => ({
    what: column === undefined ? `unknown key "${key}"` : `"${key}" stands above the table, and belongs to its figures`,
    help:
      column === undefined
        ? `${didYouMean(near)}${among('known keys: ', allowed)}`
        : `give the table a column "${column}"; or say it once for all figures, under "fixed:" of a mapping, as shanxi-plan map <this file> proposes one`,
  }),
  'missing-key': ({ key }) => ({
    what: `"${key}" is missing`,
    ...(key === 'as_of' && { help: 'the day that the figures describe, once for the report or for each figure' }),
    ...(key === 'value' && { help: 'where nothing is reported, leave the figure out, or write "says: not published"' }),
  }),
  'wrong-type': ({ expected, found }) => ({
    what: `expected ${expected}, found ${found}`,
    ...(isKeyRunOn(expected, found) && { help: 'behind a key stand a narrow colon and a blank: key: value' }),
    ...(isListed(expected, found) && {
      help: 'write each key without the dash before it; in a report, a list of figures stands under "observations:"',
    }),
  }),
  'still-open': ({ allowed }) => ({ what: '"?" is left open here: say what it is', help: among('one of: ', allowed) }),
  'unknown-value': ({ text, allowed, near }) => ({
    what: `"${text}" is not one of the known values`,
    help: `${didYouMean(near)}${among('known values: ', allowed)}${isStatusInChinese(text, allowed) ? `; of a table, a mapping may say it once: names: { status: { ${text}: ${near ?? '…'} } }` : ''}`,
  }),
  'bad-quantity': ({ text, hint }) => ({
    what: `"${text}" cannot be read as a quantity`,
    help: hintWords[hint].en,
  }),
  'bad-share': ({ text }) => ({
    what: `"${text}" is not a share`,
    help: 'write it in per cent, above 0 and at most 100: "8%", "12.5%"',
  }),
  'bad-within': ({ text }) => ({
    what: `"${text}" does not say by how much an identity may be off`,
    help: 'write it in per cent of what the identity gives, above 0 and below 100: "2%"; an identity that holds exactly needs no "within"',
  }),
  'unquoted-thousands': ({ written }) => ({
    what: `inside { } a comma ends the value: YAML reads ${written} as several entries`,
    help: `write "${written}" in quotes`,
  }),
  'bad-formula': ({ found, wants }) => ({
    what:
      found === ''
        ? 'the formula ends where an indicator or a number must stand'
        : {
            operand: `"${found}" stands where an indicator or a number must`,
            operator: `"${found}" stands where + - * / must`,
            opening: 'this bracket closes none that is open',
            closing: 'this bracket is never closed',
          }[wants],
    help: 'write it as in "doctors / population * 1000"; a minus has blanks around it, numbers are written 10000, 10,000, 1万 or 0.5',
  }),
  'goal-not-plain': ({ text }) => ({
    what: `a goal or parameter must be a plain number, not "${text}"`,
    help: 'the comparator already says at least, at most or about',
  }),
  'negative-width': ({ text }) => ({ what: `a width cannot be below zero: ${text}` }),
  'exact-yet-wide': ({ given }) => ({
    what: `the figure is said to be exact, and "${given}" says that it is not`,
    help: 'leave one of the two out',
  }),
  'wrong-kind': ({ what, kind }) => ({
    what: {
      additive: `what is of kind ${kind} never adds up`,
      sense: `"sense" is for kind growth; this is of kind ${kind}`,
      signed: `"signed" is for kind flow; this is of kind ${kind}`,
      unit: 'a rate of change is counted in % or ‰',
    }[what],
  }),
  'over-impossible': ({ why, aggregate }) => ({
    what: {
      baseline: `over a span with aggregate ${aggregate} nothing starts from a baseline`,
      'baseline-day': 'the baseline stands for the state at "from", and is of another day',
      by: 'a target over a span is judged at its end: "by" is the end of "to", or is left out',
      event: 'an event has no span',
      number: `aggregate ${aggregate} needs a goal with a number`,
      'one-period': `aggregate ${aggregate} needs two states: "from" and "to" are one`,
      'one-sided': 'what holds in each period is held against one edge: at_least, above, at_most, below',
      path: `aggregate ${aggregate} has no milestones`,
      periods:
        'from "from" to "to" there is no whole number of periods of the indicator, or too many: name the first and the last one ("from: 2021, to: 2025"), or give the last day of each',
      sum: 'only flows add up over time',
    }[why],
  }),
  'against-impossible': ({ why, indicator }) => ({
    what: {
      itself: `a goal of "${indicator}" against "${indicator}" itself`,
      unit: `"${indicator}" is counted in another unit`,
      sense: `"${indicator}" counts in the other sense: one is told as a rise, the other as a fall`,
      baseline: `against "${indicator}" nothing starts from a baseline`,
      path: `against "${indicator}" there are no milestones`,
    }[why],
  }),
  'number-without-over': ({ comparator }) => ({
    what: `"${comparator}" by a number is a change between two days`,
    help: 'say from when to when: over: { from: 2020, to: 2025, aggregate: change }; a change of each year is an indicator of its own',
  }),
  'percent-or-points': ({ text }) => ({
    what: `a change of what is counted in % is in points, and "${text}" may be either`,
    help: `write ${text.replace(/\s*[%％]/, '')}pp`,
  }),
  'reversed-range': ({ min, max }) => ({ what: `the range begins at ${min} and ends at ${max}` }),
  'bad-day': ({ text, hint, readings = [] }) => ({
    what: `"${text}" is not a date`,
    help: dayHintWords[hint].en(readings.join(' or ')),
  }),
  'impossible-day': ({ text }) => ({
    what: `there is no day ${text} in the calendar`,
    help: 'correct its day, month or year',
  }),
  'bad-duration': ({ text }) => ({ what: `"${text}" is not a duration`, help: 'write "12 months" or "2 years"' }),
  'no-comparator': ({ allowed }) => ({ what: 'the target states no goal', help: `give one of ${list(allowed)}` }),
  'several-comparators': ({ given }) => ({
    what: `the target states more than one goal: ${list(given)}`,
    help: 'give one, or use "readings:"',
  }),
  'lint-error': ({ what, help }) => ({ what: what.en, help: help.en }),
  'unknown-plan': ({ name, allowed, near }) => ({
    what: `no plan is called "${name}"`,
    help: `${didYouMean(near)}shipped plans: ${list(allowed)}; or give a file`,
  }),
  'wrong-plan': ({ found, expected }) => ({
    what: `this report belongs to the plan "${found}"`,
    help: `the plan checked is "${expected}"`,
  }),
  'several-plans': ({ plans, expected }) => ({
    what: `the reports belong to several plans: ${list(plans)}`,
    help: `the plan checked is "${expected}"; judge each by its own with batch --by plan, or give the reports of one plan`,
  }),
  'no-plan-named': () => ({
    what: 'the report does not say to which plan it belongs',
    help: 'add "plan:" with the id of the plan',
  }),
  'not-a-report': () => ({ what: 'this is a plan, not a report', help: 'give it with --plan' }),
  'unknown-indicator': unknownIn('indicator'),
  'unknown-measure': unknownIn('measure'),
  'unknown-region': unknownIn('region'),
  'goal-of-own-region': ({ region }) => ({
    what: `"${region}" is the region of the plan itself`,
    help: 'its goal is that of the target: write it there',
  }),
  'share-impossible': ({ indicator, why }) => ({
    what:
      why === 'no-goal'
        ? 'a share of nothing: the target has no goal for the whole'
        : why === 'no-number'
          ? 'a share of nothing: the goal of the whole names no number'
          : why === 'rate'
            ? 'a rate cannot be shared out: a region at half of it falls behind the whole'
            : `figures of "${indicator}" do not add up, so that no region has a share of its goal`,
    help: why === 'no-goal' ? 'give the whole a goal, or the region its own' : 'give the region a goal of its own',
  }),
  'unknown-source': unknownIn('source'),
  'unknown-target': unknownIn('target'),
  'unknown-definition': ({ name, allowed, near }) => ({
    what: `the plan does not know what "${name}" counts; the figure is set aside`,
    help: `${didYouMean(near)}known definitions: ${list(allowed) || 'none'}`,
  }),
  'duplicate-id': ({ id }) => ({ what: `the id "${id}" stands here twice` }),
  'wrong-unit': ({ found, expected }) => ({
    what: `the unit is ${found}, the indicator is counted in ${expected.en}`,
    help: `write the figure in ${expected.en}; if both are one unit, name ${found} under "units:" of the plan`,
  }),
  'deleted-figure': ({ sign }) => ({
    what: `"${sign}" says that this row deletes a figure: it is none, and what it deletes may stand here or in another file`,
    help: 'send the data as they are after it; or, where nothing read here is deleted by it, leave such rows out: map the sign to "ignore" under "flags:"',
  }),
  ...besideProblemsEn,
  'multiplied-twice': ({ text, unit }) => ({
    what: `"${text}" is a multiple, and so is the unit "${unit.en}": which of the two is meant?`,
    help: 'write the number as it is counted in that unit, without a multiplier',
  }),
  'names-of-two-units': ({ name, unit }) => ({
    what: `"${name}" counts another number at once than "${unit}", and cannot be another name of it`,
    help: 'give both names one multiple, or leave it to the numbers: 12万 of 个',
  }),
  'days-out-of-order': ({ first, second }) => ({
    what: `${first} is after ${second}`,
    help: 'a period starts before it ends',
  }),
  'after-publication': ({ asOf, published }) => ({
    what: `the figure is of ${asOf} and was published on ${published}, before that day`,
    help: 'correct the date, or exchange the two; what was foreseen has "status: estimated", a goal "status: planned"',
  }),
  'day-to-come': ({ asOf }) => ({
    what: `the figure is of ${asOf}, a day that has not come`,
    help: 'correct the date; a goal has "status: planned", and what was foreseen also needs the day of its publication',
  }),
  'nothing-reported': () => ({
    what: 'the report holds no figure',
    help: 'fill in a value; a report file has its figures under "metrics:" or "observations:"',
  }),
  implausible: ({ text, min, max }) => ({
    what: `${text} lies outside what is plausible (${min} to ${max}); the figure is set aside`,
    help: 'a slip of the unit?',
  }),
};
