import { showControls } from './controls.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const byNumber = (char: string): string => `&#${char.charCodeAt(0)};`;

/** For text between tags; a carriage return would be read as a line feed, and a line separator too in XML 1.1. */
export const escapeXmlText = (text: string): string =>
  showControls(text)
    .replace(/[&<>]/g, char => entities[char] ?? char)
    .replace(/[\r\u2028]/g, byNumber);

/** For the value of an attribute in double quotes; a parser would turn raw line ends and tabs into spaces. */
export const escapeXmlAttribute = (text: string): string =>
  showControls(text)
    .replace(/[&<>"']/g, char => entities[char] ?? char)
    .replace(/[\t\n\r\u2028]/g, byNumber);
