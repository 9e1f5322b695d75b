/** What an input made the program do that it promises never to do. */
export class BrokenLaw extends Error {}

export function holds(isSo: boolean, law: string, ...found: readonly unknown[]): void {
  if (!isSo) throw new BrokenLaw([law, ...found.map(shown)].join(' | '));
}

const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')).slice(0, 400);

/** Signs that steer a terminal; line ends and tabs do not. */
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
/** Signs that turn the direction of a text, which formats for programs keep (docs/formats.md). */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

export function holdsNoEscape(text: string, where: string, keepsDirection = false): void {
  const lines = text.replaceAll('\r\n', '\n');
  const found = STEERING.exec(lines) ?? (keepsDirection ? null : TURNING.exec(lines));
  holds(found === null, 'no output steers a terminal', where, found && lines.slice(found.index - 30, found.index + 30));
}
