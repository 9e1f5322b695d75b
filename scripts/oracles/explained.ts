import type { Row } from './row.ts';

/** Why a published verdict does not follow from what was published with it; each row was looked at by hand. */
const explained: readonly { readonly method: string; readonly isMeant: (row: Row) => boolean; readonly why: string }[] =
  [
    {
      method: 'ndrc-annual-plan',
      isMeant: ({ indicator }) => indicator === 'Retail sales growth, %',
      why: '9.0 is a tenth below "around 10", and nobody says how far "around" reaches: here 5 %, unless the plan file says otherwise. More would make things met by a rule that nobody published',
    },
    {
      method: 'destatis-projection',
      isMeant: ({ notes }) => /values revised since/.test(notes),
      why: 'the data of today are not those of the verdict: revised since, or of a new series',
    },
    {
      method: 'sdsn-linear-to-green-threshold-2030',
      isMeant: ({ indicator }) => /Gross nitrogen balance|Gross value added/.test(indicator),
      why: 'every such row of this indicator goes against the threshold that stands with it: the publisher seems to have used another one',
    },
    {
      method: 'sdsn-linear-to-green-threshold-2030',
      isMeant: ({ indicator }) => /^Slovak Republic: Poverty/.test(indicator),
      why: 'a pace of exactly 1 at the digits that are printed: digits that are not decide',
    },
    {
      method: 'sdsn-linear-to-green-threshold-2030',
      isMeant: ({ status }) => status === 'stagnating',
      why: 'a value that went back: the publisher calls some of these stagnating and others, which went back less, decreasing; no rule was found',
    },
  ];

export const explanationOf = (row: Row): string | null =>
  explained.find(({ method, isMeant }) => method === row.method && isMeant(row))?.why ?? null;
