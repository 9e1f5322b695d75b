import { expect, test } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { onceEach } from '../../src/values/once-each.ts';

test('what follows from a plan is worked out once for it, and by itself for every other', () => {
  const asked: string[] = [];
  const idsOf = onceEach(({ id }: Plan) => {
    asked.push(id);
    return [id];
  });
  const [first, second] = [{ id: 'first' } as Plan, { id: 'second' } as Plan];
  expect([first, second, first].map(idsOf)).toEqual([['first'], ['second'], ['first']]);
  expect(asked).toEqual(['first', 'second']);
});
