import type { KeptData } from '../check/kept-analysis.ts';
import { decode } from '../input/document/decode.ts';
import { openFile } from '../input/source/source-file.ts';
import { about, type InEach, toldBy, withHelp } from '../render/words/told.ts';
import { usageOfKept } from '../render/words/usage-files.ts';
import { inWords } from '../values/fact.ts';
import { placeText, spotOf } from '../values/place.ts';
import { isError, type Problem } from '../values/problem.ts';
import { readNamedFile } from './files.ts';
import type { Io } from './io.ts';
import { UserError } from './user-error.ts';

/** What to do where a file is not there, and where something is wrong with it. */
export interface WayOut {
  readonly absent: InEach;
  readonly wrong: InEach;
}

/** Reads it as reports are read (nothing twice, nothing too deep), but for its numbers and nulls, which are meant as such. */
export async function readJsonFile(name: string, wayOut: WayOut, io: Io): Promise<KeptData> {
  const { file, problem } = await readNamedFile(name, io);
  if (!file) throw said(problem, problem?.code === 'file-not-found' ? wayOut.absent : wayOut.wrong);
  const open = await openFile({ ...file, format: 'json' });
  const wrong = open.problems.find(isError);
  if (wrong) throw said(wrong, wayOut.wrong);
  const decoded = decode(file.bytes);
  return {
    file: name,
    data: 'text' in decoded ? JSON.parse(decoded.text) : undefined,
    placeOf: path => textOf(open.placeOf(path)),
  };
}

const textOf = (place: Problem['place']): string => placeText(place.file, spotOf(place));

function said(problem: Problem | undefined, help: InEach): UserError {
  if (!problem) return new UserError(withHelp(usageOfKept.cannotRead(), help));
  const found = toldBy(words => inWords(words.problem, problem));
  return new UserError(withHelp(about(textOf(problem.place), found), help));
}
