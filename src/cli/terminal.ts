import type { NumberStyle, RenderOptions } from '../render/format.ts';
import { isWidth, LEAST_WIDTH } from '../render/text-options.ts';
import { usageOfFlags } from '../render/words/usage-flags.ts';
import type { Io, OutputStream } from './io.ts';
import { UserError } from './user-error.ts';

export interface Terminal {
  readonly width: number;
  readonly isColored: boolean;
  readonly isErrColored: boolean;
}

const DEFAULT_WIDTH = 80;

/** Colour: flag > NO_COLOR > FORCE_COLOR > terminal. Width: flag > terminal > 80. */
export function terminalOf(
  flags: { readonly width?: string; readonly color?: boolean },
  { stdout, stderr, env }: Io,
): Terminal {
  const isColored = ({ isTTY }: OutputStream): boolean => {
    if (flags.color !== undefined) return flags.color;
    if (env['NO_COLOR']) return false;
    if (env['FORCE_COLOR'] && env['FORCE_COLOR'] !== '0') return true;
    return Boolean(isTTY) && env['TERM'] !== 'dumb';
  };
  return {
    width: widthFlag(flags.width) ?? stdout.columns ?? DEFAULT_WIDTH,
    isColored: isColored(stdout),
    isErrColored: isColored(stderr),
  };
}

function widthFlag(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const width = Number(text);
  if (isWidth(width)) return width;
  throw new UserError(usageOfFlags.noWidth(text, LEAST_WIDTH));
}

export interface TableFlags {
  readonly summary?: boolean;
  readonly verbose?: boolean;
  readonly ascii?: boolean;
  readonly numbers?: NumberStyle;
}

/** How the table is told. */
export const tableLayout = ({
  summary,
  verbose,
  ascii = false,
  numbers,
}: TableFlags): Pick<RenderOptions, 'detail' | 'isAscii' | 'numbers'> => ({
  detail: summary ? 'summary' : verbose ? 'all' : 'usual',
  isAscii: ascii,
  ...(numbers && { numbers }),
});
