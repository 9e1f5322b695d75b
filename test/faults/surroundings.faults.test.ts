import { beforeAll, expect, test } from 'vitest';
import { ensureBuilt, runBinary } from '../support/binary.ts';
import { inTemporaryFolder } from '../support/folder.ts';
import { disturbed, REPORT, UNDECIDED } from './faults.ts';

/* What surrounds the program and may not change a byte: the zone, the language, the clock. */

beforeAll(ensureBuilt);

const argv = ['check', 'm.yaml', '--as-of', '2023-12-31', '--format', 'json', '-q'];

test.each([
  { TZ: 'Asia/Shanghai' },
  { TZ: 'Pacific/Kiritimati' },
  { TZ: 'Nowhere/Nothing' },
  { TZ: '' },
  { LANG: 'zh_CN.GB18030', LC_ALL: 'zh_CN.GB18030' },
  { LC_ALL: 'tr_TR.UTF-8' },
  { LC_ALL: 'nonsense' },
  { LC_ALL: 'C', TZ: 'America/Adak' },
])('%o changes no byte', env =>
  inTemporaryFolder({ 'm.yaml': REPORT }, async cwd => {
    const [ours, theirs] = [await runBinary(argv, { cwd }), await runBinary(argv, { cwd, env })];
    expect(ours.code).toBe(UNDECIDED);
    expect({ code: theirs.code, stdout: theirs.stdout.toString() }).toEqual({
      code: ours.code,
      stdout: ours.stdout.toString(),
    });
  }),
);

test('a clock that is set forth and back while it runs changes no byte', () =>
  inTemporaryFolder({ 'm.yaml': REPORT }, async cwd => {
    const [ours, jumping] = [await runBinary(argv, { cwd }), await disturbed('clock.cjs', argv, { cwd })];
    expect({ code: jumping.code, stdout: jumping.stdout.toString() }).toEqual({
      code: ours.code,
      stdout: ours.stdout.toString(),
    });
    const batch = ['batch', 'm.yaml', '--by', 'file', '--output-dir', 'out', '--format', 'json', '-q'];
    expect((await disturbed('clock.cjs', batch, { cwd })).code).toBe(UNDECIDED);
  }));
