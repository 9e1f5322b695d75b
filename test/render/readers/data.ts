import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Analysis } from '../../../src/model/analysis.ts';
import { showControls } from '../../../src/render/escape/controls.ts';
import { neutralizeFormula } from '../../../src/render/escape/csv.ts';
import { asText, parseCounts, type Reader, readRows, same } from './reader.ts';

const schema = JSON.parse(readFileSync('schema/analysis.schema.json', 'utf8'));
const isAnalysis = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

function checked(analysis: unknown): Analysis {
  if (!isAnalysis(analysis)) throw new Error(JSON.stringify(isAnalysis.errors?.slice(0, 3)));
  return analysis as Analysis;
}

const readAnalysis = ({ assessments, plan }: Analysis) =>
  readRows(
    assessments.map(({ target, title, verdict, severity, inForce }) => ({
      target,
      title: title.en,
      verdict,
      severity,
      isCounted: inForce,
    })),
    [
      plan.title.en,
      ...assessments.flatMap(({ evidence }) => evidence.used.flatMap(({ observation }) => observation.note ?? [])),
    ],
  );

export const json: Reader = {
  by: 'ajv with schema/analysis.schema.json',
  read: output => readAnalysis(checked(JSON.parse(asText(output)))),
  expected: same,
};

export const ndjson: Reader = {
  by: 'JSON.parse by lines, put together again and held against the schema by ajv',
  read: output => {
    const lines = asText(output).trimEnd().split('\n');
    const records = lines.map(line => JSON.parse(line) as { type: string });
    const { type, ...rest } = records.at(-1) ?? { type: '' };
    if (type !== 'summary') throw new Error(`the last line is ${type}`);
    const assessments = records.slice(0, -1).map(({ type: kind, ...assessment }) => {
      if (kind !== 'assessment') throw new Error(`a line is ${kind}`);
      return assessment;
    });
    return readAnalysis(checked({ ...rest, assessments }));
  },
  expected: same,
};

export const csv: Reader = {
  by: 'csv-parse',
  read: output => {
    const records = parseCsv(asText(output), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
    return readRows(
      records.map(({ target = '', title = '', verdict = '', severity = '', state }) => ({
        target,
        title,
        verdict,
        severity,
        isCounted: state !== 'not-in-force',
      })),
    );
  },
  expected: text => neutralizeFormula(showControls(text)),
};

interface CodeQualityIssue {
  readonly description: string;
  readonly check_name: string;
}

export const gitlab: Reader = {
  by: 'JSON.parse, and the fields that GitLab documents',
  read: output => {
    const issues = JSON.parse(asText(output)) as CodeQualityIssue[];
    const summary = issues.find(issue => issue.check_name === 'summary')?.description ?? '';
    return { ...parseCounts(summary), titles: new Map(), texts: [summary.split(', 20')[0] ?? ''] };
  },
  expected: same,
};
