import { readFileSync } from 'node:fs';
import AjvDraft04 from 'ajv-draft-04';
import { Parser } from 'tap-parser';
import { asText, type Reader, readRows, same } from './reader.ts';

const schema = JSON.parse(
  readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
);
const isSarif = new AjvDraft04.default({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    // RFC 3986, appendix A: what may stand in a reference without being encoded.
    'uri-reference': (text: string) => /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  },
}).compile(schema);

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number };
    };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly { readonly status: string; readonly justification: string }[];
  readonly properties: { readonly target: string; readonly title: string; readonly severity: string };
}

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly SarifResult[];
  readonly properties: { readonly planTitle: string; readonly verdicts: object; readonly severities: object };
}

export function sarifRun(text: string): SarifRun {
  const log = JSON.parse(text) as { runs: [SarifRun] };
  if (!isSarif(log)) throw new Error(JSON.stringify(isSarif.errors?.slice(0, 3)));
  return log.runs[0];
}

export const sarif: Reader = {
  by: 'ajv with the SARIF 2.1.0 schema that @microsoft/jest-sarif ships',
  read: output => {
    const { results, properties } = sarifRun(asText(output));
    return {
      verdicts: properties.verdicts,
      severities: properties.severities,
      titles: new Map(results.map(each => [each.properties.target, each.properties.title])),
      texts: [properties.planTitle],
    };
  },
  expected: same,
};

interface TapPoint {
  readonly ok: boolean;
  readonly name: string;
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
  /** Of a target; a waiver that expired is a point without. */
  readonly diag: Readonly<Record<string, string>> | null;
}

export interface TapRun {
  readonly points: readonly TapPoint[];
  readonly complete: { readonly ok: boolean; readonly count: number; readonly fail: number; readonly skip: number };
}

export function tapRun(text: string): TapRun {
  const events = Parser.parse(text, { strict: true }) as [string, unknown][];
  const extra = events.filter(([name]) => name === 'extra');
  if (extra.length > 0) throw new Error(`not TAP: ${JSON.stringify(extra)}`);
  const complete = events.find(([name]) => name === 'complete')?.[1] as TapRun['complete'];
  return { points: events.flatMap(([name, data]) => (name === 'assert' ? [data as TapPoint] : [])), complete };
}

export const tap: Reader = {
  by: 'tap-parser, strict',
  read: output => {
    const { points } = tapRun(asText(output));
    return readRows(
      points.flatMap(({ diag, skip }) =>
        diag === null
          ? []
          : [
              {
                target: diag['target'] ?? '',
                title: diag['title'] ?? '',
                verdict: diag['verdict'] ?? '',
                severity: diag['severity'] ?? '',
                isCounted: !/^(?:not in force|不在有效期内)/.test(String(skip ?? '')),
              },
            ],
      ),
    );
  },
  expected: same,
};
