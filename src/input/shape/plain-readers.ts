/* Written by `npm run schema` from the schemas; do not edit. */
import { readBetween, readCount, readDuration, readFirstDay, readPower, readPrinted, readWidth } from '../../model/field-texts.ts';
import { readMargin, readSelector } from '../../model/policy-texts.ts';
import { parseDay } from '../../values/day-notation.ts';
import { parseQuantity } from '../../values/quantity.ts';
import { firstOf, flag, list, madeOf, mapping, oneOf, oneOrMore, readCalled, readIdentifier, readWords, record, text, textOr, underValue, withAll } from './plain.ts';

/** What a report says above its figures. */
export const headFields = {
  '$schema': text(readWords),
  report: text(readWords),
  plan: text(readIdentifier),
  as_of: text(parseDay),
  dated: oneOf('stated', 'inferred', 'at-latest'),
  published: text(parseDay),
  region: text(readCalled),
  counts: text(readIdentifier),
  scope: textOr([oneOf('whole')], withAll(['part'], mapping({
    part: text(readWords),
  }))),
  status: oneOf('final', 'provisional', 'estimated', 'proposed', 'planned'),
  source: mapping({
    publisher: text(readWords),
    title: text(readWords),
    url: text(readWords),
  }),
  invented: text(readWords),
  note: text(readWords),
};

export const plainHead = mapping(headFields);

export const figureFields = {
  as_of: text(parseDay),
  dated: oneOf('stated', 'inferred', 'at-latest'),
  published: text(parseDay),
  region: text(readCalled),
  counts: text(readIdentifier),
  scope: textOr([oneOf('whole')], withAll(['part'], mapping({
    part: text(readWords),
  }))),
  status: oneOf('final', 'provisional', 'estimated', 'proposed', 'planned'),
  source: mapping({
    publisher: text(readWords),
    title: text(readWords),
    url: text(readWords),
  }),
  value: textOr([text(parseQuantity)], madeOf(withAll(['between'], mapping({
    between: list(text(parseQuantity)),
  })), readBetween)),
  unit: text(readWords),
  power_of_ten: text(readPower),
  flow: withAll(['from', 'to'], mapping({
    from: text(readFirstDay),
    to: text(parseDay),
  })),
  kept: text(readPrinted),
  rounded_to: text(readWidth),
  tolerance: text(readWidth),
  exact: flag,
  says: text(readWords),
  against: text(readWords),
  new_series: text(readWords),
  unusable: text(readWords),
  note: text(readWords),
};

export const plainName = text(readCalled);

export const plainMetric = textOr([underValue(text(parseQuantity))], firstOf(mapping(figureFields), underValue(madeOf(withAll(['between'], mapping({
  between: list(text(parseQuantity)),
})), readBetween))));

export const plainListed = mapping({
  ...figureFields,
  indicator: text(readCalled),
  measure: text(readCalled),
});

export const plainConfig = mapping({
  '$schema': text(readWords),
  plan: oneOrMore(text(readWords)),
  reports: oneOrMore(text(readWords)),
  tables: textOr([text(readWords)]),
  as_of: textOr([oneOf('today'), text(parseDay)]),
  known_by: textOr([oneOf('today'), text(parseDay)]),
  region: text(readIdentifier),
  method: oneOf('schedule', 'projection', 'growth-ratio', 'growth-window', 'hold', 'direction'),
  compare: oneOf('as_printed', 'exact'),
  readings: record(text(readCalled), text(readIdentifier)),
  derived: flag,
  format: oneOrMore(text(readWords)),
  lang: oneOf('en', 'zh'),
  fail_on: oneOrMore(oneOf('missed', 'lost', 'reversing', 'far-behind', 'behind', 'nearly', 'slipping', 'open', 'on-schedule', 'met', 'fail', 'warn', 'undecided')),
  rules: list(withAll(['where', 'fail_on'], mapping({
    where: text(readSelector),
    fail_on: oneOrMore(oneOf('missed', 'lost', 'reversing', 'far-behind', 'behind', 'nearly', 'slipping', 'open', 'on-schedule', 'met', 'fail', 'warn', 'undecided')),
  }))),
  margin: text(readMargin),
  max_warnings: text(readCount),
  allow_undecided: textOr([oneOf('all')], list(oneOf('no-report', 'nothing-comparable', 'nothing-at-deadline', 'stale', 'no-figure-since-baseline', 'only-a-bound', 'imprecise', 'series-break', 'definition-changed', 'period-missing', 'conflict', 'doubtful-figure', 'publication-unknown', 'too-contradictory', 'ambiguous-reading', 'method-refuses'))),
  require: oneOrMore(text(readIdentifier)),
  only: oneOrMore(text(readSelector)),
  skip: oneOrMore(text(readSelector)),
  max_age: text(readDuration),
  waivers: text(readWords),
  since: text(readWords),
});
