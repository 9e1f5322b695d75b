import { visible } from '../layout/text.ts';

/** The message of a workflow command: one line, in which a per cent sign is not the beginning of a code. */
export const escapeGithubMessage = (text: string): string =>
  visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** A property of a workflow command: colons and commas would end it. */
export const escapeGithubProperty = (text: string): string =>
  escapeGithubMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
