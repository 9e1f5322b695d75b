// Inputs just below 1 MB: a command, its files, and one part of one of them made large.
import { amplified, partsOf, ways } from './amplify.mjs';
import { seeds } from './seeds.mjs';
import { asJson, asNdjson, asTable, asYaml } from './write.mjs';

/** Left for what an amplified document holds beside the large part. */
const SIZE = 900_000;

const CHECK = ['check', 'report.yaml', '--plan', 'plan.yaml', '--as-of', '2023-12-31'];

/** Which commands read a file, and how else it may be written. */
const targets = {
  plan: { commands: [CHECK, ['plan', 'lint', 'plan.yaml'], ['plan', 'show', 'plan.yaml']] },
  report: {
    commands: [CHECK],
    others: { 'report.json': asJson, 'report.ndjson': data => asNdjson(data.observations) },
  },
  config: { commands: [['check', '--config', 'config.yaml']] },
  waivers: { commands: [[...CHECK, '--waivers', 'waivers.yaml']] },
};

const yamlFiles = () => Object.fromEntries(Object.keys(seeds).map(name => [`${name}.yaml`, asYaml(seeds[name])]));

/** One part of one file, in one way. */
export function* single(size = SIZE) {
  for (const [name, { commands, others = {} }] of Object.entries(targets))
    for (const path of partsOf(seeds[name]))
      for (const way of Object.keys(ways)) {
        const data = amplified(seeds[name], path, way, size);
        if (data === undefined) continue;
        const what = `${name} ${path.join('.') || '(all)'}: ${way}`;
        const yaml = asYaml(data);
        for (const args of commands)
          yield {
            name: `${what} · ${args.slice(0, 2).join(' ')}`,
            args,
            files: { ...yamlFiles(), [`${name}.yaml`]: yaml },
          };
        for (const [file, write] of Object.entries(others))
          yield {
            name: `${what} · ${file}`,
            args: CHECK.map(arg => (arg === 'report.yaml' ? file : arg)),
            files: { ...yamlFiles(), [file]: write(data) },
          };
      }
}

/** Two parts of one file or of a plan and its report, each in some way; drawn at random. */
export function* pairs(random) {
  const pick = list => list[Math.floor(random() * list.length)];
  const draw = name => ({ name, path: pick([...partsOf(seeds[name])]), way: pick(Object.keys(ways)) });
  for (;;) {
    const first = draw(pick(['plan', 'plan', 'report', 'config', 'waivers']));
    const second = draw(pick(['plan', 'report', first.name]));
    const data = { ...seeds };
    const made = [first, second].every(({ name, path, way }) => {
      const larger = reachable(data[name], path) && amplified(data[name], path, way, SIZE / 2);
      if (larger) data[name] = larger;
      return larger;
    });
    if (!made) continue;
    const files = Object.fromEntries(Object.keys(data).map(name => [`${name}.yaml`, asYaml(data[name])]));
    const what = [first, second]
      .map(({ name, path, way }) => `${name} ${path.join('.') || '(all)'}: ${way}`)
      .join(' + ');
    const names = [first.name, second.name];
    const args = names.includes('config')
      ? targets.config.commands[0]
      : names.includes('waivers')
        ? targets.waivers.commands[0]
        : pick(targets[first.name].commands);
    yield { name: `${what} · ${args.slice(0, 2).join(' ')}`, args, files };
  }
}

const reachable = (data, path) => path.reduce((node, step) => node?.[step], data) !== undefined;

/** A thing over and over, without end or after a beginning. */
export function* rows(size = SIZE) {
  const plain = yamlFiles();
  const run = (file, content) => ({
    name: `${file} ${content.slice(0, 30).replaceAll('\n', '⏎')}`,
    args: CHECK.map(arg => (arg === 'report.yaml' ? file : arg)),
    files: { ...plain, [file]: content },
  });
  const tokens = [
    '"',
    "'",
    '[',
    '{',
    '- ',
    '? ',
    ': ',
    '&a ',
    '*a ',
    '!',
    '|',
    '>',
    '%',
    '#',
    '\\',
    '"\\\n',
    '\n',
    '\r',
    '\t',
    ' ',
    'a',
    '1',
    '-',
    '---\n',
    '...\n',
    'a: ',
    'a:\n',
    '{a: ',
    '[a, ',
    '"a": ',
    '{"a":',
    '[1,',
    ',',
    ';',
    '""',
    'null',
    'é',
    '约',
    '<<: *a\n',
    '- - ',
    '? - ',
  ];
  const heads = {
    yaml: [
      '',
      'a: ',
      'metrics:\n ',
      '- ',
      'a: "',
      'a: |\n ',
      '&a [b]\n',
      'report: x\nas_of: 2023-12-31\nmetrics:\n roads: ',
    ],
    json: ['', '{"metrics":', '[', '{"a":"', '{"metrics":{"roads":'],
    ndjson: ['', '{"indicator":"roads","value":"'],
    csv: ['', 'indicator,value,as_of\n', 'indicator,value,as_of\n"', 'indicator,value,as_of\nroads,'],
    tsv: ['', 'indicator\tvalue\tas_of\n', 'indicator\tvalue\tas_of\nroads\t'],
  };
  for (const [extension, all] of Object.entries(heads))
    for (const head of all)
      for (const token of tokens)
        yield run(`report.${extension}`, head + token.repeat(Math.floor(size / Buffer.byteLength(token))));
}

