import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MOST_CONTESTED } from '../../src/evidence/largest-sets.ts';
import { assessExample, examplesIn } from '../support/examples.ts';

const FILE = 'docs/evidence.md';
const examples = examplesIn(FILE);

describe(FILE, () => {
  test.each(examples)('$yaml', async ({ example }) => {
    expect((await assessExample(example)).possible).toEqual(example.possible ?? [example.verdict]);
  });

  test('has examples, and names how many claims in conflict are told apart', () => {
    expect(examples.length).toBeGreaterThan(20);
    expect(readFileSync(FILE, 'utf8')).toContain(`More than ${MOST_CONTESTED} claims`);
  });
});
