import type * as z from 'zod';
import type { Analysis } from '../model/analysis.ts';
import type { Flaw } from '../model/flaw.ts';
import type { Mistake } from '../model/mistake.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';

/** Data from outside, what its file is called, and the place of a part of it in words. */
export interface KeptData {
  readonly file: string;
  readonly data: unknown;
  readonly placeOf: (path: Flaw['path']) => string;
}

/** A value of the shape that the program writes, or what is wrong with it. */
export type KeptRead<T> =
  | { readonly value: T; readonly mistakes: readonly [] }
  | { readonly value: undefined; readonly mistakes: readonly Mistake[] };

const mistaken = (mistake: Omit<Mistake, 'setting'>): { value: undefined; mistakes: readonly Mistake[] } => ({
  value: undefined,
  mistakes: [{ setting: 'analysis', ...mistake } as Mistake],
});

/** An analysis that was written before: of this schema version, whole, and in agreement with itself. */
export async function analysisIn(kept: KeptData): Promise<KeptRead<Analysis>> {
  const { data, placeOf } = kept;
  const { analysisSchema } = await import('../model/analysis.ts');
  const read = analysisShaped(analysisSchema, kept);
  if (!read.value) return read;
  const { assessmentFlaws } = await import('../assess/consistent.ts');
  const { gateFlaws } = await import('../gate/consistent.ts');
  const [flaw] = [...assessmentFlaws(read.value), ...gateFlaws(read.value)];
  if (!flaw) return { value: withDefaults(data, read.value) as Analysis, mistakes: [] };
  const { path, found, follows } = flaw;
  const told = { found: shown(found), follows: follows === undefined ? undefined : shown(follows) };
  return mistaken({ code: 'contradicts-itself', args: { at: placeOf(path), path: path.join('.'), ...told } });
}

/** Whether it has the shape of one; the schema is handed over, because not every run needs it. */
export function analysisShaped(schema: z.ZodType<Analysis>, kept: KeptData): KeptRead<Analysis> {
  const { data, file } = kept;
  if (typeof data !== 'object' || data === null || !('schemaVersion' in data))
    return mistaken({ code: 'no-analysis', args: { file } });
  return versionMistake(data, SCHEMA_VERSION, file) ?? parsed(schema, kept);
}

export function versionMistake(data: object, version: number, file: string) {
  const found = 'schemaVersion' in data ? data.schemaVersion : undefined;
  if (found === version) return undefined;
  return mistaken({ code: 'other-schema-version', args: { file, found: String(found), version } });
}

export function parsed<S extends z.ZodType>(schema: S, { data, placeOf }: KeptData): KeptRead<z.output<S>> {
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, mistakes: [] };
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []) as Flaw['path'];
  return mistaken({
    code: 'damaged-analysis',
    args: { at: placeOf(path), path: path.join('.'), message: issue?.message ?? '' },
  });
}

/** What was added since the data was written has its default; its keys stay in their order, so that it prints as it did. */
function withDefaults(data: unknown, parsed: unknown): unknown {
  if (Array.isArray(data)) return data.map((item, index) => withDefaults(item, (parsed as unknown[])[index]));
  if (typeof data !== 'object' || data === null) return data;
  const whole = parsed as Readonly<Record<string, unknown>>;
  const own = Object.entries(data).map(([key, value]) => [key, withDefaults(value, whole[key])] as const);
  return { ...Object.fromEntries(own), ...Object.fromEntries(Object.entries(whole).filter(([key]) => !(key in data))) };
}

/** Characters of a value that a message shows. */
const MOST_SHOWN = 60;

/** Undefined for a value that is missing. */
function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
