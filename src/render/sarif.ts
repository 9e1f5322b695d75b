import type { Analysis, Assessment } from '../model/analysis.ts';
import type { Change } from '../model/change.ts';
import { type Severity, type Verdict, verdicts } from '../model/verdict.ts';
import { toJson } from './escape/json.ts';
import { escapeSarifMessage } from './escape/sarif.ts';
import { uriOf } from './escape/uri.ts';
import type { Format } from './format.ts';
import { inventedTexts } from './invented.ts';
import { messageOf } from './message.ts';
import { placesOf, type SourcePlace } from './places.ts';
import { policyTexts } from './policy-text.ts';
import { isWaived, stateOf } from './state.ts';
import { wordsIn } from './words/registry.ts';
import type { Lang } from './words/words.ts';

/** SARIF 2.1.0: a result for every target that is not in order; the counts of all stand under the run's properties. */
export const sarif: Format = {
  mark: {
    begins:
      /^\{\s*"\$schema": "[^"]*",\s*"version": "2\.1\.0",\s*"runs": \[\s*\{\s*"tool": \{\s*"driver": \{\s*"name": "shanxi-plan"/,
  },
  render: (analysis, { lang }) =>
    `${toJson({ $schema: SARIF_SCHEMA, version: '2.1.0', runs: [run(analysis, lang)] }, 2)}\n`,
};

export const SARIF_SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

function run(analysis: Analysis, lang: Lang) {
  const { tool, plan, asOf, knownBy, region, inputs, summary, exit } = analysis;
  const placeOf = placesOf(analysis);
  const wanting = analysis.assessments.filter(({ severity }) => severity !== 'ok');
  return {
    tool: { driver: { name: tool.name, version: tool.version, rules: verdicts.map(verdict => rule(verdict, lang)) } },
    language: lang,
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, exitCode: exit.code, exitCodeDescription: exit.reason }],
    artifacts: inputs.map(({ path, sha256 }) => ({ location: { uri: uriOf(path) }, hashes: { 'sha-256': sha256 } })),
    results: wanting.map(assessment => result(assessment, placeOf(assessment), lang)),
    properties: {
      plan: plan.id,
      planTitle: plan.title[lang],
      asOf,
      knownBy,
      region,
      ...countsOf(summary),
      policy: policyTexts(analysis.gate.policy, lang),
      invented: inventedTexts(analysis, lang),
    },
  };
}

const countsOf = ({ targets, verdicts, severities }: Analysis['summary']) => ({ targets, verdicts, severities });

function rule(verdict: Verdict, lang: Lang) {
  return {
    id: verdict,
    name: wordsIn(lang).verdict[verdict].name,
    shortDescription: { text: escapeSarifMessage(wordsIn(lang).verdict[verdict].rule) },
  };
}

/** Only what fails or warns is a problem for sure and has a level (§3.27.10); the rest has a kind instead. */
const kinds: Readonly<Record<Severity, { readonly kind: string; readonly level: string }>> = {
  fail: { kind: 'fail', level: 'error' },
  warn: { kind: 'fail', level: 'warning' },
  undecided: { kind: 'review', level: 'none' },
  info: { kind: 'informational', level: 'none' },
  ok: { kind: 'pass', level: 'none' },
};

function result(assessment: Assessment, place: SourcePlace, lang: Lang) {
  const { verdict, severity, fingerprint, inForce, change } = assessment;
  return {
    ruleId: verdict,
    ruleIndex: verdicts.indexOf(verdict),
    ...(inForce ? kinds[severity] : { kind: 'notApplicable', level: 'none' }),
    message: { text: escapeSarifMessage(messageOf(assessment, lang)) },
    locations: [location(assessment, place)],
    partialFingerprints: { 'shanxiPlanTarget/v1': fingerprint },
    suppressions: suppressions(assessment),
    ...(change !== null && { baselineState: baselineStates[change] }),
    properties: properties(assessment, lang),
  };
}

/** Against the analysis given with `--since` (§3.27.24). What is gone has no result. */
const baselineStates: Readonly<Record<Change, 'new' | 'unchanged' | 'updated' | 'absent'>> = {
  new: 'new',
  same: 'unchanged',
  worse: 'updated',
  better: 'updated',
  'newly-decided': 'updated',
  'newly-undecided': 'updated',
  gone: 'absent',
};

const location = ({ target, fingerprint }: Assessment, { path, line, col }: SourcePlace) => ({
  physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: { startLine: line, startColumn: col } },
  logicalLocations: [{ name: target, fullyQualifiedName: fingerprint }],
});

function suppressions(assessment: Assessment) {
  const { waiver } = assessment;
  if (!waiver || !isWaived(assessment)) return [];
  const { reason, approver, document, from, until } = waiver;
  return [
    { kind: 'external', status: 'accepted', justification: reason, properties: { approver, document, from, until } },
  ];
}

function properties(assessment: Assessment, lang: Lang) {
  const { target, region, verdict, severity, possible, title, goal, value, gap, reasons, tasks, gate } = assessment;
  const codes = reasons.map(({ code }) => code);
  const state = stateOf(assessment);
  return {
    title: title[lang],
    target,
    region,
    tasks,
    verdict,
    severity,
    state,
    gate,
    possible,
    goal,
    value,
    gap,
    reasons: codes,
  };
}
