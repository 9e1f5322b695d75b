/** What an input made the program do that it promises never to do. */
export class BrokenLaw extends Error {}

export function holds(isSo: boolean, law: string, ...found: readonly unknown[]): void {
  if (!isSo) throw new BrokenLaw([law, ...found.map(shown)].join(' | '));
}

const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')).slice(0, 400);

/** Signs that steer a terminal, or turn the direction of a text; line ends and tabs do neither. */
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

export function holdsNoEscape(text: string, where: string): void {
  const found = STEERING.exec(text.replaceAll('\r\n', '\n'));
  holds(found === null, 'no output steers a terminal', where, found && text.slice(found.index - 30, found.index + 30));
}
