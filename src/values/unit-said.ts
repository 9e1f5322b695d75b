import { multipliers } from './multipliers.ts';

/** What a text says of the unit of numbers that stand elsewhere: `注：单位为万个`, "figures in thousands". */
export interface UnitSaid {
  /** The units, as the rest of the program writes multiples: `万stations` for "10,000 stations". */
  readonly units: readonly string[];
  /** As it stands in the text. */
  readonly written: string;
  /** Whether it is said of all numbers, and not of some that the text names: 煤炭产量单位为万吨. */
  readonly isOfAll: boolean;
}

/** No text that says so is longer than its first sentences. */
const LONGEST = 2000;

const COUNT = `(?:(?:ten|(?:a |one )?hundred|one) )?(?:thousand|million|billion|trillion)s?|(?:1|10|100)(?:[ ,]?000)+s?|['’]?000s|['’]000|[十百千]*[万亿]+|[百千]`;
/** Up to what parts it from what follows; a comma within 10,000 does not. */
const UNIT = String.raw`(?:1[\d,]*\d|[^,;.。()\[\]\n])+`;

/** Who reports, and "per unit of GDP", are called 单位 as well. */
const LABELS: readonly RegExp[] = [
  /(?<!(?:填报|报送|编制|制表|责任|牵头|主办|建设|承建|实施|发布|施工|运营|申报|主管|成员|企事业|事业|各))(?:计量|数量|金额|货币|统计)?单位\s*(?:(?:均|都|一律|统一|全部)?(?:[:为是用]:?|折合)|\(|(?=[十百千]?[万亿]))\s*(?<unit>[^\s,;。)\]]+)/,
  new RegExp(String.raw`\bunits?(?: of measure(?:ment)?)?\s*(?:[:=]|\bis\b|\bare\b|\bin\b)\s*(?<unit>${UNIT})`, 'i'),
  /(?<!数)[以按]\s*(?<unit>(?:[十百千]*[万亿]+|千)[^,;。\s]{0,4}?)\s*(?:为单位|计算|统计|计(?!划|入|提))/,
  new RegExp(
    String.raw`(?:^|[(\[,;:.。]\s*|\b(?:figures?|numbers?|values?|data|amounts?|counts?|all|expressed|given|reported|measured|counted|stated|shown|is|are)\s(?:\w+\s){0,3}?)in\s+(?:units of\s+)?(?<unit>(?:${COUNT})(?![\d.])(?:\s*(?:of\s+)?[^\s,;.。()\d]+){0,2})`,
    'i',
  ),
  /(?:乘以?|(?<!\d\s*)[×x]|\b(?:times|multipl\w+ by))\s*(?<unit>1(?:[ ,]?0){3,}|[十百千]?[万亿]+|thousand|million)(?!\d)/i,
];

/** The whole of a text, or of what stands in brackets, is a unit that counts several at once. */
const BARE = new RegExp(
  String.raw`^(?![\d ,]+$)(?:${COUNT})(?![\d.])\s*(?:of\s+)?(?:[^\s\d,;.。:]{0,6}|[a-z0-9²³]+(?: [a-z]+)?)$`,
  'i',
);

/** What may stand before it without naming some of the numbers. */
const OF_ALL =
  /^(?:注释?|备注|说明|note|nb|remarks?|表[中内]|本表|以上|所有|全部|各项|数据|数值|指标|均|figures?|values?|numbers?|data|amounts?|counts?|all|given|expressed|reported|measured|are|is|the|\d+|[\s\p{P}\p{S}])*$/iu;

export function unitSaidIn(text: string): UnitSaid | undefined {
  const plain = text.slice(0, LONGEST).normalize('NFKC').trim();
  for (const form of LABELS) {
    const found = form.exec(plain);
    const unit = found?.groups?.['unit']?.trim();
    if (!found || !unit) continue;
    const clause = plain.slice(0, found.index).split(CLAUSE).at(-1) ?? '';
    return { units: unitsIn(unit), written: unit, isOfAll: OF_ALL.test(clause) };
  }
  const whole = plain.replace(NOTE, '');
  const inBrackets = [...plain.matchAll(/[([]([^()[\]]+)[)\]]/g)].map(([, inner = '']) => inner.trim());
  const bare = [whole, ...inBrackets].find(part => BARE.test(part));
  return bare === undefined ? undefined : { units: unitsIn(bare), written: bare, isOfAll: bare === whole };
}

const CLAUSE = /[,;。\n]/;
const NOTE = /^(?:注释?|备注|说明|notes?)\s*:?\s*/i;

const unitsIn = (written: string): readonly string[] =>
  written
    .split(/(?<!\d),|,(?!\d)|[、;和及]|\s(?:and|or)\s/)
    .map(unit => asMultiple(unit.trim()))
    .filter(unit => unit !== '');

const SCALES: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 };
const TIMES: Readonly<Record<string, number>> = { ten: 1, hundred: 2 };

/** `ten thousand persons` as `万persons`. */
function asMultiple(unit: string): string {
  const [found = '', times = '', scale, zeros = ''] =
    /^(?:(?:(?:a |one )?(ten|hundred)? ?)(thousand|million|billion|trillion)s?\b|1?['’]?((?:[ ,]?0)+)s?(?!\d))/i.exec(
      unit,
    ) ?? [];
  if (found === '') return unit;
  const power = scale
    ? (SCALES[scale.toLowerCase()] ?? 0) + (TIMES[times.toLowerCase()] ?? 0)
    : zeros.replace(/[^0]/g, '').length;
  const [word] = Object.entries(multipliers).find(([, each]) => each === power) ?? [];
  return word === undefined
    ? unit
    : `${word}${unit
        .slice(found.length)
        .replace(/^\s*of\b/i, '')
        .trim()}`;
}
