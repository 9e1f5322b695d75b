// Invented figures of several regions and months in one file, as CSV, as NDJSON or as a list in YAML, by its extension.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { courseOf, daysOf, indicators, regionId } from './indicators.mjs';

const MONTHS = 12;
const PUBLISHER = 'Invented gazette';

export function writeFigures(file, many) {
  const figures = [...figuresOf(Math.ceil(many / indicators.length / MONTHS))].slice(0, many);
  writeFileSync(file, writers[path.extname(file)](figures));
}

function* figuresOf(regions) {
  for (let region = 0; region < regions; region += 1) {
    const valueAt = courseOf(region);
    for (let month = 0; month < MONTHS; month += 1) {
      const { asOf, published } = daysOf(month);
      for (const indicator of indicators)
        yield {
          indicator: indicator.id,
          value: valueAt(indicator, month),
          as_of: asOf,
          published,
          region: regionId(region),
        };
    }
  }
}

const writers = {
  '.csv': figures => {
    const names = [...Object.keys(figures[0]), 'publisher'];
    return [names, ...figures.map(each => [...Object.values(each), PUBLISHER])]
      .map(row => `${row.join(',')}\n`)
      .join('');
  },
  '.ndjson': figures => figures.map(each => `${JSON.stringify({ ...each, publisher: PUBLISHER })}\n`).join(''),
  '.yaml': figures =>
    [
      'report: Invented figures',
      'source: { publisher: Invented gazette }',
      'observations:',
      ...figures.map(listed),
      '',
    ].join('\n'),
};

const listed = each =>
  Object.entries(each)
    .map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}`)
    .join('\n');
