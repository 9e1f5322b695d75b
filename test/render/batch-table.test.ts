import { describe, expect, test } from 'vitest';
import { type BatchIndex, batchIndexSchema, groupStates } from '../../src/model/batch.ts';
import { table } from '../../src/render/batch/table.ts';
import { widthOf } from '../../src/render/layout/text.ts';
import { batchWords } from '../../src/render/words/batch.ts';

/** The index for a person: an invented one, with names of every length. */

const LONG = 'reports/2023/a-long-folder/monthly-figures-of-the-northern-districts-2023-12.csv';
const severities = { fail: 12, warn: 3, undecided: 14, info: 1, ok: 1234 };

const group = (name: string, state: BatchIndex['groups'][number]['state']): BatchIndex['groups'][number] => ({
  ...{
    name,
    plan: null,
    file: name,
    region: 'r',
    period: null,
    state,
    asOf: '2023-12-31',
    targets: 1,
    verdicts: {},
    severities,
  },
  ...{ range: { failing: { min: 0, max: 0 }, inOrder: { min: 0, max: 0 } }, tasks: [], figures: 0, errors: 0 },
  ...{
    missing: { targets: [], regions: [] },
    exit: { code: 0, reason: null, count: 0 },
    outputs: [],
    values: [],
    leftOut: 0,
  },
});

const groups = groupStates.flatMap(state => [group(LONG, state), group('a.csv', state)]);

const index: BatchIndex = batchIndexSchema.parse({
  schemaVersion: 1,
  tool: { name: 'shanxi-plan', version: '0.0.0' },
  plan: { id: 'p', title: { en: 'P', zh: 'P' } },
  ...{ by: ['file'], knownBy: null, invented: [], groups, tasks: [], missing: { targets: [], regions: [] } },
  policy: { settings: [], leftOut: 0 },
  totals: { groups: groups.length, states: { failed: 2, incomplete: 2 }, targets: 1, verdicts: {}, severities },
  exit: { code: 2 },
});

describe.each(['en', 'zh'] as const)('in %s', lang => {
  const words = batchWords[lang];

  test.each([60, 66, 72, 80, 100, 140])(
    'at %i columns no head is torn, no name is lost and no line is too long',
    width => {
      const lines = table.render(index, { lang, width, isColored: false, most: Infinity, groupsAt: null }).split('\n');
      const rule = lines.findIndex(line => line.startsWith('──'));
      const heads = lines.slice(0, rule).join(' ').split(/\s+/);
      const { asOf, fail, warn, undecided, info, ok } = words.columns;
      for (const word of [asOf, fail, warn, undecided, info, ok].flatMap(title => title.split(' ')))
        expect(heads).toContain(word);
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(Math.max(width, widthOf(LONG)));
      expect(lines.join('').replaceAll('\n', '').split('2023-12.csv')).toHaveLength(groupStates.length + 1);
      for (const state of groupStates) {
        const rows = lines.filter(line =>
          [`  ${words.inShort[state]}`, ` · ${words.inShort[state]}`].some(end => line.endsWith(end)),
        );
        expect(rows).toHaveLength(2);
      }
    },
  );

  test('a short word for a state is told in full below', () => {
    const text = table.render(index, { lang, width: 80, isColored: false, most: Infinity, groupsAt: null });
    expect(text).toContain(`\n${words.state.failed}\n${words.state.incomplete}\n`);
  });

  test('a count in the summary stands before what it counts', () => {
    const text = words.summary(
      7,
      [
        ['failed', 2],
        ['incomplete', 4],
        ['judged', 1],
      ],
      2,
    );
    expect(text).toContain(lang === 'zh' ? '2组未能评价；4组不完整' : '2 FAILED: could not be judged; 4 incomplete');
  });
});
