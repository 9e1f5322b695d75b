/*
 * What a text says of the numbers around it: that they are goals or forecasts, doubtful, or were taken back. Only one that says nothing else, or says it of
 * the numbers, does: a report on how far goals are met (目标完成情况), or a note that compares with one, has real figures.
 */

const GOAL = '规划目标值|规划目标|规划数|规划值|规划|(?:主要|年度|发展|工作|预期)?目标[值数]?|计划[数值]?|拟建数?';
const FORECAST = '(?:预计|预测|预估|暂估|测算|估算|估计)[数值]?|预计完成(?:情况)?|暂定数?';
const AT_THE_END = String.raw`(?:预计|预估|估计)(?:[到至于]?(?:\d{4}年|今年|当年|全年)?(?:年?[底末])?)(?:可|将)?(?:达到?|完成|建成|实现)?`;
const ON_THE_WAY = '(?:争取|力争|将|拟)(?:达到|建成|完成|实现)|力争';
const DOUBTFUL =
  '(?:可能|疑似|尚)?(?:有误|错误|存疑|有疑问|有疑义|有争议|待核[实查对]|待确认|待查证?|未(?:经)?(?:核实|确认))';
const TAKEN_BACK = '已?(?:被)?(?:撤回|撤销|收回|作废|废止)';
const WORD = `(?:${GOAL}|${FORECAST}|${AT_THE_END}|${ON_THE_WAY}|${DOUBTFUL}|${TAKEN_BACK})`;
const LABEL = '(?:注|说明|备注|(?:数据)?(?:性质|状态|类型|类别|属性))';
const YEAR = String.raw`(?:\d{4}年(?:度|底|末)?)`;
const ENGLISH_BACK = '(?:withdrawn|retracted|rescinded)';
const ENGLISH_DOUBTFUL =
  '(?:disputed|doubtful|questionable|suspect|erroneous|wrong|unverified|unconfirmed|not (?:yet )?(?:verified|confirmed)|to be (?:verified|confirmed))';
const ENGLISH_WORD = `(?:${ENGLISH_DOUBTFUL}|forecasts?|projections?|projected|targets?|target values?|planned|planned values?|estimates?|estimated|expected|${ENGLISH_BACK})`;
/** 2025, for 2025, by the end of 2025, by year-end. */
const ENGLISH_TIME = String.raw`(?:(?:for|by|at|in)\s+)?(?:the\s+)?(?:end\s+of\s+)?(?:\d{4}|the\s+year|year-end)`;

/** All of a text, or all that stands in brackets. */
const BARE = new RegExp(String.raw`^(?:${LABEL}\s*:?\s*)?${YEAR}?${WORD}$`);
const ENGLISH = new RegExp(
  String.raw`^(?:(?:note|status|type)\s*:\s*)?(?:\d{4}\s+)?(?:(?:has|have)\s+been\s+|was\s+|were\s+)?${ENGLISH_WORD}(?:\s+${ENGLISH_TIME})?$`,
  'i',
);
const OF_NUMBERS = new RegExp(
  String.raw`(?:数据|数值|数字|${YEAR}|以上|均|指标)(?:均|都|全部)?[为系是属](?<word>${WORD})(?=$|[,;。)\s])`,
);
const ENGLISH_OF_NUMBERS = new RegExp(
  String.raw`\b(?:figures?|numbers?|values?|data)\s(?:\w+\s){0,3}?(?:are|is)\s(?:all\s)?(?<word>${ENGLISH_WORD})(?=$|[,;.)])`,
  'i',
);
/** 此数有误; an error in the source. */
const DOUBT_OF_NUMBERS = new RegExp(
  String.raw`(?:^|[,;。:( ])(?:此|该|本|原|上述|以上)?(?:数据?|数值|数字|值|指标|来源)(?<word>${DOUBTFUL})(?=$|[,;。)\s])`,
);
const ENGLISH_DOUBT_OF_NUMBERS = new RegExp(
  String.raw`(?<word>\b(?:error|mistake|typo|misprint)s? in (?:the )?(?:source|data|figures?|report|numbers?|original)\b|\b(?:figures?|numbers?|values?|data) ${ENGLISH_DOUBTFUL}(?=$|[,;.)]))`,
  'i',
);
/** 该数据已于2026年3月撤回; the figure was later withdrawn. */
const BACK_OF_NUMBERS = new RegExp(
  String.raw`(?:数据?|数值|数字|指标|公报)(?<word>已?(?:于[\d年月日.-]{4,11})?已?(?:经)?${TAKEN_BACK})(?=$|[,;。)\s])`,
);
const ENGLISH_BACK_OF_NUMBERS = new RegExp(
  String.raw`\b(?:figures?|numbers?|values?|data|release)\s(?:(?:was|were|is|are|has|have)\s)(?:\w+\s){0,2}?(?<word>${ENGLISH_BACK})\b`,
  'i',
);
/** What a table is called: 5G基站建设计划表, "Base stations: targets for 2025". */
const TITLE =
  /^(?!.*(?:完成|实现|达到|高于|低于|超|按|较|比|距|对照|落实|执行|编制|制定)).*?(?<word>(?:主要|年度|发展|工作|建设|任务)?(?:目标|计划)(?:任务)?(?:一览表|安排表|表|值|数)?)$/;
const ENGLISH_TITLE = new RegExp(String.raw`[,:;–—-]\s*(?<word>${ENGLISH_WORD}(?:\s+(?:for\s+)?\d{4})?)$`, 'i');
const CUE =
  /目标|计划|规划|预[计测估]|[测估]算|估计|暂[估定]|拟|争取|力争|将|核[实查对]|有误|错误|[存有]疑|争议|确认|待查|error|mistake|typo|misprint|disput|doubt|question|suspect|wrong|verif|confirm|作废|废止|撤回|撤销|收回|forecast|project|target|planned|estimate|expected|withdrawn|retracted|rescinded/i;

const FORMS = [
  OF_NUMBERS,
  ENGLISH_OF_NUMBERS,
  DOUBT_OF_NUMBERS,
  ENGLISH_DOUBT_OF_NUMBERS,
  BACK_OF_NUMBERS,
  ENGLISH_BACK_OF_NUMBERS,
  TITLE,
  ENGLISH_TITLE,
];

/** The word, as it stands there. */
export function statusSaidIn(text: string): string | undefined {
  if (text.length > 500 || !CUE.test(text)) return undefined;
  const plain = text.normalize('NFKC').trim();
  const inBrackets = [...plain.matchAll(/[([]([^()[\]]+)[)\]]/g)].map(([, inner = '']) => inner.trim());
  const bare = [plain, ...inBrackets].find(part => BARE.test(part) || ENGLISH.test(part));
  if (bare !== undefined) return bare;
  for (const form of FORMS) {
    const word = form.exec(plain)?.groups?.['word'];
    if (word !== undefined) return word;
  }
  return undefined;
}
