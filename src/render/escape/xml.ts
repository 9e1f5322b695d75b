import { showControls } from './controls.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** For text between tags; a carriage return would be read as a line feed. */
export const escapeXmlText = (text: string): string =>
  showControls(text)
    .replace(/[&<>]/g, char => entities[char] ?? char)
    .replaceAll('\r', '&#13;');

/** For the value of an attribute in double quotes; a parser would turn raw line ends and tabs into spaces. */
export const escapeXmlAttribute = (text: string): string =>
  showControls(text)
    .replace(/[&<>"']/g, char => entities[char] ?? char)
    .replace(/[\t\n\r]/g, char => `&#${char.charCodeAt(0)};`);
