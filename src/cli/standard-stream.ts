import { fstatSync, type Stats, statSync, writeSync } from 'node:fs';
import type { OutputStream } from './io.ts';

/**
 * Standard output or error. Files, pipes and what leads nowhere are written to directly, each text whole before the run goes on: what Node makes
 * a stream of them with takes longer to load than a plan to read, and its stream of a file takes a write that was cut short,
 * by a disk that fills up, for a whole one. A terminal has its stream, for its width and its signs.
 */
export function standardStream(
  descriptor: 1 | 2,
  stream: () => NodeJS.WriteStream,
  onError: (error: NodeJS.ErrnoException) => void,
): OutputStream {
  let own: NodeJS.WriteStream | undefined;
  const opened = (): NodeJS.WriteStream => {
    own ??= stream().on('error', onError);
    return own;
  };
  if (!isPlain(descriptor)) {
    const { isTTY, columns } = opened();
    return { write: text => void opened().write(text), isTTY, columns };
  }
  let isLost = false;
  const writeDirectly = (bytes: Uint8Array): void => {
    let at = 0;
    try {
      while (at < bytes.length) at += writeSync(descriptor, bytes, at);
    } catch (error) {
      // What a reader cannot take just now, where whoever opened the pipe wants nobody to wait, is left to the stream.
      if (codeOf(error) === 'EAGAIN') return void opened().write(bytes.subarray(at));
      isLost = true;
      onError(error as NodeJS.ErrnoException);
    }
  };
  const write = (text: string | Uint8Array): void => {
    if (own) own.write(text);
    else if (!isLost) writeDirectly(typeof text === 'string' ? Buffer.from(text) : text);
  };
  return { write };
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

function isPlain(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() || stats.isFIFO() || stats.isSocket() || isNowhere(stats);
  } catch {
    return false;
  }
}

/** `/dev/null` is a device as a terminal is, and takes everything. */
const isNowhere = (stats: Stats): boolean => stats.isCharacterDevice() && stats.rdev === statSync('/dev/null').rdev;
