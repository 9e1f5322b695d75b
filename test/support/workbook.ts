import { readReport } from '../../src/input/report/read-report.ts';
import { planSchema } from '../../src/model/plan.ts';
import { partsXlsxOf, SHEET, sheetXml } from './tables.ts';

export const plan = planSchema.parse({
  plan: 'plan',
  title: 'Plan',
  period: { from: '2021-01-01', to: '2025-12-31' },
  indicators: { roads: { title: 'Roads', unit: 'km', kind: 'stock' } },
});

/** Cells and rows of a sheet as XML. */
export const text = (value: string, attributes = '') => `<c ${attributes} t="inlineStr"><is><t>${value}</t></is></c>`;
export const HEAD = `<row>${['indicator', 'value', 'as_of'].map(each => text(each)).join('')}</row>`;
export const rowOf = (value: string, day = text('2023-12-31')) => `<row>${text('roads')}${value}${day}</row>`;

/** What is read of the first figure of a sheet, and the codes of all problems. */
export async function readParts(parts: Readonly<Record<string, string>>) {
  const { report, problems } = await readReport({ path: 'report.xlsx', bytes: partsXlsxOf(parts) }, plan);
  const figure = report?.observations[0];
  return { value: figure?.quantity?.nominal, day: figure?.asOf, codes: problems.map(({ code }) => code) };
}

export const readRows = (rows: string) => readParts({ [SHEET]: sheetXml(rows) });
export const FINE = { value: 1800, day: '2023-12-31', codes: [] };
