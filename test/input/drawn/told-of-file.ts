import { readPlan } from '../../../src/input/plan/read-plan.ts';
import { readReport } from '../../../src/input/report/read-report.ts';
import type { Observation } from '../../../src/model/observation.ts';
import { withPreset } from '../../../src/model/preset.ts';
import { tableMapping } from '../../../src/model/table-mapping.ts';
import type { Day } from '../../../src/values/day.ts';
import type { Place } from '../../../src/values/place.ts';
import type { Problem } from '../../../src/values/problem.ts';
import { fieldsIn, toldLine } from '../../support/told-lines.ts';
import { PLAN } from './bases.ts';
import type { DrawnFile } from './files.ts';

/* All that is read of a file: each figure with what it says and where, each problem with its place, and what became of cells. */

export async function toldOfFile({ format, bytes, mapping, shown }: DrawnFile): Promise<string[]> {
  const { plan } = await readPlan({ path: 'plan.json', bytes: Buffer.from(JSON.stringify(PLAN)) });
  if (!plan) throw new Error('the plan of the drawn files cannot be read');
  const named = mapping && withPreset(tableMapping.parse(mapping), undefined);
  const file = { path: `a.${format}`, bytes, format, ...(named && { mappings: [named] }) };
  const { report, problems, tally } = await readReport(file, plan, '2026-06-30' as Day);
  return [
    ...shown.map(line => `  | ${printable(line)}`.trimEnd()),
    ...toldLine('report', { title: report?.title, invented: report?.invented }),
    ...(report?.observations ?? []).map(figureLine),
    ...problems.map(problemLine),
    ...toldLine('cells', tally ?? {}),
  ].map(line => printable(line));
}

/** Signs that a reader does not see, as JSON writes them. */
export const printable = (text: string): string =>
  text.replaceAll(/[^\P{C}\n]|[\u2028\u2029\u3000\u00a0\n]/gu, sign =>
    JSON.stringify(sign)
      .slice(1, -1)
      .replace(/^\p{C}$/u, hidden),
  );

const hidden = (sign: string): string => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

const at = ({ file: _, span, ...rest }: Place): string =>
  `@${span ? `${span.line}:${span.col}-${span.endLine}:${span.endCol}` : ''} ${fieldsIn(rest).join(', ')}`.trimEnd();

/** What is the same for most is not written. */
function figureLine({ quantity, place, dated, scope, status, region, ...rest }: Observation): string {
  const { low, high, lowOpen, highOpen, text = '', ...more } = quantity ?? {};
  const interval = quantity ? `${text} ${lowOpen ? '(' : '['}${low}, ${high}${highOpen ? ')' : ']'} ` : '';
  const said = fieldsIn({
    ...rest,
    ...more,
    region: region === 'here' ? null : region,
    dated: dated === 'stated' ? null : dated,
    scope: scope === 'whole' ? null : scope,
    status: status === 'final' ? null : status,
  });
  return `  figure ${interval}${said.join(', ')} ${at(place)}`;
}

export const problemLine = ({ code, args, place }: Problem): string =>
  `  ${code} ${fieldsIn(args).join(', ')} ${at(place)}`;
