import { namesOf } from '../values/keys.ts';
import type { Config } from './config.ts';

/** As in field-names.ts, of a config file. */
export const configFields = namesOf<Config>({
  $schema: true,
  plan: true,
  reports: true,
  tables: true,
  as_of: true,
  known_by: true,
  region: true,
  method: true,
  compare: true,
  readings: true,
  derived: true,
  format: true,
  lang: true,
  fail_on: true,
  rules: true,
  margin: true,
  max_warnings: true,
  allow_undecided: true,
  require: true,
  only: true,
  skip: true,
  max_age: true,
  waivers: true,
  since: true,
});
