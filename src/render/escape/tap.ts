import { visible } from '../layout/text.ts';

/** A description or the reason of a directive in TAP 14: a hash would begin a directive. */
export const escapeTap = (text: string): string => visible(text).replace(/[\\#]/g, '\\$&');
