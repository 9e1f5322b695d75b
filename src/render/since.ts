import { SINCE_VERSION } from '../model/schema-version.ts';
import type { Since, Standing } from '../model/since.ts';
import { toJson } from './escape/json.ts';

/**
 * One JSON list: what file it is, then a line a target. Each line begins with the comma that parts it from the one
 * before, and an empty line stands between them, because git takes changes of neighbouring lines for a conflict.
 */
export function renderSince({ plan, region, standings }: Since): string {
  const header = { 'shanxi-plan': 'since', schemaVersion: SINCE_VERSION, plan, region };
  return `[${onOneLine(header)}\n\n${standings.map(each => `,${onOneLine(inOrder(each))}\n\n`).join('')}]\n`;
}

const inOrder = ({ target, possible, gap, asOf }: Standing): Standing => ({ target, possible, gap, asOf });

function onOneLine(value: object): string {
  const entries = Object.entries(value).map(([key, inner]) => `${toJson(key)}: ${toJson(inner)}`);
  return `{ ${entries.join(', ')} }`;
}
