import type { Analysis, Assessment } from '../../src/model/analysis.ts';
import type { FormatId } from '../../src/render/registry.ts';
import { formats } from '../../src/render/registry.ts';
import type { Lang } from '../../src/render/words/words.ts';
import { runCli } from '../support/io.ts';

const analyze = async (...args: readonly string[]): Promise<Analysis> => {
  const { stdout, stderr } = await runCli(['check', ...args, '--format', 'json']);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Analysis;
};

const shanxi = 'fixtures/shanxi';

/** What every format is held against: two days of the real data, and an invented plan that tries to break them. */
export const analyses: Readonly<Record<string, Promise<Analysis>>> = {
  'the real data in 2023': analyze(shanxi, '--as-of', '2023-12-31'),
  'the real data in 2026': analyze(shanxi, '--as-of', '2026-06-30'),
  'the hostile texts': analyze('fixtures/hostile/report.yaml', '--plan', 'fixtures/hostile/plan.yaml'),
};

export const hostile = (): Promise<Analysis> => analyses['the hostile texts'] as Promise<Analysis>;

export const languages: readonly Lang[] = ['en', 'zh'];

export async function rendered(
  id: FormatId,
  analysis: Analysis,
  lang: Lang = 'en',
  width = 100,
): Promise<string | Uint8Array> {
  const format = await formats[id].load();
  return format.render(analysis, { lang, width, isColored: false });
}

export async function renderedText(id: FormatId, analysis: Analysis, lang: Lang = 'en', width = 100): Promise<string> {
  const output = await rendered(id, analysis, lang, width);
  if (typeof output !== 'string') throw new Error(`${id} is no text`);
  return output;
}

type Validity = NonNullable<Assessment['waiver']>['validity'];

/** The analysis with a waiver on one target, as the gate would leave it. */
export function withWaiver(analysis: Analysis, target: string, validity: Validity = 'valid'): Analysis {
  const waiver = {
    id: 0,
    target,
    region: null,
    verdicts: ['missed'],
    reason: 'Moved to the next plan # SKIP',
    approver: 'Provincial Development and Reform Commission',
    document: 'No. 12 of 2023',
    from: '2023-01-01',
    until: '2024-12-31',
    validity,
  };
  const waived = (assessment: Assessment): Assessment =>
    assessment.target === target ? { ...assessment, waiver } : assessment;
  return { ...analysis, assessments: analysis.assessments.map(waived) };
}
