import type { FuzzCase } from './case.ts';

/** The input that a worker is at, where the program that watches it sees it even if the worker never comes back. */
export interface Shared {
  /** How many inputs were begun, and how many bytes the one is told in. */
  readonly state: Int32Array<SharedArrayBuffer>;
  readonly told: Uint8Array<SharedArrayBuffer>;
}

const MOST_TOLD = 4_000_000;

export const newShared = (): Shared => ({
  state: new Int32Array(new SharedArrayBuffer(8)),
  told: new Uint8Array(new SharedArrayBuffer(MOST_TOLD)),
});

export function tell({ state, told }: Shared, given: FuzzCase): void {
  const parts = Object.entries(given).map(([name, { path, bytes }]) => [
    name,
    path,
    Buffer.from(bytes).toString('base64'),
  ]);
  const { written } = new TextEncoder().encodeInto(JSON.stringify(parts), told);
  Atomics.store(state, 1, written);
  Atomics.add(state, 0, 1);
}

export function toldIn({ state, told }: Shared): FuzzCase {
  const text = Buffer.from(told.subarray(0, Atomics.load(state, 1))).toString();
  const parts = JSON.parse(text) as [string, string, string][];
  return Object.fromEntries(parts.map(([name, path, bytes]) => [name, { path, bytes: Buffer.from(bytes, 'base64') }]));
}

export const begun = ({ state }: Shared): number => Atomics.load(state, 0);

/** What the worker is to do: to look for inputs, or to try one alone. */
export type Task =
  | { readonly seed: number; readonly only: string | undefined; readonly shared: Shared }
  | { readonly alone: FuzzCase; readonly shared: Shared };

/** What it tells: a law that an input broke, or how far it is. */
export type Told =
  | { readonly found: string; readonly given: FuzzCase }
  | { readonly tried: number; readonly blocks: number; readonly outcomes: Readonly<Record<string, number>> }
  | { readonly passed: true };
