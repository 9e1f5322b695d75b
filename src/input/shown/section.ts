import { type Section, sectionsOf } from './number-format.ts';

/** The section by which a cell shows its number. */
export interface NumberSection {
  readonly section: Section;
  /** A section for what is below zero shows it without a sign, unless one is written in it. */
  readonly isBelowZero: boolean;
}

/** Undefined where spreadsheets do not agree on which section it is. */
export function sectionOfNumber(format: string, value: number): NumberSection | undefined {
  const all = sectionsOf(format);
  const sections = all.slice(0, all.length < 4 && isForTexts(all.at(-1)) ? -1 : 3);
  const [positive, negative, zero] = sections;
  if (!positive) return { section: GENERAL, isBelowZero: false };
  if (sections.some(({ takes }) => takes)) return byCondition(sections, value);
  if (value < 0) return { section: negative ?? positive, isBelowZero: negative !== undefined };
  return { section: (value === 0 ? zero : undefined) ?? positive, isBelowZero: false };
}

/** The section by which a cell shows its text; undefined where it shows it as it is. */
export function sectionOfText(format: string): Section | undefined {
  const sections = sectionsOf(format);
  const last = sections.at(-1);
  return sections.length === 4 || isForTexts(last) ? last : undefined;
}

/** The colour in which a cell shows what it keeps, where its format gives it one. */
export function colourUnder(format: string, value: unknown): string | undefined {
  if (typeof value === 'number') return sectionOfNumber(format, value)?.section.colour;
  return typeof value === 'string' ? sectionOfText(format)?.colour : sectionsOf(format)[0]?.colour;
}

const GENERAL: Section = { parts: [{ kind: 'general', text: 'General' }] };

const isForTexts = (section: Section | undefined): boolean =>
  section?.parts.some(({ kind }) => kind === 'text') ?? false;

/** Each section but the last must say what it is for; whether a sign is shown below zero, programs do not agree. */
function byCondition(sections: readonly Section[], value: number): NumberSection | undefined {
  if (value < 0 || sections.slice(0, -1).some(({ takes }) => !takes)) return undefined;
  const section = sections.find(({ takes }) => takes?.(value) ?? true);
  return section && { section, isBelowZero: false };
}
