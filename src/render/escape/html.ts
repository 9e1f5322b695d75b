import { visible } from '../layout/text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** For text between tags and for the value of an attribute in double quotes; what cannot be seen is shown. */
export const escapeHtml = (text: string): string =>
  PLAIN.test(text) ? text : visible(text).replace(/[&<>"]/g, char => entities[char] ?? char);

/** Most texts, which are looked at once. */
const PLAIN = /^[ !#-%'-;=?-~·×–−≤≥\u3000-\u9fff\uff01-\uff60]*$/;

/** A link leads to the web or nowhere: no script, no data and no file of the reader's machine comes from a report. */
export const isWebLink = (url: string): boolean => /^https?:\/\/[^\s/]/i.test(url);
