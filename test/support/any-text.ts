import fc from 'fast-check';

/** A text of whatever code points; `fc.string` would first write all million of them into a table. */
export const anyText = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map(points => String.fromCodePoint(...points));
