import { escapeHtml } from '../escape/html.ts';

/** A piece of a page that is escaped already. No text of a report is one, since no data has this shape. */
export interface Markup {
  readonly markup: string;
}

export type Content = string | number | Markup | null | readonly Content[];

/** A template whose values are escaped, unless they are pieces of a page themselves; a list is joined, null is nothing. */
export const html = (parts: TemplateStringsArray, ...values: readonly Content[]): Markup => ({
  markup: parts.reduce((text, part, index) => text + markupOf(values[index - 1] ?? null) + part),
});

function markupOf(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') return escapeHtml(content);
  return 'markup' in content ? content.markup : content.map(markupOf).join('');
}

/** Only of what is written in this program. */
export const raw = (markup: string): Markup => ({ markup });
