import * as z from 'zod';
import { problemOf } from '../../model/fields.ts';
import { leftOpen } from '../../model/open-choice.ts';
import { OPEN } from '../../model/proposal.ts';
import { statusCalled } from '../../model/status-words.ts';
import type { ScalarPiece } from '../../values/place.ts';
import type { BareProblem } from '../../values/problem.ts';
import type { Document, Step } from '../document/document.ts';
import { nearest } from '../document/nearest.ts';
import { MOST_PROBLEMS } from '../document/room.ts';

/** Where a problem lies: a path into the document, and whether its key or its value is meant. */
export type Finding = BareProblem & {
  readonly path: readonly Step[];
  readonly at?: 'key' | 'value';
  /** The part of the value that is meant. */
  readonly piece?: ScalarPiece;
};

export type ShapeChecked<T> = { readonly value: T } | { readonly findings: readonly Finding[] };

/** Holds a document against a schema; all that does not fit is reported, not only the first. */
export function checkShape<S extends z.ZodType>(schema: S, { data }: Document): ShapeChecked<z.output<S>> {
  const result = schema.safeParse(data);
  const lost = lostKeys(data, []);
  if (result.success && lost.length === 0) return { value: result.data };
  const issues = (result.error?.issues ?? []).slice(0, MOST_PROBLEMS + 1);
  return { findings: [...lost, ...issues.flatMap(issue => findingsOf(issue, schema, data, []))] };
}

/** zod passes over the key `__proto__` without a word; nothing of a file may be lost like that. */
function lostKeys(value: unknown, path: readonly Step[]): Finding[] {
  if (!losesKey(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => lostKeys(item, [...path, index]));
  return Object.entries(value as object).flatMap(([key, item]) =>
    key === '__proto__' ? [badName(key, [...path, key])] : lostKeys(item, [...path, key]),
  );
}

function losesKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(losesKey);
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(losesKey);
}

const badName = (name: unknown, path: readonly Step[]): Finding => ({
  code: 'wrong-type',
  args: { expected: 'identifier', found: describe(name) },
  path,
  at: 'key',
});

type SchemaIssue = z.core.$ZodIssue;

function findingsOf(issue: SchemaIssue, schema: z.ZodType, data: unknown, above: readonly Step[]): Finding[] {
  const path = [...above, ...(issue.path as Step[])];
  switch (issue.code) {
    case 'unrecognized_keys':
      return inOtherForm(path, schema, data) ?? unknownKeys(issue.keys, path, schema);
    case 'invalid_union':
      return branchOf(issue.errors).flatMap(inner => findingsOf(inner, schema, data, path));
    case 'invalid_type':
      return [typeFinding(issue.expected, path, data)];
    case 'invalid_value':
      return [valueFinding(issue.values.map(String), path, data)];
    case 'invalid_key':
      return [badName(path.at(-1), path)];
    case 'invalid_format':
      return [formatFinding(path, data)];
    case 'too_small':
    case 'too_big':
      return [sizeFinding(issue, path, data)];
    case 'custom':
      return [{ ...problemOf(issue), path }];
    default:
      return [{ code: 'wrong-type', args: { expected: issue.message, found: describe(valueAt(data, path)) }, path }];
  }
}

/** Of the forms that a field may have, the one that the writer most likely meant: the one that fits furthest in. */
function branchOf(branches: readonly (readonly SchemaIssue[])[]): readonly SchemaIssue[] {
  const depth = (issues: readonly SchemaIssue[]) =>
    Math.max(
      ...issues.map(
        issue => issue.path.length + (issue.code === 'invalid_type' || issue.code === 'invalid_value' ? 0 : 1),
      ),
    );
  return branches.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
}

/** zod keeps to the form whose keys alone are unknown; where another one has them all, that one is meant. */
function inOtherForm(path: readonly Step[], schema: z.ZodType, data: unknown): Finding[] | undefined {
  const given = valueAt(data, path);
  const keys = Object.keys(given ?? {});
  const knowsAll = (form: z.ZodType) =>
    unwrap(form).some(each => each instanceof z.ZodObject && keys.every(key => Object.hasOwn(each.shape, key)));
  const issues = schemasAt(schema, path).flatMap(formsOf).find(knowsAll)?.safeParse(given).error?.issues;
  return issues?.flatMap(issue => findingsOf(issue, schema, data, path));
}

