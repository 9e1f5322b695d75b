const MOST = 160;

/** Enough of a long text to recognise it. */
export const beginning = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);
