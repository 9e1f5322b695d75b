/** The codes of a catalogue, of which there is at least one. */
export const keysOf = <T extends object>(catalogue: T) =>
  Object.keys(catalogue) as [keyof T & string, ...(keyof T & string)[]];

/** The names of fields, each of which a type has to have, and that has no others. */
export const namesOf = <Fields>(names: Readonly<Record<keyof Fields, true>>): readonly (keyof Fields & string)[] =>
  Object.keys(names) as (keyof Fields & string)[];
