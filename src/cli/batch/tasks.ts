import type { BatchContext } from './context.ts';
import { type Journal, openJournal } from './journal.ts';
import { type JudgedPartition, judgeFiles, judgePartition, type PartitionRequest } from './judge-files.ts';
import { type FigureSource, type ReadSummary, readFiles } from './read-files.ts';

/** What a worker can be asked to do, by name; the same functions run in the main thread where there are no workers. */
export interface Tasks {
  readonly read: (sources: readonly FigureSource[]) => Promise<ReadSummary>;
  readonly judgePartition: (request: PartitionRequest) => Promise<JudgedPartition>;
  readonly judgeFiles: (paths: readonly string[]) => Promise<JudgedPartition>;
}

/** @param writer tells the files that this one writes in the folder of the run from those of the others. */
export function tasksOf(context: BatchContext, writer: string): Tasks {
  let opened: Promise<Journal> | undefined;
  const journal = () => {
    opened ??= openJournal(context, writer);
    return opened;
  };
  return {
    read: sources => readFiles(context, sources, writer),
    judgePartition: async request => judgePartition(context, request, await journal()),
    judgeFiles: async paths => judgeFiles(context, paths, await journal()),
  };
}
