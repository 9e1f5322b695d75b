import { describe, test } from 'vitest';
import { expectGolden } from '../support/golden.ts';
import { texts } from './drawn/bases.ts';
import { type DrawnFile, fileOf, packedOf } from './drawn/files.ts';
import { moreTexts } from './drawn/more-bases.ts';
import { figuresByDay, numbersByFormat } from './drawn/tables-of-cases.ts';
import { toldOfFile } from './drawn/told-of-file.ts';
import { toldOfPlan, toldOfSheet, toldOfWaivers } from './drawn/told-of-more.ts';

/*
 * All that is read of some hundred small files, most of which have something wrong in them: whether that is right is for the
 * tests of each reader; this says that nothing of it changes unseen.
 */

const FILES = 80;

const kinds: Readonly<Record<string, (index: number) => DrawnFile>> = {
  yaml: index => fileOf(texts.yaml, index),
  json: index => fileOf(texts.json, index),
  csv: index => fileOf(texts.csv, index),
  tables: index => fileOf(texts.tables, index),
  xlsx: index => packedOf('xlsx', index),
  parquet: index => packedOf('parquet', index),
};

describe('all that is read of drawn files is what it was', () => {
  test.each(Object.entries(kinds))('%s', async (name, draw) => {
    const lines: string[] = [];
    for (let index = 0; index < FILES; index++) lines.push(`${name} ${index}`, ...(await toldOfFile(draw(index))), '');
    expectGolden(`read/${name}.txt`, lines.join('\n'));
  });

  test.each([
    ['plans', toldOfPlan],
    ['waivers', toldOfWaivers],
    ['sheets', toldOfSheet],
  ] as const)('%s', async (name, told) => {
    const lines: string[] = [];
    for (let index = 0; index < FILES / 2; index++)
      lines.push(`${name} ${index}`, ...(await told(fileOf(moreTexts[name], index))), '');
    expectGolden(`read/${name}.txt`, lines.join('\n'));
  });

  test.each([
    ['numbers by format', numbersByFormat],
    ['figures by day', figuresByDay],
  ])('%s', async (name, told) => {
    expectGolden(`read/${name.replaceAll(' ', '-')}.txt`, (await told()).join('\n'));
  });
});
