/** Says of a column, of a name or of a flag that what it is about is left out; it is counted and named. */
export const IGNORE = 'ignore';
/** A column of signs that `flags` explains. */
export const FLAG = 'flag';
