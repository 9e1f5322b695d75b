/** Destatis takes the last six points, that is five changes: the figure of the day and the five before it. */
export const WINDOW = 6;
