/*
 * What a text says of the numbers around it: that they are goals or forecasts. Only one that says nothing else, or says it of
 * the numbers, does: a report on how far goals are met (目标完成情况), or a note that compares with one, has real figures.
 */

const WORD =
  '(?:规划目标值|规划目标|目标值|目标数|年度目标|目标|计划数|计划值|预计数|预计值|预计完成情况|预计完成|预计|预测数|预测值|预测)';
const BARE = new RegExp(String.raw`^(?:注\s*:\s*)?(?:\d{4}年(?:度|底|末)?)?${WORD}$`);
const OF_NUMBERS =
  /(?:数据|数值|数字|\d{4}年|以上|均|指标)(?:均|都|全部)?[为系是](?<word>规划目标值|目标值|目标数|计划数|计划值|预计数|预计值|预测数|预测值)(?=$|[,;。)\s])/;
const ENGLISH =
  /^(?:note\s*:\s*)?(?:\d{4}\s+)?(?:forecasts?|projections?|projected|targets?|target values?|planned|planned values?)(?:\s+(?:for\s+)?\d{4})?$/i;
const CUE = /目标|计划|预[计测]|forecast|project|target|planned/i;

/** The word, as it stands there. */
export function statusSaidIn(text: string): string | undefined {
  if (text.length > 500 || !CUE.test(text)) return undefined;
  const plain = text.normalize('NFKC').trim();
  if (BARE.test(plain) || ENGLISH.test(plain)) return plain;
  return OF_NUMBERS.exec(plain)?.groups?.['word'];
}
