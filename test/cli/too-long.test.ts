import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { runCli } from '../support/io.ts';

it.each(['en', 'zh'])('a text that no program can hold is no bug, and has a way out (%s)', async lang => {
  const write = () => {
    'x'.repeat(2 ** 29).concat('x'.repeat(2 ** 29));
  };
  const { code, stderr } = await runCli(['plan', 'list', '--lang', lang], {}, (argv, io) =>
    main(argv, { ...io, stdout: { write } }),
  );
  expect(code).toBe(2);
  expect(stderr).toContain('512 MB');
  expect(stderr).toContain('batch');
});
