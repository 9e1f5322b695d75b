import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/model/analysis.ts';
import { analyses, hostile, languages, renderedText, withWaiver } from './analyses.ts';
import { sarifRun, tapRun } from './readers/ci.ts';
import { junitCases, outcomeOf, schemaErrors } from './readers/xml.ts';

const WAIVED = 'minus';
const names = Object.keys(analyses);

describe('JUnit', () => {
  test.each(names.flatMap(name => languages.map(lang => ({ name, lang }))))(
    'is valid by its schema: $name ($lang)',
    async ({ name, lang }) => {
      expect(await schemaErrors(await renderedText('junit', (await analyses[name]) as Analysis, lang))).toEqual([]);
    },
  );

  test('the schema is in force', async () => {
    const xml = await renderedText('junit', await hostile());
    expect(await schemaErrors(xml.replace('<properties>', '<properties><x/>'))).not.toEqual([]);
    expect(await schemaErrors(xml.replaceAll('</testcase>', ''))).not.toEqual([]);
  });

  test('a waived target is skipped with its reason, one that is not in force too', async () => {
    const cases = junitCases(await renderedText('junit', withWaiver(await hostile(), WAIVED)));
    const outcomes = Object.fromEntries(
      cases.map(each => [/\(([^()]*)\)$/.exec(each.getAttribute('name') ?? '')?.[1], outcomeOf(each)]),
    );
    expect(outcomes[WAIVED]?.nodeName).toBe('skipped');
    expect(outcomes[WAIVED]?.textContent).toBe(
      'waived: waived until 2024-12-31: Moved to the next plan # SKIP (approved by Provincial Development and Reform Commission, No. 12 of 2023)',
    );
    expect(outcomes['old']?.textContent).toBe('not-in-force: not in force: judged, but not counted');
  });

  test('names hold no figures, and the body says where the figure stands', async () => {
    const [first] = junitCases(await renderedText('junit', await hostile()));
    expect(first?.getAttribute('name')).toBe('Without a task <>&"\' (without-task)');
    expect(first && outcomeOf(first)?.textContent).toBe(
      [
        'goal ≥ 90 % by 2025-12-31',
        'reported 30 ±0.005 % (2023-06-30)',
        'gap 60 % short',
        'done 25.0 %, schedule 49.9 %',
        'source: fixtures/hostile/report.yaml:11:9',
      ].join('\n'),
    );
  });
});

describe('SARIF', () => {
  const kinds: Readonly<Record<string, readonly [kind: string, level: string]>> = {
    fail: ['fail', 'error'],
    warn: ['fail', 'warning'],
    undecided: ['review', 'none'],
    info: ['informational', 'none'],
  };

  test('has a result for every target that is not in order, with the kind and level of its severity', async () => {
    const { assessments } = await hostile();
    const { results, tool } = sarifRun(await renderedText('sarif', await hostile()));
    const wanted = assessments
      .filter(({ severity }) => severity !== 'ok')
      .map(({ target, verdict, severity, inForce }) => [
        target,
        verdict,
        ...(inForce ? (kinds[severity] ?? []) : ['notApplicable', 'none']),
      ]);
    expect(results.map(({ properties, ruleId, kind, level }) => [properties.target, ruleId, kind, level])).toEqual(
      wanted,
    );
    expect(results.filter(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id !== ruleId)).toEqual([]);
  });

  test('the schema is in force', async () => {
    const text = await renderedText('sarif', await hostile());
    expect(() => sarifRun(text.replace('"level": "error"', '"level": "fatal"'))).toThrow(/level/);
    expect(() => sarifRun(text.replace('"uri": "', '"uri": "<'))).toThrow(/uri/);
  });

  test('fingerprints are stable and unique', async () => {
    const { results } = sarifRun(await renderedText('sarif', await hostile()));
    const prints = results.map(({ partialFingerprints }) => Object.values(partialFingerprints).join());
    expect(new Set(prints).size).toBe(results.length);
    expect(prints).toContain('hostile-invented/minus@hostile-invented');
  });

  test('a waived target is suppressed with its reason and keeps its level; an expired waiver suppresses nothing', async () => {
    const resultOf = async (validity: 'valid' | 'expired') => {
      const text = await renderedText('sarif', withWaiver(await hostile(), WAIVED, validity));
      return sarifRun(text).results.find(({ properties }) => properties.target === WAIVED);
    };
    expect(await resultOf('valid')).toMatchObject({
      level: 'error',
      suppressions: [{ status: 'accepted', justification: 'Moved to the next plan # SKIP' }],
    });
    expect(await resultOf('expired')).toMatchObject({ suppressions: [] });
  });

  test('paths are URIs', async () => {
    const analysis = await hostile();
    const inputs = analysis.inputs.map(input => ({ ...input, path: `报告 ${input.path}#1` }));
    const { results } = sarifRun(await renderedText('sarif', { ...analysis, inputs }));
    const uri = results[0]?.locations[0]?.physicalLocation.artifactLocation.uri;
    expect(uri).toBe('%E6%8A%A5%E5%91%8A%20fixtures/hostile/report.yaml%231');
  });
});

describe('TAP', () => {
  test('fails as a whole where anything fails or is undecided', async () => {
    for (const [name, analysis] of Object.entries(analyses)) {
      const { summary, assessments } = await analysis;
      const { complete } = tapRun(await renderedText('tap', await analysis));
      const { fail = 0, undecided = 0 } = summary.severities;
      const expected = { ok: false, count: assessments.length, fail: fail + undecided };
      expect({ name, ok: complete.ok, count: complete.count, fail: complete.fail }).toEqual({ name, ...expected });
    }
  });

  test('has no point that is to do, and skips only what is waived or not in force', async () => {
    const { points } = tapRun(await renderedText('tap', withWaiver(await hostile(), WAIVED)));
    expect(points.filter(({ todo }) => todo)).toEqual([]);
    const skipped = points.filter(({ skip }) => skip).map(({ diag }) => diag?.['target']);
    expect(skipped.toSorted()).toEqual([WAIVED, 'old']);
  });
});

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

describe('the code quality report of GitLab', () => {
  const issuesOf = async (analysis: Analysis) => JSON.parse(await renderedText('gitlab', analysis)) as Issue[];

  test('has the fields that GitLab documents, with unique fingerprints and relative paths', async () => {
    for (const analysis of Object.values(analyses)) {
      const issues = await issuesOf(await analysis);
      const wrong = issues.filter(
        ({ description, check_name, fingerprint, severity, location }) =>
          description === '' ||
          check_name === '' ||
          fingerprint === '' ||
          !['info', 'minor', 'major', 'critical', 'blocker'].includes(severity) ||
          location.path.startsWith('/') ||
          location.path.startsWith('./') ||
          !Number.isInteger(location.lines.begin) ||
          location.lines.begin < 1,
      );
      expect(wrong).toEqual([]);
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    }
  });

  test('has one issue for every target that is not in order, and severities that tell failing from undecided', async () => {
    const analysis = withWaiver(await hostile(), WAIVED);
    const issues = await issuesOf(analysis);
    const { fail = 0, undecided = 0, warn = 0 } = analysis.summary.severities;
    const count = (...severities: string[]) => issues.filter(({ severity }) => severities.includes(severity)).length;
    expect([count('critical', 'blocker'), count('major'), count('minor')]).toEqual([fail - 1, undecided, warn]);
    expect(issues).toHaveLength(analysis.assessments.filter(({ severity }) => severity !== 'ok').length + 1);
  });
});
