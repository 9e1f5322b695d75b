import type { FormatId } from '../../../src/render/registry.ts';
import { sarif, tap } from './ci.ts';
import { csv, gitlab, json, ndjson } from './data.ts';
import { markdownReader } from './markdown.ts';
import { html } from './page.ts';
import { prometheus } from './prometheus.ts';
import type { Reader } from './reader.ts';
import { github, plain, table } from './terminal.ts';
import { xlsx } from './workbook.ts';
import { junit } from './xml.ts';

/** A reader for every format; a new format does not compile without one. */
export const readers: Readonly<Record<FormatId, Reader>> = {
  table,
  plain,
  json,
  ndjson,
  csv,
  markdown: markdownReader,
  html,
  xlsx,
  junit,
  tap,
  sarif,
  github,
  'github-summary': markdownReader,
  gitlab,
  prometheus,
};
