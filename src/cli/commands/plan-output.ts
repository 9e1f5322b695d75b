import type { Io } from '../io.ts';

/** The version of what the commands of a plan print as JSON. */
const PLAN_OUTPUT_VERSION = 1;

export function writeJson(value: object, io: Io): void {
  io.stdout.write(`${JSON.stringify({ schemaVersion: PLAN_OUTPUT_VERSION, ...value }, null, 2)}\n`);
}
