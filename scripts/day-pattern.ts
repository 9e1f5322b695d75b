import type { KeyWords } from './schema-words/words.ts';

/*
 * What `parseDay` reads, as a pattern: an editor underlines a day that no calendar has before the program sees it. Nothing
 * that is read is underlined; a test holds the two side by side. Full-width letters are let through.
 */

const YEAR = '(?:1[89]\\d{2}|[2-9]\\d{3})';
const LEAP_YEAR = '(?:[1-9]\\d(?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)';
const MIDNIGHT = '(?:[ Tt]00?:00(?::00(?:\\.0+)?)?(?: ?(?:[Zz]|[Uu][Tt][Cc]|[+-]\\d\\d:?\\d\\d))?)?';
const MONTH = '(?:0?[1-9]|1[0-2])';

/** Year, month and day with signs between them. */
const calendar = (afterYear: string, afterMonth: string): string => {
  const days = [
    `(?:0?[13578]|1[02])${afterMonth}(?:0?[1-9]|[12]\\d|3[01])`,
    `(?:0?[469]|11)${afterMonth}(?:0?[1-9]|[12]\\d|30)`,
    `0?2${afterMonth}(?:0?[1-9]|1\\d|2[0-8])`,
  ];
  return `(?:${YEAR}${afterYear}(?:${days.join('|')})|${LEAP_YEAR}${afterYear}0?2${afterMonth}29)`;
};

const forms = [
  ...['-', '/', '\\.'].map(sign => `${calendar(sign, sign)}${MIDNIGHT}`),
  `${calendar(' ?年 ?', ' ?月 ?')} ?[日号]?`,
  `${YEAR} ?年 ?1 ?(?:[-–—~]|至|到) ?(?:0?[2-9]|1[0-2]) ?月[份底末]?`,
  `${YEAR} ?年?前[二两三]个?季度[底末]?`,
  `${YEAR} ?年 ?${MONTH} ?月[份底末]?`,
  `${YEAR}[-/.](?:0[1-9]|1[0-2])`,
  `${YEAR}[- ]?[Mm]${MONTH}`,
  YEAR,
  `${YEAR} \\[[Yy][Rr]${YEAR}\\]`,
  `${YEAR} ?(?:年|年度|年?全年|年?年?[底末]|年终)`,
  `${YEAR} ?年?第?[一二三四1-4]季度[底末]?`,
  `${YEAR}[- ]?年?[Qq][1-4]`,
  `[Qq][1-4][-/ ]?${YEAR}`,
  `${YEAR} ?年?[上下]半年`,
  `${YEAR}[- ]?[HhSs][12]`,
];

export const dayPattern = `^\\s*(?:(?:截[至止]到?|至) ?)?(?:${forms.join('|')}) ?止?\\s*$|[\\uFF01-\\uFF5E\\u3000]`;

export const dayErrors: KeyWords = [
  'no day of the calendar: write YYYY-MM-DD, YYYY-MM, YYYY, 2023-Q2, 2023年底 …',
  '不是有效的日期：请写 YYYY-MM-DD、YYYY-MM、YYYY、2023-Q2、2023年底等',
];
