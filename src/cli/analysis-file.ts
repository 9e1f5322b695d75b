import path from 'node:path';
import { decode } from '../input/decode.ts';
import type { Analysis } from '../model/analysis.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import { wordsIn } from '../render/words/registry.ts';
import { readNamed } from './files.ts';
import type { Io } from './io.ts';
import { UserError } from './user-error.ts';

/** Reads an analysis that `--format json` wrote, of this schema version; anything else is refused with a clear word. */
export async function readAnalysis(name: string, io: Io): Promise<Analysis> {
  const { file, problem } = await readNamed(name, path.resolve(io.cwd, name));
  if (!file) {
    const what = problem && wordsIn('en').problem[problem.code](problem.args).what;
    throw new UserError(
      `${name}: ${what ?? 'no such file'}`,
      'write one with: shanxi-plan check … --format json=file.json',
    );
  }
  const decoded = decode(file.bytes);
  const data = 'text' in decoded ? parseJson(decoded.text) : undefined;
  if (typeof data !== 'object' || data === null || !('schemaVersion' in data)) {
    throw new UserError(`${name} is not an analysis`, 'write one with: shanxi-plan check … --format json=file.json');
  }
  if (data.schemaVersion !== SCHEMA_VERSION) {
    throw new UserError(
      `${name} has schema version ${String(data.schemaVersion)}, this tool reads version ${SCHEMA_VERSION}`,
      'make it anew from its reports',
    );
  }
  const { analysisSchema } = await import('../model/analysis.ts');
  const parsed = analysisSchema.safeParse(data);
  if (parsed.success) return withDefaults(data, parsed.data) as Analysis;
  const [issue] = parsed.error.issues;
  throw new UserError(
    `${name} is damaged: ${issue?.path.join('.')}: ${issue?.message}`,
    'make it anew from its reports',
  );
}

/** What was added since the data was written has its default; its keys stay in their order, so that it prints as it did. */
function withDefaults(data: unknown, parsed: unknown): unknown {
  if (Array.isArray(data)) return data.map((item, index) => withDefaults(item, (parsed as unknown[])[index]));
  if (typeof data !== 'object' || data === null) return data;
  const whole = parsed as Readonly<Record<string, unknown>>;
  const own = Object.entries(data).map(([key, value]) => [key, withDefaults(value, whole[key])] as const);
  return { ...Object.fromEntries(own), ...Object.fromEntries(Object.entries(whole).filter(([key]) => !(key in data))) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
