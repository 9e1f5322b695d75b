import { multipliers } from './multipliers.ts';
import {
  CHINESE_MULTIPLE,
  CHINESE_UNIT,
  COUNT,
  CUE,
  ENGLISH_LABEL,
  LABEL,
  MONEY,
  MULTIPLE_OF_MONEY,
  NAME,
  NO_FIGURE,
  NO_NUMBER,
  OFFICE,
  ONE_OF_ITS_KIND,
} from './unit-words.ts';

/** What a text says of the unit of numbers that stand elsewhere: `注：单位为万个`, "figures in thousands". */
export interface UnitSaid {
  /** The units, as the rest of the program writes multiples: `万stations` for "10,000 stations". */
  readonly units: readonly string[];
  /** As it stands in the text. */
  readonly written: string;
  /** Whether a number is in none of them, as far as anybody knows, that is in a unit they are no multiple of. */
  readonly mustBeKnown: boolean;
  /** Whether it is said of all numbers, and not of some that the text names: 煤炭产量单位为万吨. */
  readonly isOfAll: boolean;
}

/** No text that says so is longer than its first sentences. */
const LONGEST = 2000;

const ENGLISH_UNIT = String.raw`(?:1[\d,]*\d|[^,;.。()\[\]\n])+`;
const AROUND = String.raw`(?![\u4e00-\u9fffa-z\d])`;

/** Each finds the unit that stands there for the numbers; those that find more of it come first. */
const FORMS: readonly RegExp[] = [
  String.raw`${LABEL}\s*(?:(?:均|都|一律|统一|全部)?(?:采用|[:;=为是用]):?|折合|(?<=(?:^|[^\u4e00-\u9fff]|计量|金额|货币)单位)\(|[/(]?(?=${CHINESE_UNIT}|${MONEY}|${COUNT}))\s*(?<labelled>(?:人民币\s)?[^\s,;。)\]]+)`,
  String.raw`${ENGLISH_LABEL}\s*(?:[:=(]|\s[-–]\s|(?:\b(?:is|are|in)\b)?\s*(?=${COUNT}|${MONEY}))\s*(?<labelled>${ENGLISH_UNIT})`,
  String.raw`(?:(?<!数)|(?<=[\u4e00-\u9fff]数)(?=以[^,;。\s]{1,6}计(?:$|[,;。)\s])))[以按用]\s*(?<labelled>(?:人民币)?(?:[十百千]*[万亿]+|千)[^,;。\s]{0,4}?|${CHINESE_UNIT})\s*(?:为单位|计算|统计|列示|列报|表示|填列|填报|计(?!划|入|提))`,
  String.raw`(?:^|[(\[,;:.。]\s*|\b(?:figures?|numbers?|values?|data|amounts?|counts?|all|expressed|given|reported|measured|counted|stated|shown|is|are)\s(?:\w+\s){0,3}?)in\s+(?:units of\s+)?(?<labelled>${MONEY}|${COUNT}(?![\d.])(?:\s*(?:of\s+)?[^\s,;.。()\d]+){0,2})`,
  String.raw`(?:乘以?|(?<!\d\s*)[×x*]|\b(?:times|multipl\w+ by))\s*(?<unit>1(?:[ ,]?0){3,}|10\^\d+|[十百千]?[万亿]+|thousand|million)(?!\d)`,
  String.raw`(?<![\d.)]\s*(?:[×x*·]\s*)?)(?<unit>10\^\d+)`,
  `(?=[a-z$¥€£])${NO_NUMBER}(?<unit>${MULTIPLE_OF_MONEY})`,
  `(?=[人十百千万亿])${NO_FIGURE}(?<unit>${CHINESE_MULTIPLE})(?:${AROUND}|(?=列|计(?![划算])|为|数${AROUND}))`,
].map(form => new RegExp(form, 'gi'));

