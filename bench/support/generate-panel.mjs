// An invented panel as CSV: regions × 65 indicators × months, one figure a row. `order: 'month'` is a file to which
// each month is appended, so that the rows of a region lie far apart; `order: 'region'` is one that was sorted.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { courseOf, daysOf, indicators, regionId } from './indicators.mjs';

export const MONTHS = 60;
const ROWS_OF_REGION = indicators.length * MONTHS;

/** 2,844 regions are the counties of China: 11,091,600 rows. */
export const FULL_REGIONS = 2844;
export const regionsFor = rows => Math.ceil(rows / ROWS_OF_REGION);
export const rowsOf = (regions, months = MONTHS) => regions * indicators.length * months;

export async function writePanel(file, { regions, months = MONTHS, order = 'month' }) {
  const out = createWriteStream(file, { highWaterMark: 2 ** 20 });
  out.write('indicator,value,as_of,published,region,publisher\n');
  const courses = Array.from({ length: regions }, (_, region) => courseOf(region));
  const days = Array.from({ length: months }, (_, month) => daysOf(month));
  for (const { region, month } of blocks(regions, months, order)) {
    if (!out.write(blockText(courses[region], region, month, days[month]))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

/** A block is what one region reports in one month. */
function* blocks(regions, months, order) {
  const [outer, inner] = order === 'month' ? [months, regions] : [regions, months];
  for (let first = 0; first < outer; first += 1) {
    for (let second = 0; second < inner; second += 1) {
      yield order === 'month' ? { region: second, month: first } : { region: first, month: second };
    }
  }
}

function blockText(valueAt, region, month, { asOf, published }) {
  const tail = `,${asOf},${published},${regionId(region)},Invented gazette\n`;
  let text = '';
  for (const indicator of indicators) text += `${indicator.id},${valueAt(indicator, month)}${tail}`;
  return text;
}
