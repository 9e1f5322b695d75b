import { expect, test } from 'vitest';
import { foldedUnit } from '../../src/values/fold.ts';

test.each([
  ['KM', 'km'],
  ['KWh', 'kwh'],
  ['Stations', 'STATIONS'],
  ['Million t', 'million t'],
  ['ＭＷ', 'MW'],
  ['GWh', 'gwh'],
])('%s is %s', (a, b) => {
  expect(foldedUnit(a)).toBe(foldedUnit(b));
});

test.each([
  ['MW', 'mW'],
  ['MB/s', 'Mb/s'],
  ['GB', 'Gb'],
  ['M', 'm'],
  ['Mt', 'mt'],
])('%s is no %s', (a, b) => {
  expect(foldedUnit(a)).not.toBe(foldedUnit(b));
});
