/*
 * What a text says of what the numbers around it count: `统计范围：中国移动`, `口径：含在建`, `（不含农村）`, "excluding rural areas".
 * A text that names the whole says nothing else than a figure without a word on it.
 */

const LABELLED =
  /(?:^|[,;。(]\s*)(?:数据|统计|指标|计算)*(?:口径|范围)(?:说明)?\s*(?::|(?<!作)为)\s*(?<said>[^,;。)]{1,40})/;
const ENGLISH_LABELLED = /(?:^|[,;.(]\s*)(?:coverage|scope)\s*:\s*(?<said>[^,;.)]{1,60})/i;
/** All of a text, or all that stands in brackets. */
const BARE =
  /^(?:注\s*:?\s*)?(?:以上|数据|均|都)*(?<said>(?:(?:仅|只|不|未)?(?:包括|包含|含)|[仅只不未]统计)[^,;。:\d]{1,20})$/;
const ENGLISH_BARE = /^(?:note\s*:\s*)?(?<said>(?:incl\.|including|excl\.|excluding|only|without)\s[^,;.:\d]{1,40})$/i;
const WHOLE = /^(?:全省|全市|全国|全县|全区|全域|全部|全口径|全社会|总体|the whole|all\b)/i;
const CUE = /口径|范围|含|包括|统计|coverage|scope|cl\.|cluding|only|without/i;

/** The words behind a label, as they stand there. */
export const scopeLabelledIn = (text: string): string | undefined => saidIn(text, labelled);

/** The same, or a whole text or bracket that only says what is counted with the rest or without. */
export const scopeSaidIn = (text: string): string | undefined => saidIn(text, plain => labelled(plain) ?? bare(plain));

const labelled = (plain: string): string | undefined =>
  (LABELLED.exec(plain) ?? ENGLISH_LABELLED.exec(plain))?.groups?.['said'];

function bare(plain: string): string | undefined {
  const inBrackets = [...plain.matchAll(/[([]([^()[\]]+)[)\]]/g)].map(([, inner = '']) => inner.trim());
  return [plain, ...inBrackets]
    .map(part => (BARE.exec(part) ?? ENGLISH_BARE.exec(part))?.groups?.['said'])
    .find(Boolean);
}

function saidIn(text: string, find: (plain: string) => string | undefined): string | undefined {
  if (text.length > 500 || !CUE.test(text)) return undefined;
  const said = find(text.normalize('NFKC').trim())?.trim();
  return said === undefined || WHOLE.test(said) ? undefined : said;
}
