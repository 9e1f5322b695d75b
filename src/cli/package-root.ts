import path from 'node:path';

/** Set by the build: the bundle lies one folder below the package's root, the sources two. */
declare const BUNDLED: boolean | undefined;

export const isBundled = typeof BUNDLED !== 'undefined';
export const packageRoot = path.join(import.meta.dirname, isBundled ? '..' : '../..');
