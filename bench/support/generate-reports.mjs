// Invented reports in YAML: one file is one region in one month, with a figure of each indicator. Half of the figures
// are in the short form, half in the long one, each with its own source.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PLAN_ID } from './generate-plan.mjs';
import { courseOf, daysOf, indicators, regionId } from './indicators.mjs';

/** Months of a region: file n is month n % 10 of region n / 10. */
const MONTHS = 10;
const DAY = /((?:as_of|published): )([\d-]+)$/gm;

/** `quotedDays`: for validators whose YAML makes a date of a day that stands without quotes. */
export function writeReports(folder, files, { quotedDays = false } = {}) {
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < files; number += 1) {
    const region = Math.floor(number / MONTHS);
    const month = number % MONTHS;
    const { asOf } = daysOf(month);
    const text = reportText(region, month);
    const written = quotedDays ? text.replaceAll(DAY, "$1'$2'") : text;
    writeFileSync(path.join(folder, `${regionId(region)}-${asOf}.yaml`), written);
  }
}

function reportText(region, month) {
  const { asOf, published } = daysOf(month);
  const valueAt = courseOf(region);
  return [
    `report: Invented figures of ${regionId(region)}`,
    'invented: Made up for benchmarks by bench/support/generate-reports.mjs',
    `plan: ${PLAN_ID}`,
    `region: ${regionId(region)}`,
    `as_of: ${asOf}`,
    `published: ${published}`,
    'source:',
    '  publisher: Invented gazette',
    `  url: https://example.org/${regionId(region)}/${asOf}`,
    'metrics:',
    ...indicators.flatMap(indicator => figureLines(indicator, valueAt(indicator, month), asOf)),
    '',
  ].join('\n');
}

function figureLines(indicator, value, asOf) {
  const { id, index, sort } = indicator;
  if (index % 2 === 0) return [`  ${id}: ${printed(indicator, value)}`];
  return [
    `  ${id}:`,
    `    value: '${printed(indicator, value)}'`,
    ...(sort === 'built' ? ['    counts: built'] : []),
    `    as_of: ${asOf}`,
    '    source:',
    '      publisher: Invented office',
    `      url: https://example.org/${id}`,
  ];
}

/** The notations of real bulletins in turn: 93,307 · 9.33万 · 93307, and shares in per cent. */
function printed({ kind, index }, value) {
  if (kind === 'share') return `${value}%`;
  if (kind !== 'stock') return String(value);
  return [value.toLocaleString('en-US'), `${(value / 10_000).toFixed(2)}万`, String(value)][index % 3];
}
