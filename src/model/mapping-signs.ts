/** Says of a column, of a name or of a flag that what it is about is left out; it is counted and named. */
export const IGNORE = 'ignore';
/** Says of a field that a blank cell holds what the nearest one above it does. */
export const ABOVE = 'above';
/** A column of signs that `flags` explains. */
/** A sign of this meaning says that its row deletes a figure of another one. */
export const DELETES = 'deletes';

export const FLAG = 'flag';
