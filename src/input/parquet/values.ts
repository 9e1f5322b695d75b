import type { FileMetaData, SchemaElement, SchemaTree } from 'hyparquet';
import { cellText, numberText, singleText, timesTen } from '../shown/cell-text.ts';
import type { ShownNumber } from '../table/shown.ts';

/** A column of a table: how its values are written, and what one allows where that is more than its text. */
export interface ParquetColumn {
  readonly name: string;
  readonly textOf: (value: unknown) => string;
  readonly shownOf?: (value: unknown) => ShownNumber | undefined;
}

export const columnsOf = (columns: readonly SchemaTree[]): ParquetColumn[] =>
  columns.map(({ element }) => ({ name: element.name.trim(), ...waysOf(element) }));

function waysOf(element: SchemaElement): Omit<ParquetColumn, 'name'> {
  const scale = scaleOf(element);
  if (scale !== undefined) return { textOf: value => decimalText(value, scale) };
  const ticks = ticksOf(element);
  if (ticks !== undefined) return { textOf: value => clockText(value, ticks) };
  if (element.type === 'FLOAT')
    return { textOf: value => (typeof value === 'number' ? singleText(value) : ''), shownOf: singleShown };
  if (element.logical_type?.type === 'FLOAT16')
    return { textOf: value => (typeof value === 'number' ? halfText(value) : ''), shownOf: halfShown };
  return { textOf: value => cellText(value instanceof Uint8Array ? new TextDecoder().decode(value) : value) };
}

const TICKS = { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 };

/** How many units of a time of day make a second; undefined where it is none. */
function ticksOf({ converted_type, logical_type }: SchemaElement): number | undefined {
  if (logical_type?.type === 'TIME') return TICKS[logical_type.unit];
  if (converted_type === 'TIME_MILLIS') return TICKS.MILLIS;
  return converted_type === 'TIME_MICROS' ? TICKS.MICROS : undefined;
}

/** A time of day is kept as a number and is none: 01:00:00 would be a figure of 3,600,000. */
function clockText(value: unknown, ticks: number): string {
  if (value === null || value === undefined) return '';
  const seconds = Math.floor(Number(value) / ticks);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map(part => String(part).padStart(2, '0')).join(':');
}

/** The decimals of a decimal number; undefined of any other. */
function scaleOf({ converted_type, logical_type, scale }: SchemaElement): number | undefined {
  if (logical_type?.type === 'DECIMAL') return logical_type.scale;
  return converted_type === 'DECIMAL' ? (scale ?? 0) : undefined;
}

/** The library would make decimal numbers binary ones, and lose digits: they are taken as whole numbers of their unit. */
export const withRawDecimals = (metadata: FileMetaData): FileMetaData => ({
  ...metadata,
  schema: metadata.schema.map(element => {
    if (scaleOf(element) === undefined) return element;
    const { converted_type: _, logical_type: __, ...raw } = element;
    return raw;
  }),
});

function decimalText(value: unknown, scale: number): string {
  if (value === null || value === undefined) return '';
  return timesTen(String(value instanceof Uint8Array ? wholeIn(value) : value), -scale);
}

/** A whole number in two's complement, its highest byte first. */
function wholeIn(bytes: Uint8Array): bigint {
  const unsigned = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return BigInt.asIntN(8 * bytes.length, unsigned);
}

/** Whole numbers beyond this have neighbours of single precision that are farther away than the next whole number. */
const LAST_WHOLE = 2 ** 24;

/** Beyond these the shortest decimal is not what is kept: it is any number that is nearest to that one. */
function singleShown(value: unknown): ShownNumber | undefined {
  if (typeof value !== 'number' || !(Math.abs(value) > LAST_WHOLE)) return undefined;
  return { text: singleText(value), width: numberText(stepOf(value, 23)) };
}

/** A number of half precision has three digits and a bit: the shortest decimal that it stands for, which is any near it. */
const halfShown = (value: unknown): ShownNumber | undefined =>
  typeof value === 'number' && value !== 0
    ? { text: halfText(value), width: numberText(stepOf(value, 10)) }
    : undefined;

const halfText = (value: number): string => {
  const short = [1, 2, 3, 4].map(digits => Number(value.toPrecision(digits)));
  return numberText(short.find(each => Math.abs(each - value) < stepOf(value, 10) / 2) ?? value);
};

/** From one such number to the next, where so many bits stand behind the point. */
const stepOf = (value: number, bits: number): number => 2 ** (Math.floor(Math.log2(Math.abs(value))) - bits);
