import { readPlan } from '../../../src/input/plan/read-plan.ts';
import { type ReadReport, readReport } from '../../../src/input/report/read-report.ts';
import { statuses } from '../../../src/model/report.ts';
import type { Day } from '../../../src/values/day.ts';
import type { Place } from '../../../src/values/place.ts';
import { sheet, xlsxOf } from '../../support/tables.ts';
import { PLAN } from './bases.ts';

/* Cases that can be written out one by one: a number in each format of a cell, and a figure of each day and status. */

const FORMATS = [
  ...['General', '0', '0.0', '0.00', '#,##0', '#,##0.00', '#,##0.0_ ', '0%', '0.0%', '0.00E+00', '##0.0E+0', '# ?/?'],
  ...['0,', '0.0,', '0.00,,', '0.0,"千"', '0.0"万"', '"约"0', '0"以上"', '0 "km"', '\\~0', '0\\%', '00000', '#', '#.#'],
  ...['[<100]0.0;0', '[>=1000]0,"k";0', '[红色]0', '[Red]-0;0', '0;(0)', '0;-0;"-"', '0;;', '0.0;[Blue]-0.0;0;@', '@'],
  ...['yyyy', 'yyyy-mm-dd', 'yyyy"年"m"月"', 'yyyy/m/d', 'm/d/yy', 'mmm-yy', 'h:mm', '[h]:mm', '[$-804]yyyy"年"', 'd'],
  ...['¥#,##0', '[$€-2] 0.00', '_-* #,##0_-', '0*x', '?0.0?', '0.0#', '0_)', '"x"', '0"p"', '0.0" p"', '[DBNum1]0'],
];

const NUMBERS = [0, 0.054, 5.45, 99.5, 1234.5678, -3, 93_307, 45_291];

async function planRead() {
  const { plan } = await readPlan({ path: 'plan.json', bytes: Buffer.from(JSON.stringify(PLAN)) });
  if (!plan) throw new Error('the plan of the drawn files cannot be read');
  return plan;
}

const TODAY = '2026-06-30' as Day;

/** What the number of a line became, or why it became nothing. */
function became({ report, problems }: ReadReport, line?: number): string {
  const isOf = ({ span }: Place) => line === undefined || span?.line === line;
  const told = (report?.observations ?? [])
    .filter(({ place }) => isOf(place))
    .map(({ quantity }) => {
      const { low, high, text, step = 0, isPlain, kept } = quantity ?? {};
      const more = `${isPlain ? '' : ' not plain'}${kept === undefined ? '' : ` kept ${kept}`}`;
      return `${text} [${low}, ${high}] by ${step}${more}`;
    });
  return [...told, ...problems.filter(({ place }) => isOf(place)).map(({ code }) => code)].join('; ');
}

function bookOf(format: string, numbers: readonly number[]) {
  const rows = [['indicator', 'value', 'as_of'], ...numbers.map(number => ['roads', number, '2023-12-31'])];
  const formats = Object.fromEntries(numbers.map((_, index) => [`B${index + 2}`, format]));
  return { path: 'a.xlsx', bytes: xlsxOf(sheet(rows, { formats })) };
}

/** One line for each format, below which each number stands with what it is read as. */
export async function numbersByFormat(): Promise<string[]> {
  const plan = await planRead();
  const lines: string[] = [];
  for (const format of FORMATS) {
    lines.push(format);
    const all = await readReport(bookOf(format, NUMBERS), plan, TODAY);
    for (const [index, number] of NUMBERS.entries()) {
      // Where one is refused nothing is read of the others, and each is asked for by itself.
      const isRead = all.report !== undefined;
      const read = isRead ? all : await readReport(bookOf(format, [number]), plan, TODAY);
      lines.push(`  ${number}: ${became(read, isRead ? index + 2 : undefined)}`);
    }
  }
  return lines;
}

const DAYS = ['2023', '2025-12-31', '2026-06-30', '2026-12-31'];
const PUBLISHED = [undefined, '2023-06-30', '2025-12-31', '2026-02-01', '2026-12-31'];

/** Figures of days before and after they were published, and after today. */
export async function figuresByDay(): Promise<string[]> {
  const plan = await planRead();
  const lines: string[] = [];
  for (const as_of of DAYS)
    for (const published of PUBLISHED)
      for (const status of statuses) {
        const observations = [{ indicator: 'roads', value: '12.5', as_of, published, status }];
        const bytes = Buffer.from(JSON.stringify({ observations }));
        const read = await readReport({ path: 'a.json', bytes }, plan, TODAY);
        lines.push(`of ${as_of}, published ${published ?? 'some day'}, ${status}: ${became(read)}`);
      }
  return lines;
}
