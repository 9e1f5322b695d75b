import { visible } from '../layout/text.ts';

/**
 * For running text and table cells of GitHub Flavored Markdown: no markup, table border, HTML, formula, link or emoji
 * code comes from a text. Line breaks and what cannot be seen are shown, since a cell is one line.
 */
export const escapeMarkdown = (text: string): string =>
  visible(text)
    .replace(/[\\`*_{}[\]<>&~|$#@]/g, '\\$&')
    .replace(/:(?=[\w+/-])/g, '\\:')
    .replace(/\bwww\./gi, match => `${match.slice(0, -1)}\\.`);