function formsOf(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return formsOf(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodUnion ? schema.options.flatMap(option => formsOf(option as z.ZodType)) : [schema];
}

function unknownKeys(keys: readonly string[], path: readonly Step[], schema: z.ZodType): Finding[] {
  const may = allowedKeys(schema, path);
  const told = keys.filter(key => key !== '__proto__'); // by lostKeys
  return told.map(key => {
    const allowed = may.filter(each => each !== key); // that of another form
    return {
      code: 'unknown-key',
      args: { key, allowed, near: nearest(key, allowed), column: undefined },
      path: [...path, key],
      at: 'key',
    };
  });
}

const missing = (path: readonly Step[]): Finding => ({
  code: 'missing-key',
  args: { key: String(path.at(-1) ?? '') },
  path: path.slice(0, -1),
});

function typeFinding(expected: string, path: readonly Step[], data: unknown): Finding {
  const found = valueAt(data, path);
  if (found === undefined) return missing(path);
  return { code: 'wrong-type', args: { expected: kindNames[expected] ?? expected, found: describe(found) }, path };
}

/** The kinds of a file in the words of `describe`. */
const kindNames: Readonly<Record<string, string>> = {
  object: 'mapping',
  record: 'mapping',
  array: 'list',
  tuple: 'list',
  string: 'text',
};

function sizeFinding(
  { origin, ...limit }: SchemaIssue & { code: 'too_small' | 'too_big' },
  path: readonly Step[],
  data: unknown,
): Finding {
  const size = 'minimum' in limit ? limit.minimum : limit.maximum;
  const kind = kindNames[origin] ?? origin;
  const value = valueAt(data, path);
  const [expected, found] = Array.isArray(value)
    ? [`list of ${size}`, `list of ${value.length}`]
    : [kind, describe(value)];
  return { code: 'wrong-type', args: { expected, found }, path };
}

function formatFinding(path: readonly Step[], data: unknown): Finding {
  const found = valueAt(data, path);
  const allowed = leftOpen(found);
  if (allowed) return { code: 'still-open', args: { allowed }, path };
  return { code: 'wrong-type', args: { expected: 'identifier', found: describe(found) }, path };
}

function valueFinding(allowed: readonly string[], path: readonly Step[], data: unknown): Finding {
  const found = valueAt(data, path);
  if (found === undefined) return missing(path);
  const text = String(found);
  if (text === OPEN) return { code: 'still-open', args: { allowed }, path };
  return {
    code: 'unknown-value',
    args: { text, allowed, near: statusCalled(text, allowed) ?? nearest(text, allowed) },
    path,
  };
}

function valueAt(data: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((node, step) => (node as Record<Step, unknown> | undefined)?.[step], data);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object' && value !== null) return 'mapping';
  return value === '' || value === null ? 'nothing' : `"${String(value)}"`;
}

/** The keys that the schema allows at a path; read from the schema itself, so that no list is kept by hand. */
function allowedKeys(schema: z.ZodType, path: readonly Step[]): string[] {
  return [
    ...new Set(
      schemasAt(schema, path)
        .flatMap(unwrap)
        .flatMap(each => (each instanceof z.ZodObject ? Object.keys(each.shape) : [])),
    ),
  ];
}

const schemasAt = (schema: z.ZodType, path: readonly Step[]): z.ZodType[] =>
  path.reduce<z.ZodType[]>((schemas, step) => schemas.flatMap(each => into(each, step)), [schema]);

function into(schema: z.ZodType, step: Step): z.ZodType[] {
  return unwrap(schema).flatMap(each => {
    if (each instanceof z.ZodObject) return each.shape[step] ? [each.shape[step]] : [];
    if (each instanceof z.ZodRecord) return [each.valueType as z.ZodType];
    if (each instanceof z.ZodArray) return [each.element as z.ZodType];
    return [];
  });
}

function unwrap(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return unwrap(schema.in as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(option => unwrap(option as z.ZodType));
  return [schema];
}