/** Tables: many rows or columns, right or wrong. */
export function* tables(size = SIZE) {
  const plain = yamlFiles();
  const many = (count, of) => Array.from({ length: count }, (_, index) => of(index));
  const header = ['indicator', 'value', 'as_of'];
  const given = {
    'rows of the same': [header, ...many(size / 25, () => ['people', '1000', '2023-12-31'])],
    'rows of other days': [header, ...many(size / 25, index => ['people', '1000', `${1900 + (index % 120)}-12-31`])],
    'rows of unknown names': [header, ...many(size / 30, index => [`rxads${index}`, '1000', '2023-12-31'])],
    'rows of long unknown names': [
      header,
      ...many(size / 500, index => [`${'roads'.repeat(90)}${index}`, '1000', '2023-12-31']),
    ],
    'rows of wrong numbers': [header, ...many(size / 25, index => ['people', `x${index}`, '2023-12-31'])],
    'rows of wrong days': [header, ...many(size / 25, index => ['people', '1000', `x${index}`])],
    'rows of other regions': [
      [...header, 'region'],
      ...many(size / 30, index => ['people', '1000', '2023-12-31', `r${index}`]),
    ],
    'rows of other definitions': [
      [...header, 'counts'],
      ...many(size / 30, index => ['people', '1000', '2023-12-31', `c${index}`]),
    ],
    'rows of other parts': [
      [...header, 'scope'],
      ...many(size / 30, index => ['people', '1000', '2023-12-31', `part ${index}`]),
    ],
    'rows of other publishers': [
      [...header, 'source.publisher'],
      ...many(size / 35, index => ['people', '1000', '2023-12-31', `p${index}`]),
    ],
    'rows of other plans': [
      [...header, 'plan'],
      ...many(size / 35, index => ['people', '1000', '2023-12-31', `p${index}`]),
    ],
    'rows of other units': [
      [...header, 'unit'],
      ...many(size / 35, index => ['people', '1000', '2023-12-31', `u${index}`]),
    ],
    'rows of one cell': [header, ...many(size / 2, () => ['x'])],
    'empty rows': [header, ...many(size / 3, () => ['', '', ''])],
    'short rows': [header, ...many(size / 7, () => ['roads'])],
    'columns without a name': [
      [...header, ...many(size / 2, () => '')],
      ['roads', '1', '2023-12-31'],
    ],
    'unknown columns': [
      [...header, ...many(size / 8, index => `c${index}`)],
      ['roads', '1', '2023-12-31'],
    ],
    'equal columns': [
      [...header, ...many(size / 7, () => 'value')],
      ['roads', '1', '2023-12-31'],
    ],
    'a wide row': [header, ['roads', '1', '2023-12-31', ...many(size / 2, () => '1')]],
    'a long cell': [header, ['roads', '1'.repeat(size), '2023-12-31']],
    'quoted cells': [header, ...many(size / 35, () => ['"people"', '"1,000"', '"2023-12-31"'])],
    'open quotes': [header, ...many(size / 20, () => ['"people', '1000', '2023'])],
    'cells of lines': [header, ...many(size / 35, () => ['people', '"1\n"', '2023-12-31'])],
    '999 columns': [
      [...header, ...many(900, index => `c${index}`)],
      ...many(size / 1000, () => ['people', '1', '2023-12-31', ...many(900, () => '')]),
    ],
  };
  for (const [name, table] of Object.entries(given))
    for (const [extension, delimiter] of Object.entries({ csv: ',', tsv: '\t', txt: ';' })) {
      const file = extension === 'txt' ? 'report2.csv' : `report.${extension}`;
      const content = asTable(table, delimiter);
      yield {
        name: `${name} · ${file}`,
        args: CHECK.map(arg => (arg === 'report.yaml' ? file : arg)),
        files: { ...plain, [file]: content },
      };
    }
}
