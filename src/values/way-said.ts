/*
 * What a text says of how the numbers around it are measured, where that may be another way than a plan means: against the month
 * before and not the year (环比), as a mean of two years, at current prices (名义), of one month alone, or of a part of the year. With the
 * year before it that is a time like any other (day-said.ts).
 */

export interface WaySaid {
  readonly text: string;
  /** Of a part of the year that begins with it, the last month; null of any other way. */
  readonly upTo: number | null;
}

const AGAINST =
  /环比|定基|(?:[两二三四五2-5]年|年均|复合)(?:平均|年均)?(?:增[长速幅]|增长率)|[两二三四五2-5]年(?:年均|平均)|名义|折年率|(?:month|quarter)[- ]on[- ](?:month|quarter)|\b(?:mom|qoq|m\/m|q\/q|cagr)\b|(?:two|three|2|3)-year (?:average|mean)|\bnominal\b|annuali[sz]ed/i;
const ALONE = /当[月季旬]|单月|单季|月均|季均|日均|monthly average|for the month alone/i;
const PART =
  /(?:^|[\s,;:()])(?<text>1 ?[-–—~至到] ?(?<last>\d{1,2})月份?|前(?<months>\d{1,2})个?月|(?<half>上半年)|(?<quarters>前三季度)|year[- ]to[- ]date|\bytd\b)/i;
/** What only compares with such a number, or puts the year beside it. */
const BESIDE = /全年|1 ?[-–—~至到] ?12月|full[- ]year/i;

export function waySaidIn(text: string): WaySaid | undefined {
  if (text.length > 200) return undefined;
  const plain = text.normalize('NFKC').trim();
  const other = AGAINST.exec(plain) ?? ALONE.exec(plain);
  if (other) return { text: other[0], upTo: null };
  const part = BESIDE.test(plain) ? undefined : PART.exec(plain)?.groups;
  if (!part) return undefined;
  const { text: said = '', last, months, half, quarters } = part;
  const upTo = Number(last ?? months ?? 0) || (half !== undefined ? 6 : quarters !== undefined ? 9 : null);
  return upTo === 12 ? undefined : { text: said, upTo };
}
