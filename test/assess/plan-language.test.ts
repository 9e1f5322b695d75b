import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MOST_SIDES } from '../../src/evidence/span.ts';
import { aggregateSigns, aggregates } from '../../src/model/aggregate.ts';
import { assessExample, examplesIn } from '../support/examples.ts';

const FILE = 'docs/plan-language.md';
const examples = examplesIn(FILE);

describe(FILE, () => {
  test.each(examples)('$yaml', async ({ example }) => {
    expect((await assessExample(example)).possible).toEqual(example.possible ?? [example.verdict]);
  });

  test('has an example of each aggregate, its sign, and the number of sides that are told apart', () => {
    const text = readFileSync(FILE, 'utf8');
    for (const aggregate of aggregates) {
      expect(examples.some(({ yaml }) => yaml.includes(`aggregate: ${aggregate}`))).toBe(true);
      expect(text).toContain(`${aggregateSigns[aggregate]} ${aggregate}`);
    }
    expect(text).toContain(`more than ${MOST_SIDES} sides`);
  });
});
