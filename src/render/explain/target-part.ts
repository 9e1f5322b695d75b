import type { Explanation } from '../../model/explanation.ts';
import { spanName } from '../../model/period-name.ts';
import type { Plan } from '../../model/plan.ts';
import { formatNumber } from '../layout/numbers.ts';
import { unitIn } from '../message.ts';
import type { Lang } from '../words/words.ts';
import { detail, type ExplainLine, type ExplainPen, item, paragraph } from './pen.ts';

/** The target's own text, and how it was read. */
export function targetLines(explanation: Explanation, pen: ExplainPen): ExplainLine[] {
  const { target, indicator, under, sources, assessment } = explanation;
  const { own, lang } = pen;
  const { comparator, value, low, high, by, share, over, against } = assessment.goal;
  const title = (target.title ?? indicator.title)[lang];
  return [
    paragraph(own.asks(title, pen.goal({ comparator, value, low, high }), by)),
    ...(over === null ? [] : [paragraph(own.over(spanName(over), own.aggregate[over.aggregate]))]),
    ...(against === null ? [] : [paragraph(own.against(against))]),
    ...(share === null ? [] : [paragraph(own.isShare(formatNumber(share)))]),
    paragraph(target.wording === undefined ? own.noWording : own.wording(target.wording)),
    ...glosses(target.wording, pen),
    paragraph(own.countedIn(unitIn(lang, indicator), own.kind[indicator.kind])),
    ...(indicator.monotone ? [paragraph(own.onlyRises)] : []),
    paragraph(own.commitment[target.commitment]),
    paragraph(own.certainty[target.certainty]),
    ...sourceLines(target.source, sources, pen),
    ...(target.note === undefined ? [] : [paragraph(own.note(target.note[lang]))]),
    paragraph(own.under(under.map(each => each[lang]))),
    ...(assessment.inForce ? [] : [paragraph(own.notInForce)]),
  ];
}

function glosses(wording: string | undefined, { own }: ExplainPen): ExplainLine[] {
  if (wording === undefined) return [];
  return own.glosses.flatMap(([word, meaning]) => (wording.includes(word) ? [item(meaning)] : []));
}

function sourceLines(
  ids: readonly string[],
  sources: Explanation['sources'],
  { own, lang }: ExplainPen,
): ExplainLine[] {
  const found = ids.flatMap(id => sources[id] ?? []);
  return found.length === 0
    ? [paragraph(own.noSource)]
    : found.map(source => item(own.source(sourceText(source, lang))));
}

const sourceText = ({ publisher, published, title, url }: Plan['sources'][string], lang: Lang): string =>
  [publisher[lang], published, title?.[lang], url].filter(each => each !== undefined).join(' · ');

export function readingLines({ target, readings, assessment }: Explanation, pen: ExplainPen): ExplainLine[] {
  const { own, lang } = pen;
  const [only, second] = readings;
  if (!only || (!second && target.readings.length === 1)) return [paragraph(own.oneReading)];
  return [
    paragraph(second ? own.severalReadings(readings.length) : own.fixedReading(only.name ?? '')),
    ...readings.flatMap(({ name, title, note, goal, counts }, index) => {
      const by = readings[index]?.by ?? assessment.goal.by;
      const id = name ?? '';
      return [
        item(own.reading(title?.[lang] ?? id, id, pen.goal(goal), by, counts)),
        ...(note === null ? [] : [detail(note[lang])]),
      ];
    }),
  ];
}

export function baselineLines({ target, readings, sources, assessment }: Explanation, pen: ExplainPen): ExplainLine[] {
  const { own, lang, amount } = pen;
  const shown = target.readings.find(({ name }) => name === readings[0]?.name) ?? target.readings[0];
  const { over, against } = assessment.goal;
  if (!shown?.baseline) return [paragraph(over || against !== null ? own.noStart : own.noBaseline)];
  const { value, asOf, counts, source, note } = shown.baseline;
  const isPlain = value.text === String(value.nominal);
  return [
    paragraph(own.baseline(amount(value.nominal), asOf, isPlain ? amount(value.nominal) : value.text)),
    ...(counts === undefined ? [] : [item(own.counts(counts))]),
    ...sourceLines(source, sources, pen),
    ...(note === undefined ? [] : [item(own.note(note[lang]))]),
  ];
}
