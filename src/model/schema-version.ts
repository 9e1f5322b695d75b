/** The version of the analysis' shape; it rises when a name goes or changes its meaning. */
export const SCHEMA_VERSION = 1;
