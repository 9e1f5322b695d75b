/** What two spellings of one name have in common: width and case do not make another name. */
export const nameKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
