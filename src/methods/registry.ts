import type { Method } from './method.ts';
import { schedule } from './schedule.ts';

export const methods = { schedule } as const satisfies Record<string, Method>;

export type MethodId = keyof typeof methods;
export const DEFAULT_METHOD: MethodId = 'schedule';
