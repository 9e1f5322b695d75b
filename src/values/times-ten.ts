/** A number times a power of ten, without the noise of a binary multiplication. */
export function timesTen(value: number, power: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + power}`);
}
