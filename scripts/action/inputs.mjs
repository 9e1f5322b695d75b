// The inputs of the action as arguments of the tool.

/** An input as the runner hands it over; `as-of` stands in INPUT_AS_OF. */
export const input = name => (process.env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`] ?? '').trim();

const parts = (text, separator) =>
  text
    .split(separator)
    .map(part => part.trim())
    .filter(part => part !== '');

const lines = text => parts(text, /\r?\n/);
const listed = text => parts(text, /[,\r\n]/);

/** Values hang on their flag by `=` and reports stand behind `--`, so that no value is ever taken for a flag. */
export function argumentsOf(read) {
  const single = ['plan', 'as-of', 'waivers', 'since', 'lang'];
  return [
    ...single.flatMap(name => (read(name) === '' ? [] : [`--${name}=${read(name)}`])),
    ...listed(read('fail-on')).map(threshold => `--fail-on=${threshold}`),
    ...allowUndecided(read('allow-undecided')),
    ...lines(read('formats')).map(format => `--format=${format}`),
    ...lines(read('args')),
    '--',
    ...lines(read('reports')),
  ];
}

function allowUndecided(text) {
  if (['', 'false'].includes(text)) return [];
  return text === 'true' ? ['--allow-undecided'] : listed(text).map(reason => `--allow-undecided=${reason}`);
}
