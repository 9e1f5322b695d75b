import type { Day } from './day.ts';
import { parseDays } from './day-notation.ts';

/*
 * What a text says of the day or the time that the numbers around it are of: `截至2024年末`, `以上为2024年数据`, "as of end of 2024",
 * a title `2024年底全省5G基站情况`. Only one that says it of the numbers does: who compares with a year, sets a goal for it,
 * counts from it on, or publishes in it, says nothing of theirs.
 */

/** A time as a text has it, and its first and its last day. */
export interface DaySaid {
  readonly text: string;
  readonly from: Day;
  readonly to: Day;
}

const YEAR = String.raw`(?:19|20)\d\d`;
const WITHIN = String.raw`(?:\d{1,2} ?月(?: ?\d{1,2} ?[日号])?[份底末]?|1 ?[-–—~至到] ?\d{1,2} ?月[份底末]?|第?[一二三四1-4]季度[底末]?|前[二两三]个?季度|前\d{1,2}个?月|[上下]半年)`;
const TIME = String.raw`(?:${YEAR} ?年(?: ?${WITHIN}|度|全年|年?[底末])?|${YEAR}-\d\d(?:-\d\d)?)`;
const UP_TO = '截[至止]到?';
const ABOUT = '(?:注|说明|备注|(?:数据|统计|报告)(?:时间|时点|日期|截[至止]时?间?|期间?)|所属期|报告期|数据)';
const DATA = '(?:的?(?:数据|数值|数字|快报数|年报数|统计数|情况|数))';
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const ENGLISH_TIME = String.raw`(?:(?:the\s+)?(?:end\s+of\s+|end-|year-end\s+))?(?:${MONTH}\.?\s+(?:\d{1,2},?\s+)?|\d{1,2}\s+${MONTH}\s+|q[1-4]\s+)?${YEAR}(?:-\d\d(?:-\d\d)?)?`;

/** All of a text, or all that stands in brackets; a day alone may as well be that of the paper. */
const ALONE = new RegExp(`^(?<time>${TIME})$`);
const OF_THE_PAPER = /[日号]$|-\d\d-\d\d$/;
const BARE = [
  new RegExp(String.raw`^(?:${ABOUT}\s*:?\s*)?${UP_TO}(?<time>${TIME})${DATA}?$`),
  new RegExp(String.raw`^${ABOUT}\s*:?\s*(?<time>${TIME})${DATA}?$`),
  new RegExp(`^(?<time>${TIME})${DATA}$`),
  new RegExp(
    String.raw`^(?:note\s*:\s*)?(?:(?:all\s+)?(?:data|figures|numbers|values)\s+(?:are\s+)?(?:for|of|as\s+(?:of|at)|at)\s+|as\s+(?:of|at)\s+|up\s+to\s+)(?<time>${ENGLISH_TIME})$`,
    'i',
  ),
  new RegExp(String.raw`^(?<time>${ENGLISH_TIME})\s+(?:data|figures|results)$`, 'i'),
];
const OF_NUMBERS = [
  new RegExp(
    String.raw`(?:以上|本表|表中|所列|上述|数据|数值|数字|指标)(?:数据|数字|数值|指标)?(?:均|都|全部)?(?:[为系是]|${UP_TO})(?<time>${TIME})${DATA}?(?=$|[,;。)\s])`,
  ),
  new RegExp(String.raw`(?:^|[,;。(:]\s*)${UP_TO}(?<time>${TIME})(?=$|[,;。)\s])`),
  new RegExp(
    String.raw`\b(?:data|figures?|numbers?|values?)\s(?:\w+\s){0,2}?(?:for|as\s+(?:of|at))\s+(?<time>${ENGLISH_TIME})(?=$|[,;.)])`,
    'i',
  ),
];
/** What a table is called. */
const TITLE = [
  new RegExp(
    String.raw`^(?:\p{Script=Han}{1,6}[省市县区州国])?(?:${UP_TO})?(?<time>${TIME})(?!\s*(?:\d{1,2} ?[月日号]|以来|以前|之前|以后|之后|[起前后至到初价版]|[-–—~/]|不变|可比|新增?))(?=\S)`,
    'u',
  ),
  new RegExp(String.raw`\S[\s,:;–—-]+(?<time>${TIME})$`),
];
/** A sentence, or a text with numbers of its own, is no title. */
const NO_TITLE = /[,;!?、，。；]|[为是均含]|\d/;
/** What says another thing of a time than that numbers are of it. */
const OTHERWISE =
  /目标|规划|计划|预[计测估期]|任务|[比较超]|同比|环比|基[期数年]|不变价|可比价|以来|普查|修订|标准|[公发颁]布|印发|填[报表]|制表|报送|上报|更新|编制|年鉴|报告|会议|讲话|通知|意见|方案|办法|〔|target|goal|plan|compared|since|published|issued|updated|prices/i;

/** Of several times nobody can say which one the numbers are of. */
export function daySaidIn(text: string, isTitle = false): DaySaid | undefined {
  if (text.length > 200 || !/(?:19|20)\d\d/.test(text)) return undefined;
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[.。]$/, '');
  if (new Set(plain.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []).size !== 1 || OTHERWISE.test(plain)) return undefined;
  const inBrackets = [...plain.matchAll(/[([]([^()[\]]+)[)\]]/g)].map(([, inner = '']) => inner.trim());
  const time =
    firstOf(BARE, [plain, ...inBrackets]) ??
    aloneIn([...(/年 ?\d{1,2} ?月$|^[^年]+$/.test(plain) ? [] : [plain]), ...inBrackets]) ??
    firstOf(OF_NUMBERS, [plain]) ??
    (isTitle ? titleTime(plain) : undefined);
  const days = time === undefined ? undefined : daysOf(time);
  return time === undefined || days === undefined ? undefined : { text: time, ...days };
}

const firstOf = (forms: readonly RegExp[], texts: readonly string[]): string | undefined =>
  texts.flatMap(text => forms.flatMap(form => form.exec(text)?.groups?.['time'] ?? []))[0];

const aloneIn = (texts: readonly string[]): string | undefined =>
  firstOf(
    [ALONE],
    texts.filter(text => !OF_THE_PAPER.test(text)),
  );

function titleTime(text: string): string | undefined {
  const time = firstOf(TITLE, [text]);
  const rest = text.replace(time ?? '', '').replace(/[2-6]G/gi, '');
  return NO_TITLE.test(rest) ? undefined : time;
}

/** The end of a time is its last day. */
function daysOf(time: string): { readonly from: Day; readonly to: Day } | undefined {
  const read = parseDays(plainTime(time));
  if (!read.ok) return undefined;
  const { from, to } = read.value;
  return { from: /[底末]|end/i.test(time) ? to : from, to };
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** "end of September 2025" as 2025-09. */
function plainTime(time: string): string {
  const [, quarter, year = ''] = new RegExp(String.raw`(?:q([1-4])\s+)?(${YEAR}(?:-\d\d){0,2})$`, 'i').exec(time) ?? [];
  if (quarter !== undefined) return `${year}Q${quarter}`;
  const month = MONTHS.indexOf((new RegExp(MONTH, 'i').exec(time)?.[0] ?? '').slice(0, 3).toLowerCase()) + 1;
  if (month > 0) return `${year}-${String(month).padStart(2, '0')}`;
  return year !== '' ? year : time;
}
