/*
 * Patterns with classes of Unicode, such as all letters. Node takes long to make their sets, when it reads a script with such a
 * pattern and again when one is first used. Of a text in ASCII, Chinese letters and common signs a narrow pattern says the
 * same, so the wide one is made for the first text that has anything else.
 */

/** What a class of Unicode has among the characters of a narrow text; test/values/unicode-pattern.test.ts goes through all. */
const narrow: Readonly<Record<string, string>> = {
  L: String.raw`A-Za-z\u4e00-\u9fff`,
  N: '0-9',
  No: '',
  C: String.raw`\0-\x1f\x7f`,
  Zl: '',
  Zp: '',
  'Script=Han': String.raw`\u4e00-\u9fff`,
  'Script=Latin': 'A-Za-z',
};

const NARROW = /^[\0-\x7f°±·\u2010-\u2027\u2030-\u205e\u4e00-\u9fff、。《-】！（），：；？]*$/;

/** The pattern by which a text is judged. Classes of Unicode stand in brackets. */
export function unicodePattern(source: string, flags = ''): (text: string) => RegExp {
  let [quick, wide]: RegExp[] = [];
  const inNarrow = () => source.replace(/\\p\{([^}]+)\}/g, (whole, name: string) => narrow[name] ?? whole);
  return text => {
    if (NARROW.test(text)) {
      quick ??= new RegExp(inNarrow(), `u${flags}`);
      return quick;
    }
    wide ??= new RegExp(source, `u${flags}`);
    return wide;
  };
}
