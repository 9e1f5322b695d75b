import type * as z from 'zod';
import type { Config } from '../../model/config.ts';
import type { tablesFile } from '../../model/table-mapping.ts';
import type { waiverFileSchema } from '../../model/waiver.ts';
import type { ShapeChecked } from './check-shape.ts';
import type { PlainReader } from './plain.ts';
import { plainConfig } from './plain-readers.ts';

/** What data of one kind has to be. The schema takes longer to load than most files to read: only what is not plain asks it. */
export interface Shape<T> {
  readonly plain?: PlainReader;
  readonly schema: () => Promise<z.ZodType<T>>;
}

export const configShape: Shape<Config> = {
  plain: plainConfig,
  schema: async () => (await import('../../model/config.ts')).configSchema,
};

export const tablesShape: Shape<z.output<typeof tablesFile>> = {
  schema: async () => (await import('../../model/table-mapping.ts')).tablesFile,
};

export const waiversShape: Shape<z.output<typeof waiverFileSchema>> = {
  schema: async () => (await import('../../model/waiver.ts')).waiverFileSchema,
};

export async function readShape<T>({ plain, schema }: Shape<T>, data: unknown): Promise<ShapeChecked<T>> {
  const value = plain?.(data) as T | undefined;
  if (value !== undefined) return { value };
  const [loaded, { checkShape }] = await Promise.all([schema(), import('./check-shape.ts')]);
  return checkShape(loaded, { data, locate: () => undefined });
}
