/** The version of the analysis' shape; it rises when a name goes or changes its meaning. */
export const SCHEMA_VERSION = 1;
/** The same of what `--update` writes. */
export const SINCE_VERSION = 1;
