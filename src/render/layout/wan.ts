/** What we write of ten thousand and above; not what stands in quotation marks, which is as its source prints it. */
const LARGE = /“[^”]*”|(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?/g;

const units = [
  { digits: 8, unit: '亿' },
  { digits: 4, unit: '万' },
] as const;

/** As Chinese readers count: 12万 for 120,000, and no digit of it is lost. */
export const inWan = (text: string): string =>
  text.replace(LARGE, found => (found.startsWith('“') ? found : wan(found)));

function wan(grouped: string): string {
  const [whole = '', fraction = ''] = grouped.replaceAll(',', '').split('.');
  const shifted = units.find(({ digits }) => whole.length > digits);
  if (!shifted) return grouped;
  const at = whole.length - shifted.digits;
  const rest = `${whole.slice(at)}${fraction}`.replace(/0+$/, '');
  const head = whole.slice(0, at).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${head}${rest === '' ? '' : `.${rest}`}${shifted.unit}`;
}
