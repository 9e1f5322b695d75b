// Documents as the formats write them.

export const asJson = data => JSON.stringify(data);

/** Block style, texts in double quotes where they need it. */
export function asYaml(data, indent = '') {
  if (typeof data === 'string') return yamlText(data);
  const entries = Object.entries(data);
  if (entries.length === 0) return Array.isArray(data) ? '[]' : '{}';
  const inner = `${indent} `;
  const textOf = value => (isLeaf(value) ? ` ${asYaml(value)}` : `\n${inner}${asYaml(value, inner)}`);
  const lines = entries.map(([key, value]) =>
    Array.isArray(data) ? `-${itemOf(value, inner)}` : `${key}:${textOf(value)}`,
  );
  return lines.join(`\n${indent}`);
}

const isLeaf = value => typeof value === 'string' || Object.keys(value).length === 0;
const itemOf = (value, inner) => (isLeaf(value) ? ` ${asYaml(value)}` : ` ${asYaml(value, `${inner} `)}`);
const yamlText = text => (/^[A-Za-z0-9][A-Za-z0-9./%-]*$/.test(text) ? text : JSON.stringify(text));

/** One figure a line. */
export const asNdjson = figures => figures.map(each => JSON.stringify(each)).join('\n');

export const asTable = (rows, delimiter) => rows.map(row => row.join(delimiter)).join('\n');
