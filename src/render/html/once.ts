import { html, type Markup } from './markup.ts';

/** What many drawings have in common stands in a page once, and each names it. */
export interface Once {
  readonly draw: (piece: Markup) => Markup;
  /** All of it, once nothing is drawn any more. */
  readonly pieces: () => Markup;
}

export function drawnOnce(): Once {
  const ids = new Map<string, number>();
  return {
    draw: ({ markup }) => {
      const id = ids.get(markup) ?? ids.size;
      ids.set(markup, id);
      return html`<use href="#d${id}"/>`;
    },
    pieces: () => html`${[...ids].map(([markup, id]) => html`<g id="d${id}">${{ markup }}</g>`)}`,
  };
}
