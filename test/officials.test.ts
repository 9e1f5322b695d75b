import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agreementOf } from '../scripts/officials/meaning.ts';
import { pageOf } from '../scripts/officials/page.ts';
import { compareAll, isUnexplained } from '../scripts/officials/run.ts';

const comparisons = await compareAll();
const rows = comparisons.flatMap(comparison => comparison.rows);

/** What a row says, for a message that a person can read. */
const shown = ({ statement, ours, agreement }: (typeof rows)[number]) =>
  `${statement.said_on} ${ours.target}: ${ours.verdict}, ${statement.means}, ${agreement}`;

test('docs/officials.md is up to date: npm run officials', () => {
  expect(pageOf(comparisons)).toBe(readFileSync('docs/officials.md', 'utf8'));
});

test('every contrary row has its reason by hand, and no other row has one', () => {
  expect(rows.filter(isUnexplained).map(shown)).toEqual([]);
});

test('nothing is green where the official table shows a miss', () => {
  const missed = rows.filter(({ statement }) => statement.means === 'missed');
  expect(missed.length).toBeGreaterThan(2);
  expect(missed.filter(({ ours }) => ours.verdict !== 'missed').map(shown)).toEqual([]);
});

test('all 23 rows of the 11th plan have the verdict of the officials', () => {
  const eleventh = comparisons.find(({ statements }) => statements.plan === 'china-11fyp-2006-10');
  const byRow = (eleventh?.rows ?? []).filter(({ statement }) => statement.targets !== 'all');
  expect(new Set(byRow.map(({ ours }) => ours.target)).size).toBe(23);
  expect(byRow.filter(({ agreement }) => agreement !== 'agree').map(shown)).toEqual([]);
});

describe('a verdict beside official words', () => {
  test.each([
    ['met', ['met'], 'agree'],
    ['met', ['missed'], 'contrary'],
    ['met', ['missed', 'met'], 'we cannot say'],
    ['met', ['open'], 'contrary'],
    ['ahead', ['open'], 'we cannot say'],
    ['behind', ['far-behind', 'behind'], 'agree'],
    ['behind', ['on-schedule'], 'contrary'],
    ['not-yet', ['on-schedule'], 'agree'],
    ['moving', ['reversing'], 'contrary'],
  ] as const)('%s, ours %j: %s', (means, possible, agreement) => {
    expect(agreementOf(means, possible)).toBe(agreement);
  });
});
