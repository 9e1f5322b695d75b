import { expect, test } from 'vitest';
import { wrap } from '../../src/render/layout/text.ts';

test.each(['(', '（', '“'])('no line ends with the opening sign %s, wherever it falls', sign => {
  const text = `${'城市'.repeat(8)} ${sign}≥ 230)`;
  for (let width = 12; width < 45; width++)
    for (const line of wrap(text, width)) expect(line.endsWith(sign), `${width}: ${line}`).toBe(false);
});
