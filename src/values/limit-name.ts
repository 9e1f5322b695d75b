/** What files may come to is limited in each of these (src/input/document/limits.ts has the numbers). */
export const limitNames = [
  'bytes',
  'ratio',
  'ratioFrom',
  'partsRatio',
  'entries',
  'cells',
  'packedRows',
  'packedCells',
  'columns',
  'levels',
  'aliases',
  'tokens',
  'readings',
  'answers',
  'periods',
  'groups',
] as const;
export type LimitName = (typeof limitNames)[number];
