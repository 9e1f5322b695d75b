/** So many names are told at a glance; of more the first few, for who lists them puts the likeliest first. */
const MOST_TOLD = 20;
const FEW = 6;

function someOf(names: readonly string[], join: string, more: (count: number) => string): string {
  if (names.length <= MOST_TOLD) return names.join(join);
  return `${names.slice(0, FEW).join(join)}${more(names.length - FEW)}`;
}

/** Names of a plan: of many those that were likely meant, and where all of them stand. */
export const namesEn = (names: readonly string[]): string =>
  someOf(names, ', ', count => ` … and ${count} more: shanxi-plan plan show <plan> --format json`);

export const namesZh = (names: readonly string[]): string =>
  someOf(names, '、', count => ` 等，另有 ${count} 个：shanxi-plan plan show <规划> --format json`);