/** The whole of a text, or of what stands in brackets, is a unit. */
const BARE = new RegExp(
  String.raw`^(?![\d ,]+$)(?:${CHINESE_UNIT}|${MONEY}|${COUNT}(?![\d.])\s*(?:of\s+)?(?:[^\s\d,;.。:]{0,6}|[a-z0-9²³]+(?: [a-z]+)?))$`,
  'i',
);

/** What may stand before it without naming some of the numbers. */
const OF_ALL =
  /^(?:注释?|备注|说明|note|nb|remarks?|表[中内]|本表|以上|所有|全部|各项|数据|数值|指标|均|figures?|values?|numbers?|data|amounts?|counts?|all|given|expressed|reported|measured|are|is|the|\d+|[\s\p{P}\p{S}])*$/iu;

export function unitSaidIn(text: string): UnitSaid | undefined {
  if (!CUE.test(text)) return undefined;
  const plain = inOneWriting(text.slice(0, LONGEST));
  const inWords = labelledIn(plain);
  const said = [...inWords, ...bareIn(plain).filter(({ unit }) => !inWords.some(other => unit.includes(other.unit)))];
  if (said.length === 0) return undefined;
  return {
    units: [...new Set(said.flatMap(({ unit }) => unitsIn(unit)))],
    written: [...new Set(said.map(({ unit }) => unit))].join('、'),
    isOfAll: said.every(({ isOfAll }) => isOfAll),
    mustBeKnown: said.some(({ unit, isLabelled }) => isLabelled || !ONE_OF_ITS_KIND.test(unit)),
  };
}

/** One width, one colon, powers of ten with "^", and no blanks within a word or quotes around it. */
const inOneWriting = (text: string): string =>
  text
    .replace(/[︰∶꞉ː]/g, ':')
    .replace(/(?<=10)[⁰¹²³⁴-⁹]+/g, power => `^${power}`)
    .normalize('NFKC')
    .replace(/["“”「」『』]/g, '')
    .replace(/(?<=[单计])\s+(?=[位量])|(?<=[十百千万亿])\s+(?=[\u4e00-\u9fff])|(?<=人民币)\s+(?=[万亿元])/g, '')
    .trim();

interface SaidUnit {
  readonly unit: string;
  readonly isLabelled: boolean;
  readonly isOfAll: boolean;
}

function labelledIn(plain: string): readonly SaidUnit[] {
  const found: (SaidUnit & { readonly from: number; readonly to: number })[] = [];
  for (const form of FORMS) {
    for (const match of plain.matchAll(form)) {
      const { labelled, unit = labelled?.trim() ?? '' } = match.groups ?? {};
      const [from, to] = [match.index, match.index + match[0].length];
      if (!/[^\p{P}\s]/u.test(unit.replace(/[%‰]/g, 'x')) || OFFICE.test(unit)) continue;
      if (found.some(other => from < other.to && other.from < to)) continue;
      const clause = plain.slice(0, from).split(CLAUSE).at(-1) ?? '';
      found.push({ unit, isLabelled: labelled !== undefined, isOfAll: OF_ALL.test(clause), from, to });
    }
  }
  return found;
}

function bareIn(plain: string): readonly SaidUnit[] {
  const whole = plain.replace(NOTE, '');
  const inBrackets = [...plain.matchAll(/[([]([^()[\]]+)[)\]]/g)].map(([, inner = '']) => inner.trim());
  return [whole, ...inBrackets]
    .filter(part => BARE.test(part) && !NAME.test(part) && !OFFICE.test(part))
    .map(unit => ({ unit, isLabelled: false, isOfAll: unit === whole }));
}

const CLAUSE = /[,;。\n]/;
const NOTE = /^(?:注释?|备注|说明|notes?)\s*:?\s*/i;

const unitsIn = (written: string): readonly string[] =>
  written
    .split(/(?<!\d),|,(?!\d)|[、;和及]|\s(?:and|or)\s/)
    .flatMap(unit => [unit.trim(), unit.replace('人民币', '').trim()])
    .map(asMultiple)
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
