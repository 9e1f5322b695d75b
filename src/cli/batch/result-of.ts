import { rmSync } from 'node:fs';
import path from 'node:path';
import { runWords } from '../../render/words/run.ts';
import type { Lang } from '../../render/words/words.ts';
import type { Problem } from '../../values/problem.ts';
import type { Io } from '../io.ts';
import { batchProgress } from '../progress.ts';
import { gatherCrew } from './crew.ts';
import { takeFinished } from './finished-run.ts';
import { FINISHED } from './journal.ts';
import type { BatchPart } from './parts.ts';
import { type BatchResult, joinResults, runByFile, runByGroup } from './run.ts';

export interface HowRun {
  readonly workers: number;
  readonly isResumed: boolean;
  readonly isQuiet: boolean;
  readonly lang: Lang;
}

/** What judging brings; or of a finished run from the same, what it brought then. */
export async function resultOf(
  parts: readonly BatchPart[],
  left: readonly Problem[],
  how: HowRun,
  io: Io,
): Promise<{ readonly result: BatchResult; readonly isTaken: boolean }> {
  const found = how.isResumed ? await takeFinished(parts) : undefined;
  const say = (text: string) => void (how.isQuiet || io.stderr.write(`shanxi-plan: ${text}\n`));
  if (found && 'result' in found) {
    say(runWords[how.lang].taken);
    return { result: found.result, isTaken: true };
  }
  if (found) say(runWords[how.lang].notTaken(found.notTaken));
  for (const { context } of parts) rmSync(path.join(context.workFolder, FINISHED), { force: true });
  const results: BatchResult[] = [];
  for (const part of parts) results.push(await judge(part, how, io));
  return { result: joinResults(results, left), isTaken: false };
}

async function judge({ context, files }: BatchPart, { workers, lang }: HowRun, io: Io): Promise<BatchResult> {
  const progress = batchProgress(runWords[lang], io);
  const sayRowByRow = (why: string) => void io.stderr.write(`shanxi-plan: ${runWords[lang].rowByRow(why)}\n`);
  const crew = await gatherCrew(context, workers);
  try {
    return await (context.groupedBy.file
      ? runByFile(context, files, crew, progress)
      : runByGroup(context, files, crew, progress, sayRowByRow));
  } finally {
    progress.end();
    await crew.dismiss();
  }
}
