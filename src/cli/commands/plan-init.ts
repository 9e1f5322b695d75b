import path from 'node:path';
import { exitCodes } from '../../model/exit-code.ts';
import { isIdentifier } from '../../model/identifier.ts';
import { formWords } from '../../render/words/form.ts';
import { planTemplate } from '../../render/words/plan-template.ts';
import type { Lang } from '../../render/words/words.ts';
import type { Io } from '../io.ts';
import { refuseExisting } from '../refuse-existing.ts';
import { writeWhole } from '../write-output.ts';

/** A plan of one target, with a word on each key; its id is the name of the file where that can be one. */
export async function runPlanInit(file: string, { lang }: { readonly lang: Lang }, io: Io): Promise<number> {
  await refuseExisting(file, io);
  const stem = path.parse(file).name.toLowerCase();
  await writeWhole(file, planTemplate[lang](isIdentifier(stem) ? stem : 'my-plan'), io);
  io.stderr.write(`shanxi-plan: ${formWords[lang].next(file, `shanxi-plan plan lint ${file}`)}\n`);
  return exitCodes.ok;
}
