import { type ArgsIn, entriesOf, type Fact } from '../values/fact.ts';

const mistake = entriesOf('error');
const unknown = { name: 'text', allowed: 'names', near: 'text?' } as const;

/**
 * What may be wrong with a request that was read: it speaks of what the plan does not have, or leaves nothing to judge,
 * which would be an empty and therefore green check. The words live in `render/words`.
 */
export const mistakeCatalogue = {
  // what a program hands over that does not belong together
  'read-against-another': mistake({ file: 'text', plan: 'text' }),
  'path-twice': mistake({ path: 'text' }),
  'today-not-given': mistake(),
  /** A format, a language or a width. */
  'not-offered': mistake({ name: 'text', allowed: 'names' }),
  // names of the plan
  'no-such-target': mistake(unknown),
  'no-such-reading': mistake({ target: 'text', ...unknown }),
  'no-such-region': mistake(unknown),
  /** A filter or a rule: of what kind the name is, where that was said. */
  'selects-nothing': mistake({ kind: 'text?', ...unknown }),
  'requires-unknown': mistake(unknown),
  /** A title or an alias of more than one thing. */
  'several-things': mistake({ name: 'text', candidates: 'names' }),
  'plan-without-target': mistake({ plan: 'text' }),
  'region-without-target': mistake({ region: 'text', others: 'names' }),
  'nothing-left': mistake(),
  'required-left-out': mistake({ name: 'text' }),
  /** Of any region where none is named. */
  'required-not-set': mistake({ name: 'text', region: 'text?' }),
  'since-unknown-target': mistake({ file: 'text', target: 'text' }),
  'since-out-of-time': mistake({ file: 'text', target: 'text', asOf: 'text' }),
  'since-of-another': mistake({ file: 'text', ofPlan: 'text', ofRegion: 'text', plan: 'text', region: 'text' }),
  /** Figures that targets are held against: what a check costs. */
  'too-many-answers': mistake({ most: 'number' }),
  'nothing-in-force': mistake({ asOf: 'text' }),
  // what was kept of an earlier run
  'no-analysis': mistake({ file: 'text' }),
  'other-schema-version': mistake({ file: 'text', found: 'text', version: 'number' }),
  'damaged-analysis': mistake({ at: 'text', path: 'text', message: 'text' }),
  /** Found undefined where it is missing; follows undefined where it stands there twice or follows from nothing. */
  'contradicts-itself': mistake({ at: 'text', path: 'text', found: 'text?', follows: 'text?' }),
  'of-two-plans': mistake({ first: 'text', ofFirst: 'text', second: 'text', ofSecond: 'text' }),
  'nothing-to-compare': mistake({ file: 'text', asOf: 'text' }),
  /** Of an indicator, measure or task. */
  'several-targets': mistake({ name: 'text', targets: 'names' }),
  'goal-not-set': mistake({ target: 'text', region: 'text', others: 'names' }),
};

export type MistakeCode = keyof typeof mistakeCatalogue;
export interface MistakeArgs extends ArgsIn<typeof mistakeCatalogue> {}

/** A mistake, and in which setting it lies, by its name in the config file. */
export type Mistake = Fact<MistakeArgs> & { readonly setting: string };
