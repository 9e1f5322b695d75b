import { escapeXmlText } from '../../src/render/escape/xml.ts';

/** The colours of a terminal, dark enough to be read on white. */
const colours: Readonly<Record<string, string>> = {
  31: '#b3001e',
  32: '#0d652d',
  33: '#7a5200',
  35: '#51399c',
  36: '#0a5a78',
};

const LINE = 17;
const LETTER = 7.8;
const EDGE = 14;

/** What a terminal shows, drawn: each run of one colour at its own column, so that no font can move it. */
export function drawnTerminal(command: string, output: string): string {
  const lines = [`$ ${command}`, '', ...output.trimEnd().split('\n')];
  const width = 80 * LETTER + 2 * EDGE;
  const height = lines.length * LINE + 2 * EDGE;
  const rows = lines.flatMap((line, index) =>
    runsOf(line).map(
      ({ text, at, colour, isBold }) =>
        `<text x="${(EDGE + at * LETTER).toFixed(1)}" y="${EDGE + LINE * (index + 1) - 4}" textLength="${(text.length * LETTER).toFixed(1)}"${colour ? ` fill="${colour}"` : ''}${isBold ? ' font-weight="700"' : ''}>${escapeXmlText(text)}</text>`,
    ),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="The first screen in a terminal" font-family="ui-monospace,Menlo,Consolas,monospace" font-size="13" fill="#1b1d21" xml:space="preserve">`,
    `<rect width="${width}" height="${height}" rx="6" fill="#f6f7f9"/>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}

interface Run {
  readonly text: string;
  readonly at: number;
  readonly colour: string | undefined;
  readonly isBold: boolean;
}

function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let [at, colour, isBold]: [number, string | undefined, boolean] = [0, undefined, false];
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    const [, code] = /^\u001b\[(\d+)m$/.exec(part) ?? [];
    if (code === undefined) {
      const text = part.trim();
      if (text !== '') runs.push({ text, at: at + part.indexOf(text), colour, isBold });
      at += part.length;
    } else if (code === '1') isBold = true;
    else if (code === '22') isBold = false;
    else colour = colours[code];
  }
  return runs;
}
