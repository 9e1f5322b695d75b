// The texts by which a step speaks to the runner of GitHub Actions: workflow commands, and the file of outputs.
import { randomUUID } from 'node:crypto';

const MAX_ANNOTATIONS = 10;

const escapeMessage = text => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = text => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
const unescapeProperty = text =>
  text
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');

/** A text for the log in which the runner looks for no command. */
export function unmarked(text) {
  const token = randomUUID();
  return `::stop-commands::${token}\n${text}${text.endsWith('\n') ? '' : '\n'}::${token}::\n`;
}

/** Outputs as the runner reads them: no value, whatever it holds, can end early and begin another output. */
export const outputFileText = outputs =>
  Object.entries(outputs)
    .map(([name, value]) => {
      const delimiter = `end-${randomUUID()}`;
      return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
    })
    .join('');

/** The problems that kept the tool from checking, as annotations; those past the tenth would vanish anyway. */
export function annotationsOf(stderr, moved) {
  const places = [...stderr.matchAll(/^(\S.*?)(?::(\d+):(\d+))?: (?:error|错误): (.+)$/gm)];
  const left = places.length - MAX_ANNOTATIONS;
  const shown = places
    .slice(0, MAX_ANNOTATIONS)
    .map(([, file, line = '1', col = '1', message], index) =>
      annotation(
        `file=${escapeProperty(moved(file))},line=${line},col=${col},`,
        `${message}${index === MAX_ANNOTATIONS - 1 && left > 0 ? ` – and ${left} more in the log` : ''}`,
      ),
    );
  return shown.length > 0 ? shown.join('') : annotation('', stderr.trim().replace(/^shanxi-plan: /, ''));
}

const annotation = (place, message) =>
  `::error ${place}title=shanxi-plan could not check::${escapeMessage(message || 'no message')}\n`;

/** Without the mark of the file, which no log needs. */
export const moveAnnotations = (text, moved) =>
  text
    .replace(/^::debug::.*\n/gm, '')
    .replace(
      /^(::(?:error|warning|notice) file=)([^,:]*)/gm,
      (_, head, file) => `${head}${escapeProperty(moved(unescapeProperty(file)))}`,
    );

/** Every `uri` of the SARIF file is a path, percent-encoded part by part, unless it is absolute. */
export function moveSarif(text, moved) {
  const move = (key, value) => {
    if (key !== 'uri' || typeof value !== 'string' || value.startsWith('file:')) return value;
    return moved(decodeURIComponent(value)).split('/').map(encodeURIComponent).join('/');
  };
  return `${JSON.stringify(JSON.parse(text, move), null, 2)}\n`;
}
