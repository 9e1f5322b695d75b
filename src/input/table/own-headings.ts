import { figureColumns } from '../../model/figure-columns.ts';
import { foldedCase } from '../../values/fold.ts';

/** What our own columns may be called besides their names; docs/input-formats.md has this table. */
export const otherHeadings: Readonly<Record<string, readonly string[]>> = {
  indicator: ['指标', '指标名称', '指标代码'],
  measure: ['举措', '措施'],
  value: ['数值', '指标值', '数据'],
  unit: ['单位', '计量单位'],
  power_of_ten: ['power of ten'],
  as_of: ['as of', '日期', '截至', '截至日期', '数据日期'],
  published: ['发布日期', '公布日期'],
  region: ['地区', '行政区', '区域'],
  counts: ['口径', '统计口径'],
  scope: ['范围', '统计范围'],
  status: ['状态', '数据状态'],
  publisher: ['来源', '数据来源', '发布机构', '填报单位'],
  title: ['标题', '资料名称'],
  url: ['网址', '链接'],
  note: ['备注', '说明'],
  report: ['报告', '报告名称'],
  plan: ['规划'],
};

const fieldOf: ReadonlyMap<string, string> = new Map(
  [...new Set([...figureColumns, ...Object.keys(otherHeadings)])].flatMap(field =>
    [field, ...(otherHeadings[field] ?? [])].map(name => [foldedCase(name), field]),
  ),
);

/** The field that one of our own headings names, in either language, any case and any width. */
export const ownField = (heading: string): string =>
  (heading.length > LONGEST ? undefined : fieldOf.get(foldedCase(heading))) ?? heading;

/** No name is longer; a cell may hold a megabyte. */
const LONGEST = 100;
