/** The line of a file that ships, which leads to its schema from where it lies in the package. */
const OWN = /^# yaml-language-server: .*$/m;

/** A file that ships, for a folder of the user's. */
export const withModeline = (text: string, schema: Parameters<typeof modeline>[0]): string =>
  text.replace(OWN, modeline(schema));

/** A schema of the package, as an editor finds it beside a project that has it installed: by no host. */
export const modeline = (schema: 'plan' | 'report' | 'tables' | 'waivers'): string =>
  `# yaml-language-server: $schema=./node_modules/shanxi-plan/schema/${schema}.schema.json`;
