import { describe, test } from 'vitest';
import { expectGolden } from '../support/golden.ts';
import { type DrawnFile, fileOf, packedOf } from './drawn/files.ts';
import { toldOfFile } from './drawn/told-of-file.ts';

/*
 * All that is read of some hundred small files, most of which have something wrong in them: whether that is right is for the
 * tests of each reader; this says that nothing of it changes unseen.
 */

const FILES = 80;

const kinds: Readonly<Record<string, (index: number) => DrawnFile>> = {
  yaml: index => fileOf('yaml', index),
  json: index => fileOf('json', index),
  csv: index => fileOf('csv', index),
  tables: index => fileOf('tables', index),
  xlsx: index => packedOf('xlsx', index),
  parquet: index => packedOf('parquet', index),
};

describe('all that is read of drawn files is what it was', () => {
  test.each(Object.entries(kinds))('%s', async (name, draw) => {
    const lines: string[] = [];
    for (let index = 0; index < FILES; index++) lines.push(`${name} ${index}`, ...(await toldOfFile(draw(index))), '');
    expectGolden(`read/${name}.txt`, lines.join('\n'));
  });
});
