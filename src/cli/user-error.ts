import type { ToldInEach } from '../render/words/told.ts';

/** A mistake on the command line: one line and a way out, exit 2. */
export class UserError extends Error {
  readonly told: ToldInEach;

  constructor(told: ToldInEach) {
    super(told.en.what);
    this.told = told;
  }
}
