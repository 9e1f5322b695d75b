import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { batchProgress } from '../../src/cli/progress.ts';
import { runWords } from '../../src/render/words/run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function progressOn(isTTY: boolean) {
  const written: string[] = [];
  const stderr = { write: (text: string | Uint8Array) => void written.push(String(text)), isTTY };
  const today = () => '2024-06-30';
  const io = {
    stdout: stderr,
    stderr,
    stdin: (async function* () {})(),
    env: {},
    cwd: '/',
    home: '/root',
    today,
    latestToday: today,
  };
  return { written, progress: batchProgress(runWords.en, io) };
}

test('a log gets a line a minute', () => {
  const { written, progress } = progressOn(false);
  progress.start('reading', 10_000);
  progress.add(2500);
  vi.advanceTimersByTime(59_000);
  expect(written).toEqual([]);
  vi.advanceTimersByTime(61_000);
  expect(written).toEqual(Array(2).fill('shanxi-plan: reading 2500 of 10000\n'));
  progress.end();
  vi.advanceTimersByTime(600_000);
  expect(written).toHaveLength(2);
});

test('a terminal gets a bar that is gone at the end', () => {
  const { written, progress } = progressOn(true);
  progress.start('judging', 4);
  progress.add(1);
  vi.advanceTimersByTime(1000);
  expect(written.at(-1)).toBe('\r\u001b[Kjudging ██████░░░░░░░░░░░░░░░░░░ 1 of 4');
  progress.end();
  expect(written.at(-1)).toBe('\r\u001b[K');
});

test('what is done within a second says nothing', () => {
  const { written, progress } = progressOn(true);
  progress.start('judging', 4);
  progress.add(4);
  progress.end();
  expect(written).toEqual([]);
});
