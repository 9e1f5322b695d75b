/*
 * The words by which a text says what unit numbers are in, as parts of patterns. A text is brought to one writing first: one
 * width, one colon, no blanks within a word, powers of ten with "^" (unit-said.ts).
 */

/** How many are counted at once. */
const CHINESE_COUNT = '(?:[十百千]*[万亿]+|[十百]?千|百)';
const WORD_COUNT = String.raw`(?:(?:ten |hundred )?(?:thousand|million|billion|trillion)s?|hundreds|lakhs?|crores?|mn|mln|mio\.?|bn|bln|tn|wan)`;
const NUMERAL_COUNT = String.raw`(?:(?:1|10|100)(?:[ ,]?000)+s?|['’]?000s|['’]000|10\^\d+|1?e\+?[3-9]|(?:10|100|a hundred|one hundred|one) (?:thousand|million|billion)s?)`;
export const COUNT = `(?:${NUMERAL_COUNT}|${WORD_COUNT}(?![a-z])|${CHINESE_COUNT})`;

const CURRENCY = String.raw`(?:(?:us|hk)?\$|[¥€£]|(?<![a-z])(?:rmb|cny|renminbi|yuan|usd|eur|euros?|dollars?|hkd)(?![a-z]))`;
/** The letters are counts beside a currency only. */
const MONEY_COUNT = String.raw`(?<![a-z'’])(?:${WORD_COUNT}|[km])(?![a-z\d])`;
export const MULTIPLE_OF_MONEY = String.raw`(?:${CURRENCY}[ (]*(?:(?<=[$¥€£])[km]\b|${MONEY_COUNT})|${MONEY_COUNT} ?(?:of )?${CURRENCY})`;
export const MONEY = `(?:${MULTIPLE_OF_MONEY}|${CURRENCY}(?: ${NUMERAL_COUNT})?)`;

/** What is counted in Chinese tables. */
const MEASURE =
  '(?:美元|欧元|港元|元|人次|人|户|个|座|台|套|件|项|辆|家|所|张|条|吨标准煤|吨标煤|吨|公斤|千克|公里|千米|平方公里|平方米|立方米|亩|公顷|千瓦时|千瓦|兆瓦|床|册|株|头|只|站|端口|%|‰)';
export const CHINESE_MULTIPLE = `(?:人民币)?${CHINESE_COUNT}${MEASURE}(?:人民币)?`;
export const CHINESE_UNIT = `(?:人民币)?${CHINESE_COUNT}?${MEASURE}(?:人民币)?`;
export const ONE_OF_ITS_KIND = new RegExp(`^${MEASURE}$`);

/** Behind a multiple these make it a name: 万荣县, 千万工程, 万元GDP能耗. */
export const NAME = /^[十百千万亿].*(?:[县市区乡镇村街路山河强率量耗]|工程|行动|计划|项目|企业)$/;

/** Before 单位 these make it those who report, build or use something. */
const OFFICE_BEFORE =
  '(?:填报|填表|填制|填写|报送|编制|编报|制表|责任|牵头|主办|建设|承建|实施|发布|施工|运营|申报|主管|成员|企事业|事业|各|报告|提供|参保|用人|保护|配合|协办|所有|全部)';
export const LABEL = `(?<!${OFFICE_BEFORE})(?:计量|数量|金额|货币|计价|统计|记账)?单位`;
/** Behind "单位:" these are an office. */
export const OFFICE =
  /(?:局|厅|委|委员会|部|部门|办|办公室|公司|院|中心|政府|处|科|队|集团|协会|大学|学校|银行|县|市|省)$/;
export const ENGLISH_LABEL = String.raw`(?<!\b(?:business|reporting|administrative|housing) )\b(?:units?(?: of (?:measure(?:ment)?|account))?|uom|scale|multiplier|scaling factor)`;

/** A number before a unit makes it a figure; so does what stands for one: 每万人, 数亿元, "tens of millions". */
export const NO_FIGURE = String.raw`(?<![\d〇零一二两三四五六七八九十百千万亿点多余几数每上近超约过逾破达半成]\s*)(?<!(?<![\u4e00-\u9fff]{3})/)`;
export const NO_NUMBER = String.raw`(?<!\d[\d.,]*[ -]?)(?<!\b(?:tens|hundreds|thousands|millions|several|many|few|some|an?|one|two|three|four|five|six|seven|eight|nine|ten|hundred|half|per) (?:of )?)`;

/** A text without any of these says nothing of units. */
export const CUE =
  /[十百千万亿元位]|[(（[［][^()（）]{1,12}[)）\]］]|unit|uom|scal|multipl|thousand|hundred|lakh|crore|illion|\b(?:mn|mln|mio|bn|bln|tn|wan|[km])\b|[$¥€£￥]|rmb|cny|renminbi|yuan|usd|eur|dollar|000|10[\^⁰¹²³⁴-⁹]|^.{1,8}$/i;
