// Side by side with what a user would take instead, on the part of the work that both do: Spectral and ajv-cli for the
// shape of report files; jq, Miller and a DuckDB script for the gap table of a panel.
import { gapSuite } from './peers/gap.mjs';
import { validationSuite } from './peers/validation.mjs';

export const title = 'Side by side with other tools';

export async function run(context) {
  return [...(await validationSuite(context)), ...(await gapSuite(context))];
}
