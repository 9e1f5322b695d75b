import { runChild } from './measure.mjs';

/** Runs a script that prepares data; its time counts for nothing. */
export async function runToEnd(args) {
  const { status, stderr } = await runChild({ args });
  if (status !== 0) throw new Error(stderr);
}
