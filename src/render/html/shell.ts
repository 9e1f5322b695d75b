import type { Analysis } from '../../model/analysis.ts';
import { drawings } from './legend.ts';
import { html, type Markup } from './markup.ts';
import { STYLE } from './style.ts';

export interface Shell {
  readonly title: string;
  /** The language, as HTML names it. */
  readonly code: string;
  readonly tool: Analysis['tool'];
  /** Rules of this page alone. */
  readonly rules: Markup;
  readonly body: Markup;
  /** What drawings of this page have in common. */
  readonly drawn: Markup;
}

/** No script, no request, no form: the policy would stop what a text might smuggle in. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export const shell = ({ title, code, tool, rules, body, drawn }: Shell): string =>
  html`<!doctype html>
<html lang="${code}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="generator" content="${tool.name} ${tool.version}"><title>${title}</title><style>${STYLE}${rules}</style></head><body>${drawings(drawn)}${body}</body></html>
`.markup;
