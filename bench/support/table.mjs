/** Rows of texts as a Markdown table; `head` says by a leading `>` which columns are numbers. */
export function markdownTable(head, rows) {
  const names = head.map(name => name.replace(/^>/, ''));
  const rules = head.map(name => (name.startsWith('>') ? '---:' : '---'));
  return [names, rules, ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');
}

export const seconds = milliseconds => {
  if (Number.isNaN(milliseconds)) return 'not known';
  return milliseconds < 1000
    ? `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`
    : `${(milliseconds / 1000).toFixed(2)} s`;
};

export const mebibytes = bytes =>
  Number.isNaN(bytes) ? 'not known' : `${Math.round(bytes / 2 ** 20).toLocaleString('en-US')} MiB`;

export const count = number => number.toLocaleString('en-US');

export const roundsText = rounds => (rounds === 1 ? '1 round' : `${rounds} rounds`);

export function held(value, limit) {
  if (limit === undefined) return '';
  return value <= limit ? 'yes' : '**no**';
}

/**
 * The table of measured cases. A case may name its `baseline` (default: the first case) and the highest ratio to it,
 * `target`. `resources`: which of processor time and memory are shown; `ratioBy`: what the ratio is of.
 */
export function timesTable(results, { resources = ['processor', 'peak'], ratioBy = 'median' } = {}) {
  const bases = new Map(results.map(result => [result.name, result[ratioBy]]));
  const budgetColumns = [
    ['>budget', ({ target }) => (target === undefined ? '' : `≤ ${target}`)],
    ['held', each => held(ratioOf(each), each.target)],
  ];
  const columns = [
    ['case', ({ name }) => name],
    ['>median', ({ median }) => seconds(median)],
    ['>range', ({ low, high }) => `${seconds(low)} – ${seconds(high)}`],
    ...resources.map(name => resourceColumns[name]),
    ['>ratio', each => ratioOf(each).toFixed(2)],
    ...(results.some(({ target }) => target !== undefined) ? budgetColumns : []),
  ];
  const rows = results.map(result => columns.map(([, show]) => show(result)));
  return markdownTable(
    columns.map(([head]) => head),
    rows,
  );

  function ratioOf({ baseline = results[0].name, [ratioBy]: own }) {
    return own / bases.get(baseline);
  }
}

const resourceColumns = {
  processor: ['>processor', ({ processor }) => seconds(processor)],
  peak: ['>peak memory', ({ peak }) => mebibytes(peak)],
};
