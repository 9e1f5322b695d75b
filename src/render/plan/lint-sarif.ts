import type { LintSeverity } from '../../model/lint.ts';
import { toJson } from '../escape/json.ts';
import { escapeSarifMessage } from '../escape/sarif.ts';
import { uriOf } from '../escape/uri.ts';
import { SARIF_SCHEMA } from '../sarif.ts';
import type { Lang } from '../words/words.ts';
import { type Linted, lintWordsIn, type ToldFinding } from './told.ts';

/** SARIF 2.1.0: a rule for each kind that was found, a result for each finding. */
export function lintSarif({ path, told, counts }: Linted, version: string, lang: Lang): string {
  const codes = [...new Set(told.map(({ code }) => code))];
  const run = {
    tool: { driver: { name: 'shanxi-plan', version, rules: codes.map(code => ruleOf(code, told, lang)) } },
    language: lang,
    columnKind: 'utf16CodeUnits',
    artifacts: [{ location: { uri: uriOf(path) } }],
    results: told.map(each => result(each, codes)),
    properties: { counts },
  };
  return `${toJson({ $schema: SARIF_SCHEMA, version: '2.1.0', runs: [run] }, 2)}\n`;
}

/** What its findings have in common is what they mean for a verdict; the level is that of each. */
const ruleOf = (code: string, told: readonly ToldFinding[], lang: Lang) => {
  const severity: LintSeverity = told.find(each => each.code === code)?.severity ?? 'note';
  return {
    id: code,
    shortDescription: { text: escapeSarifMessage(lintWordsIn(lang).group[severity]) },
    defaultConfiguration: { level: severity },
  };
};

function result({ severity, code, args, place: { file, span }, what, help }: ToldFinding, codes: readonly string[]) {
  const region = span && { startLine: span.line, startColumn: span.col, endLine: span.endLine, endColumn: span.endCol };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: escapeSarifMessage(help === undefined ? what : `${what} (${help})`) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...(region && { region }) } }],
    properties: { args },
  };
}
