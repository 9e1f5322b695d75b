import { behindName } from '../../values/behind-name.ts';
import { folded } from '../../values/fold.ts';
import { saysTotal } from '../table/blanks.ts';
import { isFigure } from '../table/flags.ts';

/* What headings of offices usually say. Nothing is read by these lists: a mapping is proposed by them, line by line. */

const anyOf = (...forms: readonly string[]): RegExp => new RegExp(`^(?:${forms.join('|')})$`, 'i');

/** A heading without blanks, without what stands behind it in brackets, and without its translation. */
const plainHeading = (heading: string): string =>
  (behindName(inChinese(heading))?.name ?? folded(inChinese(heading))).replaceAll(' ', '');

/** `指标 Item`: what stands in Chinese before a translation, as yearbooks have it. */
export const inChinese = (heading: string): string =>
  /^\s*(\p{Script=Han}[^A-Za-z]*?)\s+[A-Za-z][A-Za-z .,&/-]*$/u.exec(heading)?.[1] ?? heading;

const forms = {
  names: anyOf(
    '(?:主要|核心|重点|具体|评价|考核|监测|[一二三]级)*(?:指标|项目|任务|建设内容|内容|事项)(?:名称)?',
    '名称',
    '(?:indicator|item|metric|measure|series)s?(?:name|title)?',
  ),
  regions: anyOf(
    '(?:各)?(?:地区|市|区|县|市县|县区|省份|行政区划|区域|城市|地市)(?:名称)?',
    '(?:region|city|area|place|county)(?:name)?',
  ),
  serial: anyOf('序号?', '编号', '行次', '代码', 'no\\.?', '#', 'num(?:ber)?', 's/n', 'row'),
  partOfYear: anyOf('月份?', '季度?', '期别', 'months?', 'quarters?'),
  total: saysTotal,
  responsible:
    /(?:填报|责任|牵头|配合|主管|负责|承办|建设|实施)(?:单位|部门|人|主体)|^(?:部门|联系人|联系电话|电话|审核人?|填表人|负责人)$|owner|department|contact|responsible/i,
  goal: /目标|规划|计划|预期|预计|考核值|任务[值数]|target|goal|planned|expected|forecast/i,
  comparison:
    /同比|环比|同期|^上(?:年|期|月)|^去年|增长|增速|增幅|增减|[比较]上年|比\d+年|完成率|完成比例|完成进度|时序进度|占.*比|排名|位次|名次|贡献|growth|change|rank|progress|of target/i,
  value:
    /^(?:截至|本期|本年|本月|当年|当月|当期|目前|当前|最新|实际|累计|已|期末|年末|年底|年度|全年|报告期)*(?:实际|完成|实绩|现状|现有|建成|统计|快报|公报|初步|数据|年报|进展|指标|实现|达到|累计|绝对|总|数)*(?:情况|值|数量|数|量|额|规模)?$|^(?:actual|reported|current|value|result|achieved|figure|data)s?(?:value)?$/i,
  note: /^\s*(?:注|备注|说明|附注|资料来源|数据来源|来源|填表|制表|审核|单位负责人|notes?\b|sources?\b|\*|※|#)/i,
} as const;

export type HeadingKind = Exclude<keyof typeof forms, 'note'>;

/** Whether a heading says that; brackets behind it aside. */
export const says = (kind: HeadingKind, heading: string): boolean => {
  const plain = plainHeading(heading);
  return plain !== '' && plain.length <= LONGEST && forms[kind].test(plain);
};

/** No heading that is looked at is longer. */
const LONGEST = 100;

/** Words for all of the region that a plan is about. */
export const isWholeRegion = (word: string): boolean =>
  /^(?:全|本)(?:省|市|区|县|州|国|自治区)(?:合计|总计)?$/.test(word);

/** A part of a year whose year stands elsewhere, such as 一季度 below a title of 2023. */
export const isPartOfYear = (heading: string): boolean =>
  /^(?:第?[一二三四1-4]季度|[上下]半年|全年|年[底末]|1[-–—~至]\d{1,2}月|\d{1,2}月)[份底末]?$/.test(heading.trim());

/** What the first cell of a note below a table begins with. */
export const noteStart = (cell: string): string | undefined =>
  /^\s*(?:注|备注|说明|附注|资料来源|数据来源|来源|填表|制表|审核|单位负责人|notes?\b|sources?\b|\*|※|#)\s*\d*\s*[:：.．、]?/i
    .exec(cell)?.[0]
    ?.trim();

/** What stands in a cell of which nothing is reported. */
export const isMissingMark = (cell: string): boolean =>
  /^(?:…+|\.{2,}|[-—–―]+|\/|n\.?\/?a\.?|无|暂无|未统计|未报|缺|缺报|:|：|×)$/i.test(cell.trim());

/** A footnote's number, a star, or a letter or two behind a number; in brackets or not. */
const SIGNED =
  /^(.*[\d%％‰]年?)\s*([①-⓿❶-➓*※†‡§#^]+|[¹²³⁰⁴-⁹]+|[a-zａ-ｚ]{1,2}|[（([〔](?:注?\d{0,2}|[a-z]{1,2})[)）\]〕])$/iu;

/** The sign behind a number, or a year, where it is none of its digits and no unit. */
export function signBehind(cell: string, isUnit: (text: string) => boolean): string | undefined {
  if (cell.length > LONGEST || isFigure(cell)) return undefined;
  const [, number = '', sign = ''] = SIGNED.exec(cell.trim()) ?? [];
  return sign !== '' && isFigure(number.replace(/年$/, '')) && !isUnit(sign) ? sign : undefined;
}

/** Fields that offices write above their tables, a name, a colon and a text. */
const above: readonly (readonly [RegExp, string])[] = [
  [/^(?:填报|发布|制表|编制|上报|报送)(?:单位|部门|机构)$|^(?:publisher|source|数据来源|资料来源)$/i, 'publisher'],
  [/^(?:填报|填表|发布|公布|制表|上报|报送|印发)(?:日期|时间)$|^(?:published|date of publication)$/i, 'published'],
  [/^(?:截至|截止|数据|统计)(?:日期|时间|时点)?$|^(?:as of|day)$/i, 'as_of'],
  [/^(?:计量)?单位$|^unit$/i, 'unit'],
  [/^(?:地区|区域|行政区)$|^region$/i, 'region'],
];

export interface FieldAbove {
  readonly field: string;
  readonly text: string;
}

/** `填报单位：省发展改革委` as a field and its text; what is neither is none. */
export function aboveIn(cell: string): FieldAbove | undefined {
  const [, name = '', text = ''] = /^\s*[（(]?\s*([^:：]{1,30}?)\s*[:：]\s*(.+?)\s*[)）]?\s*$/su.exec(cell) ?? [];
  const field = above.find(([form]) => form.test(name.replace(/\s/g, '')) || form.test(name))?.[1];
  return field === undefined || text === '' ? undefined : { field, text };
}
