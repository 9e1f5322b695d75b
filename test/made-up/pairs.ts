import { ofText } from '../../src/input/document/text-reader.ts';
import { readNdjson } from '../../src/input/json/ndjson.ts';

/** An input format that nobody has: a figure a line, its fields as `name=value`. */
export const pairs = ofText((text, { limits }) =>
  readNdjson(
    text
      .split('\n')
      .map(line =>
        line === '' ? '' : JSON.stringify(Object.fromEntries(line.split(' ').map(pair => pair.split('=')))),
      )
      .join('\n'),
    limits,
  ),
);
