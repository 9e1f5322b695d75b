/*
 * The calendar by which a format shows a day. A country stands in it as a number, `[$-D07041E]`: four digits for the country,
 * before them two for the calendar and two for the shape of the digits; or as a name, `[$-th-TH,107]`.
 */

/** Countries whose own calendar is another one, where a format names none: by number, and by language and place. */
const OF_OTHERS = /^(?:0?(?:41e|401|429|463|48c|465)|(?:th|fa|ps|prs|dv)(?:-.*)?|ar-sa)$/i;

/** The Gregorian calendar, in words of several languages. */
const GREGORIAN: ReadonlySet<number> = new Set([1, 2, 9, 10, 11, 12]);

/** Whether a format may show a day by another calendar than the Gregorian one. */
export function isOtherCalendar(format: string): boolean {
  const code = format.replace(/"[^"]*"?|[\\!_*]./g, '');
  if (/b/i.test(code.replace(/\[[^\]]*\]/g, '').replace(/B1/gi, ''))) return true;
  return [...code.matchAll(/\[([^\]]*)\]/g)].some(([, inside = '']) => {
    if (inside.startsWith('~')) return !/^~gregorian$/i.test(inside);
    const [, country, number] = /^\$[^-]*-([^,]*)(?:,(.*))?$/.exec(inside) ?? [];
    if (country === undefined) return false;
    const [, before = '', place = country] = /^([\da-f]{0,4}?)([\da-f]{4})$/i.exec(country) ?? [];
    const calendar = Number.parseInt((number ?? before).slice(-2), 16) || 0;
    return calendar === 0 ? OF_OTHERS.test(place) : !GREGORIAN.has(calendar);
  });
}
