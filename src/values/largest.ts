/** The largest of any number of numbers: as arguments of a function, very many would not fit on the stack. */
export const largest = (numbers: readonly number[], least = -Infinity): number =>
  numbers.reduce((most, each) => Math.max(most, each), least);
