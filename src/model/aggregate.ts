/** How the figures of a span make the value that is judged. */
export const aggregates = ['mean', 'sum', 'compound', 'change', 'each'] as const;
export type Aggregate = (typeof aggregates)[number];

/** The sign under which each is shown. */
export const aggregateSigns: Readonly<Record<Aggregate, string>> = {
  mean: '⌀',
  sum: 'Σ',
  compound: 'Π',
  change: 'Δ',
  each: '∀',
};
