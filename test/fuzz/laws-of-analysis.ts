import {
  type Analysis,
  type CheckInputs,
  diff,
  explain,
  type FormatId,
  readAnalysis,
  render,
  renderDiff,
  renderExplanation,
} from '../../src/index.ts';
import { readers } from '../render/readers/registry.ts';
import { BrokenLaw, holds, holdsNoEscape } from './broken-law.ts';
import { holdProblems } from './laws-of-problems.ts';

const langs = ['en', 'zh'] as const;

/** Wide enough for a table to keep each heading in one line, as its reader needs. */
const WIDTH = 240;

/** An analysis accounts for all figures, is what a later run takes it for, and says the same in all formats. */
export async function holdAnalysis(
  analysis: Analysis,
  inputs: CheckInputs,
  isDeep: boolean,
  formats: readonly FormatId[],
): Promise<void> {
  holdEachFigure(analysis, inputs);
  for (const assessment of analysis.assessments) holdAssessment(assessment);
  if (!isDeep) return;
  const kept = await readAnalysis(JSON.parse(JSON.stringify(analysis)));
  holds(kept.analysis !== undefined, 'what was written is read again', kept.problems);
  for (const lang of langs) for (const id of formats) await holdFormat(analysis, id, lang);
  await holdExplanations(analysis, inputs);
  const compared = diff(inputs.since ?? analysis, analysis);
  holdProblems('diff', compared.comparisons, compared.problems);
  if (compared.comparisons)
    for (const lang of langs) holdsNoEscape(await renderDiff(compared.comparisons, { lang }), `diff (${lang})`);
}

function holdEachFigure({ assessments, measures, forNoTarget, gate }: Analysis, { reports }: CheckInputs): void {
  const ids = new Set([
    ...assessments.flatMap(({ evidence: { used, setAside } }) => [...used, ...setAside].map(row => row.observation.id)),
    ...measures.flatMap(({ statements }) => statements.map(({ id }) => id)),
    ...forNoTarget.map(({ observation }) => observation.id),
  ]);
  const read = reports.flatMap(({ observations }) => observations).length;
  // What concerns a target that was left out stands with nothing.
  const isWhole = gate.policy.leftOut === 0;
  holds(!isWhole || ids.size === read, 'every figure stands somewhere', read, ids.size);
}

function holdAssessment({ target, verdict, possible, value, goal, reasons }: Analysis['assessments'][number]): void {
  holds(possible.length > 0, 'something is possible', target);
  holds(verdict === 'undecided' || possible.length === 1, 'what is decided is one verdict', target, verdict, possible);
  const isOnTheLine = reasons.some(({ code }) => code === 'on-the-line');
  if (verdict !== 'met' || isOnTheLine || !value || goal.comparator !== 'at_least' || goal.value === null) return;
  if (value.low !== null) holds(value.low >= goal.value, 'what is met reaches its goal', target, value, goal);
}

const KEEPING_DIRECTION: readonly FormatId[] = ['csv', 'junit', 'prometheus'];

async function holdFormat(analysis: Analysis, id: FormatId, lang: (typeof langs)[number]): Promise<void> {
  const output = await render(analysis, id, { lang, width: WIDTH });
  const again = await render(structuredClone(analysis), id, { lang, width: WIDTH });
  holds(Buffer.compare(Buffer.from(output), Buffer.from(again)) === 0, 'rendered twice, alike', id);
  if (typeof output === 'string') holdsNoEscape(output, `${id} (${lang})`, KEEPING_DIRECTION.includes(id));
  const { verdicts, severities } = await understood(output, id, lang);
  const { summary } = analysis;
  holds(sameCounts(verdicts, summary.verdicts), 'every format counts alike', id, lang, verdicts, summary.verdicts);
  const told = Object.entries(severities);
  const counts = summary.severities as Readonly<Record<string, number>>;
  holds(
    told.every(([severity, count]) => (counts[severity] ?? 0) === count),
    'every format counts alike',
    id,
    lang,
    severities,
    counts,
  );
}

async function understood(output: string | Uint8Array, id: FormatId, lang: (typeof langs)[number]) {
  try {
    return await readers[id].read(output, lang);
  } catch (error) {
    throw new BrokenLaw(`other programs read ${id} (${lang}) | ${error instanceof Error ? error.message : error}`);
  }
}

const sameCounts = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(key => (a[key] ?? 0) === (b[key] ?? 0));

async function holdExplanations(analysis: Analysis, inputs: CheckInputs): Promise<void> {
  for (const { target, verdict } of analysis.assessments.slice(0, 3)) {
    const { explanation, problems } = explain(inputs, target);
    holdProblems('explain', explanation, problems);
    if (!explanation) continue;
    holds(explanation.assessment.verdict === verdict, 'explain says what check says', target, verdict);
    for (const lang of langs) holdsNoEscape(await renderExplanation(explanation, { lang }), `explain (${lang})`);
  }
}
