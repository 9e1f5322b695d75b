import { MAX_FORMAT_PARTS } from '../document/limits.ts';
import type { PartKind, Section } from './number-format.ts';

/** `none` shows what is written in it and nothing of the number; what is `unknown` programs do not agree on. */
export type NumberForm = 'general' | 'digits' | 'power' | 'none' | 'unknown';

/** The digits that a section shows of a number. */
export interface ShownDigits {
  readonly form: NumberForm;
  readonly isPercent: boolean;
  /** Decimals that it shows; below zero where it shows thousands; undefined where it shows what is there. */
  readonly decimals: number | undefined;
  /** How many groups of three digits it leaves out. */
  readonly thousands: number;
}

/** Parts that say how digits are shown. */
const ofDigits = new Set(['digit', 'point', 'comma', 'exponent']);

export function digitsOf(section: Section, value: number): ShownDigits {
  const places = cachedPlaces.get(section) ?? placesOf(section);
  cachedPlaces.set(section, places);
  const { decimals, step } = places;
  return step === undefined || decimals === undefined
    ? places
    : { ...places, decimals: decimals - exponentOf(value, decimals, step) };
}

/** What a section says of all numbers. */
interface Places extends ShownDigits {
  /** Digits before the point where a power of ten is shown. */
  readonly step?: number;
}

const cachedPlaces = new WeakMap<Section, Places>();

function placesOf(section: Section): Places {
  const form = formOf(section);
  const isPercent = section.parts.some(({ kind }) => kind === 'percent');
  const code = section.parts.flatMap(({ kind, text }) => (ofDigits.has(kind) ? [text] : [])).join('');
  const [number = '', power] = code.split(/E[+-]/i);
  if (!/[0#?]/.test(number)) return { form, isPercent, decimals: undefined, thousands: 0 };
  const [whole = '', fraction = ''] = number.split('.');
  const scale = scaleOf(whole) + scaleOf(fraction);
  const shown = { form, isPercent, decimals: digitsIn(fraction) - 3 * scale, thousands: scale };
  return power === undefined ? shown : { ...shown, step: Math.max(1, digitsIn(whole)) };
}

/** The order of parts that every program takes for a number; what is written may stand between any of them. */
const FORMS: readonly (readonly [NumberForm, RegExp])[] = [
  ['none', /^$/],
  ['general', /^G$/],
  ['digits', /^(?:[0,]+(?:\.0*,*)?|\.0+,*)$/],
  ['power', /^0+(?:\.0*)?E0+$/],
];
const LETTERS: Readonly<Record<PartKind, string>> = {
  digit: '0',
  point: '.',
  comma: ',',
  percent: '%',
  exponent: 'E',
  slash: '/',
  general: 'G',
  text: '@',
  letter: 'x',
  fill: 'x',
  written: '',
};

/** One sign of per cent may stand at either end. */
function formOf({ parts }: Section): NumberForm {
  if (parts.length > MAX_FORMAT_PARTS) return 'unknown';
  const order = parts
    .map(({ kind }) => LETTERS[kind])
    .join('')
    .replace(/^%|%$/, '');
  return FORMS.find(([, pattern]) => pattern.test(order))?.[0] ?? 'unknown';
}

const digitsIn = (text: string): number => text.replace(/[^0#?]/g, '').length;

/** A comma behind the last digit before the point, or behind all of them, leaves out three digits. */
const scaleOf = (code: string): number => /[0#?](,+)$/.exec(code)?.[1]?.length ?? 0;

/** The power of ten that stands behind the E: a multiple of the digits before the point. */
function exponentOf(value: number, decimals: number, step: number): number {
  if (value === 0) return 0;
  const rounded = Number(Math.abs(value).toExponential(Math.min(20, Math.max(0, decimals))));
  return Math.floor(Math.floor(Math.log10(rounded)) / step) * step;
}
