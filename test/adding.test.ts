import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/*
 * Who adds a format, a method or a code finds in docs/architecture.md how many places of `src` want to know of it. What is
 * there already stands in just these places: a list of them that is written again anywhere else is found here.
 */

const rows = new Map(
  [...readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| (an? [\w ]+) \| ([^|]+) \|/gm)].map(
    ([, what = '', places = '']) => [
      what,
      [...places.matchAll(/`([\w/-]+\.ts)`/g)].map(([, file = '']) => file).toSorted(),
    ],
  ),
);

/** One of each whose name is no other word, and the rooms that make it: a reader, a renderer, who finds or gives it. */
const samples: readonly (readonly [what: string, name: string, makers: readonly string[]])[] = [
  ['an output format', 'prometheus', []],
  ['an output format', 'junit', []],
  ['an output format', 'github-summary', []],
  ['an input format', 'xlsx', ['render']],
  ['a method', 'growth-window', []],
  ['a verdict', 'slipping', ['methods']],
  ['a problem', 'day-to-come', ['input']],
];

test.each(samples)('%s such as %s is named where docs/architecture.md says', (what, name, makers) => {
  const named = new RegExp(`['"\`]${name}['"\`]|^ *${name}:`, 'm');
  const files = sources.filter(
    ({ file, text }) => !makers.some(room => file.startsWith(`${room}/`)) && named.test(text),
  );
  expect(files.map(({ file }) => file).toSorted()).toEqual(rows.get(what));
});

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => ({ file: file.split(path.sep).join('/'), text: readFileSync(`src/${file}`, 'utf8') }))
  .filter(({ text }) => !text.startsWith('/* Written by'));
