import type { OutlineWords } from './outline.ts';

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const outlineEn: OutlineWords = {
  columns: { target: 'Target', goal: 'Goal', by: 'By', start: 'Start', how: 'Commitment\nCertainty' },
  period: (from, to) => `${from} to ${to}`,
  counts: ({ strategicTasks, keyTasks, measures, targets }) =>
    [
      plural(strategicTasks, 'strategic task'),
      plural(keyTasks, 'key task'),
      plural(measures, 'measure'),
      plural(targets, 'target'),
    ].join(', '),
  commitment: { binding: 'binding', anticipatory: 'expected', aspirational: 'aspiration', unstated: 'not stated' },
  certainty: { stated: 'stated', paraphrased: 'paraphrased', inferred: 'inferred', unstated: 'unstated' },
  inferred: title => `${title} (inferred)`,
  noBaseline: 'no start',
  each: 'for each region by itself',
  onlyRegional: 'by region',
  share: percent => `share of ${percent} %`,
  readings: names => `read as ${names.join(' or ')}`,
  indicators: {
    title: 'Indicators, as a report names them',
    columns: { indicator: 'Indicator', unit: 'Unit\nKind', counts: 'What a figure may count (counts:)' },
    kind: { stock: 'stock', flow: 'flow', level: 'level', share: 'share', growth: 'growth', event: 'event' },
    relation: {
      same: 'what is meant',
      part: 'a part of it, a lower bound',
      whole: 'more than it, an upper bound',
      other: 'something else, answers nothing',
    },
    one: 'one thing, need not be named',
    also: names => `also: ${names.join(', ')}`,
  },
  coverage: ({ level, announced, named, inferred, unstated, quantified }) =>
    `${level}: ${announced ?? '?'} announced, ${named} named by a source, ${inferred} inferred, ${unstated > 0 ? `${unstated} without a source, ` : ''}${quantified} with a number`,
};
