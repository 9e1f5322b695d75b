import { parse } from 'yaml';
import type { FuzzCase } from './case.ts';

/** What stands below each key in the files that we have: a grammar that nobody has to write down. */
export interface Words {
  readonly keys: readonly string[];
  readonly below: (key: string | number) => readonly unknown[];
  readonly scalars: readonly string[];
}

const MOST_OF_A_KEY = 60;

export function wordsOf(cases: readonly FuzzCase[]): Words {
  const known = new Map<string, Map<string, unknown>>();
  const scalars = new Set<string>(SCALARS);
  const learn = (data: unknown): void => {
    if (typeof data === 'string') scalars.add(data);
    if (typeof data !== 'object' || data === null) return;
    for (const [key, value] of Object.entries(data)) {
      const values = known.get(key) ?? new Map<string, unknown>();
      known.set(key, values);
      if (values.size < MOST_OF_A_KEY) values.set(JSON.stringify(value), value);
      learn(value);
    }
  };
  for (const part of new Set(cases.flatMap(each => Object.values(each))))
    if (/\.(?:ya?ml|json)$/.test(part.path)) learn(dataIn(Buffer.from(part.bytes).toString()));
  return {
    keys: [...known.keys()].filter(key => !/^\d+$/.test(key)),
    below: key => [...(known.get(String(key))?.values() ?? [])],
    scalars: [...scalars].filter(each => each.length < 80),
  };
}

/** All scalars as they are written; undefined where it is no YAML, or goes round in a circle. */
export function dataIn(text: string): unknown {
  try {
    const read = parse(text, { schema: 'failsafe', logLevel: 'silent', maxAliasCount: 100 });
    return JSON.parse(JSON.stringify(read), (_key, value) => value ?? '');
  } catch {
    return undefined;
  }
}

/** Numbers, days and names on which something once turned. */
const SCALARS: readonly string[] = [
  ...['0', '-0', '1', '-1', '5', '10', '99', '100', '0.5', '5.4%', '100%', '0%', '1e999', '1e5', '00', '.5', '5.'],
  ...['9007199254740991', '0.000000000000000000001', '999999999999999999999999', '12,345', '1.234,5', '１２', '二十'],
  ...[
    '约 20',
    '>93,000',
    '<5',
    '93,000以上',
    '9.3万',
    '12万',
    '1.2亿',
    '3千',
    '8～10',
    '60余',
    '±5',
    'NaN',
    'Infinity',
  ],
  ...[
    '2023',
    '2023-12',
    '2023-12-31',
    '2023-02-30',
    '2024-02-29',
    '9999-12-31',
    '1000-01-01',
    '2020-12-31',
    '2025-12-31',
  ],
  ...[
    'today',
    '6 months',
    '1 year',
    '0 days',
    'null',
    '~',
    'true',
    'false',
    '',
    ' ',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...[
    'a / b',
    'a * a',
    '(a)',
    'a / (b - b)',
    '2%',
    'task=a',
    'all',
    'fail',
    '\u0000',
    '\u001b[31m',
    '\u202e',
    '\ud800',
    '=1+1',
  ],
  ...[
    'ignore',
    '{as_of}',
    '{indicator} {as_of}年',
    '{{',
    '*',
    '注：*',
    '-',
    'planned',
    'at-latest',
    'part',
    'whole',
    '😀',
  ],
];
