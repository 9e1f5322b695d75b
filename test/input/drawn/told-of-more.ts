import { findTable } from '../../../src/input/map/open-table.ts';
import { propose } from '../../../src/input/map/propose.ts';
import { readPlan } from '../../../src/input/plan/read-plan.ts';
import { readWaivers } from '../../../src/input/plan/read-waivers.ts';
import { type Plan, planSchema } from '../../../src/model/plan.ts';
import type { Proposal, Proposed } from '../../../src/model/proposal.ts';
import { NOTHING_TOLD } from '../../support/nothing-told.ts';
import { fieldsIn, inLine, toldLine } from '../../support/told-lines.ts';
import { PLAN } from './bases.ts';
import type { DrawnFile } from './files.ts';
import { moreTexts } from './more-bases.ts';
import { printable, problemLine } from './told-of-file.ts';

/* All that is read of a plan or of waivers, and all that is proposed for a sheet. */

const file = ({ format, bytes }: DrawnFile) => ({ path: `a.${format}`, bytes, format });

const shownOf = ({ shown }: DrawnFile): string[] => shown.map(line => `  | ${printable(line)}`.trimEnd());

/** What is the same in each plan is not told. */
function planLines({ indicators, measures, regions, assumptions, authorities, bands, method }: Plan): string[] {
  return [
    ...Object.entries(indicators).flatMap(([id, { title: _, ...indicator }]) => toldLine(`indicator ${id}`, indicator)),
    ...measures.flatMap(({ targets }) => targets.flatMap(({ title: _, ...target }) => toldLine('target', target))),
    ...regions.map(region => `  region ${inLine(region)}`),
    ...assumptions.flatMap(assumption => toldLine('assumption', assumption)),
    ...toldLine('plan', { authorities, bands, method }),
  ];
}

export async function toldOfPlan(given: DrawnFile): Promise<string[]> {
  const { plan, problems } = await readPlan(file(given));
  return [...shownOf(given), ...(plan ? planLines(plan) : []), ...problems.map(problemLine)].map(printable);
}

export async function toldOfWaivers(given: DrawnFile): Promise<string[]> {
  const { plan } = await readPlan({ path: 'plan.yaml', bytes: Buffer.from(moreTexts.plans[0]?.[1] ?? '') });
  const { waivers, problems } = await readWaivers(file(given), plan);
  return [
    ...shownOf(given),
    ...waivers.flatMap(waiver => toldLine('waiver', waiver)),
    ...problems.map(problemLine),
  ].map(printable);
}

const proposedLine = (name: string, proposed: Proposed | undefined): string[] =>
  proposed
    ? [
        `  ${name} ${proposed.key}: ${proposed.value}, because ${proposed.reason.code} ${fieldsIn(proposed.reason.args).join(', ')}`.trimEnd(),
      ]
    : [];

function proposalLines({ columns, names, flags, fixed, header, missing, definitions, ...rest }: Proposal): string[] {
  return [
    ...toldLine('table', { header, missing, sheet: rest.sheet }),
    ...proposedLine('preset', rest.preset),
    ...proposedLine('decimal', rest.decimal),
    ...proposedLine('ends', rest.ends),
    ...columns.flatMap(each => proposedLine('column', each)),
    ...Object.entries(names).flatMap(([field, all]) => all.flatMap(each => proposedLine(`${field} called`, each))),
    ...flags.flatMap(each => proposedLine('flag', each)),
    ...fixed.flatMap(each => proposedLine('fixed', each)),
    ...proposedLine('forecast from', rest.forecastFrom),
    ...definitions.flatMap(each => toldLine('definition', each)),
  ];
}

export async function toldOfSheet(given: DrawnFile): Promise<string[]> {
  const plan = planSchema.parse(asWritten(PLAN));
  const told = (grid: Parameters<typeof propose>[0]) =>
    propose(grid, { file: 'a.csv', plan, told: NOTHING_TOLD, presets: {} });
  const { grid, problems } = await findTable(file(given), undefined, each => told(each) !== undefined);
  const proposal = grid && told(grid);
  return [
    ...shownOf(given),
    ...(proposal ? proposalLines(proposal) : ['  no proposal']),
    ...problems.map(problemLine),
  ].map(printable);
}

/** All scalars of a file are texts. */
const asWritten = (data: unknown): unknown => {
  if (Array.isArray(data)) return data.map(asWritten);
  if (typeof data !== 'object' || data === null) return String(data);
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, asWritten(value)]));
};
