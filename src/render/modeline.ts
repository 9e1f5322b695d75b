/** A schema of the package, as an editor finds it beside a project that has it installed: by no host. */
export const modeline = (schema: 'plan' | 'report' | 'tables' | 'waivers'): string =>
  `# yaml-language-server: $schema=./node_modules/shanxi-plan/schema/${schema}.schema.json`;
