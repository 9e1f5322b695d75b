import path from 'node:path';
import { type JudgedGroup, judgedRow, unjudgedRow } from '../../batch/group-row.ts';
import { analyse, type InputFile } from '../../check/analyse.ts';
import { judgedAlone } from '../../check/judged-alone.ts';
import type { Analysis } from '../../model/analysis.ts';
import type { GroupRow } from '../../model/batch.ts';
import type { Observation } from '../../model/observation.ts';
import { targetsOf } from '../../model/outline.ts';
import type { Plan } from '../../model/plan.ts';
import { type Reduced, reduce } from '../../panel/reduce.ts';
import { describeReduction, type Reduction } from '../../panel/reduction.ts';
import { fileContent } from '../../render/mark.ts';
import { formats } from '../../render/registry.ts';
import type { Day } from '../../values/day.ts';
import type { Problem } from '../../values/problem.ts';
import { sha256 } from '../digest.ts';
import { userErrorOf } from '../say-mistakes.ts';
import { version } from '../version.ts';
import type { BatchContext } from './context.ts';
import { type GroupKey, named } from './group-name.ts';
import { INDEX_PAGE, protectFromGroup } from './protect.ts';
import { writeStaged } from './staging.ts';

/** What is known of one group. */
export interface GroupSubject {
  readonly key: GroupKey;
  /** The day to judge; undefined for the latest day reported. */
  readonly asOf: Day | undefined;
  readonly files: readonly InputFile[];
  readonly observations: readonly Observation[];
  readonly problems: readonly Problem[];
  /** Figures that were left out before, because they cannot matter. */
  readonly unlisted: number;
  /** Errors in the input that may have cost this group a figure. */
  readonly errors: number;
}

/** A finished group: its row of the index, and the digests by which a later run knows its outputs again. */
export interface Finished {
  readonly row: GroupRow;
  readonly digests: readonly string[];
}

/** Judges one group and writes its outputs, each whole. */
export async function judgeGroup(context: BatchContext, subject: GroupSubject): Promise<Finished> {
  const { key, errors, observations, unlisted } = subject;
  const group = named(key);
  const nothing = (leftOut: number): Finished => ({
    row: unjudgedRow(group, 'nothing-to-judge', { errors, figures: observations.length, leftOut }),
    digests: [],
  });
  if (targetsOf(context.plan, key.region).length === 0) return nothing(0);
  const { judged, analysis } = judge(context, subject);
  if (judged.exit.reason === 'nothing-to-judge') return nothing(judged.gate.policy.leftOut);
  const written = analysis ? await writeOutputs(context, group.name, analysis) : [];
  return {
    row: judgedRow(group, judged, {
      figures: observations.length + unlisted,
      errors,
      outputs: written.map(({ format, file }) => ({ format, file })),
      isDrawn: context.isIndexDrawn,
    }),
    digests: written.map(({ digest }) => digest),
  };
}

interface JudgedSubject {
  readonly judged: JudgedGroup;
  /** Where an output tells its story. */
  readonly analysis: Analysis | undefined;
}

function judge(context: BatchContext, subject: GroupSubject): JudgedSubject {
  const { plan, planFile, policy, recorded, waivers } = context;
  const { knownBy, method, compare, readings, direct, maxAgeMonths, only, skip, limits } = context;
  const { asOf, files, problems, unlisted, errors: lost } = subject;
  const { region } = subject.key;
  const { kept, dropped } = thinned(context, subject);
  const request = { asOf, knownBy, method, compare, readings, direct, maxAgeMonths, region, only, skip, limits };
  const gate = { policy, settings: recorded, waivers, since: undefined };
  if (context.outputFolder === undefined || context.formats.length === 0) {
    const alone = judgedAlone({ plan, observations: kept, lost }, request, gate);
    if ('mistakes' in alone) throw userErrorOf(alone.mistakes);
    return { judged: alone.judged, analysis: undefined };
  }
  const { analysis, mistakes } = analyse(
    { plan, planFile, files, observations: kept, problems, unlisted: unlisted + dropped, lost, version },
    request,
    gate,
  );
  if (!analysis) throw userErrorOf(mistakes);
  return { judged: analysis, analysis };
}

/** What cannot matter for a verdict is counted, unless all of it is to be listed. */
function thinned({ plan, knownBy, isAllListed }: BatchContext, { asOf, observations }: GroupSubject): Reduced {
  return isAllListed ? { kept: observations, dropped: 0 } : reduce(reductionFor(plan, asOf, knownBy), observations);
}

/** The same for all groups of a day. */
function reductionFor(plan: Plan, asOf: Day | undefined, knownBy: Day | undefined): Reduction {
  const known = reductions.get(plan) ?? new Map<string, Reduction>();
  reductions.set(plan, known);
  const name = `${asOf} ${knownBy}`;
  const found = known.get(name) ?? describeReduction(plan, { asOf, knownBy });
  known.set(name, found);
  return found;
}

const reductions = new WeakMap<Plan, Map<string, Reduction>>();

interface WrittenOutput {
  readonly format: string;
  readonly file: string;
  readonly digest: string;
}

async function writeOutputs(context: BatchContext, name: string, analysis: Analysis): Promise<WrittenOutput[]> {
  const { outputFolder = '', lang, width } = context;
  const written: WrittenOutput[] = [];
  const indexAt = `${'../'.repeat(name.split('/').length - 1)}${INDEX_PAGE}`;
  for (const id of context.formats) {
    const format = await formats[id].load();
    const options = { lang, width, isColored: false, indexAt };
    const content = fileContent(format.mark, await format.render(analysis, options));
    const file = `${name}.${formats[id].extension}`;
    protectFromGroup(context, file);
    writeStaged(context.workFolder, path.join(outputFolder, file), content);
    written.push({ format: id, file, digest: sha256(typeof content === 'string' ? Buffer.from(content) : content) });
  }
  return written;
}
