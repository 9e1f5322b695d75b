import { Chalk } from 'chalk';
import type { RenderOptions } from './format.ts';
import { wrap } from './layout/text.ts';
import { codePageWords, type SampleKind, type Vocabulary } from './words/code-page.ts';
import type { Lang } from './words/words.ts';

/** The page of one code, as its file holds it. */
export interface CodePage {
  readonly vocabulary: Vocabulary;
  readonly code: string;
  readonly text: string;
}

export interface Sample {
  readonly is: 'wrong' | 'right';
  readonly kind: SampleKind;
  /** As the fence says: yaml, csv and so on. */
  readonly format: string;
  readonly text: string;
}

/** Paragraphs of a language; a line break in one is none of its text. */
export const paragraphsOf = ({ text }: CodePage, lang: Lang): string[] =>
  sectionsOf(text)
    .filter(({ heading }) => heading === lang)
    .flatMap(({ body }) => body.split(/\n{2,}/).map(paragraph => paragraph.replaceAll('\n', ' ')));

export const samplesOf = ({ text }: CodePage): Sample[] =>
  sectionsOf(text).flatMap(({ heading, body }) => {
    const [, is, kind] = /^(wrong|right) \((.+)\)$/.exec(heading) ?? [];
    const [, format, sample] = /^```(\w+)\n([\s\S]*)\n```$/.exec(body) ?? [];
    return is && kind && format && sample !== undefined ? [{ is, kind, format, text: sample } as Sample] : [];
  });

const sectionsOf = (text: string): { readonly heading: string; readonly body: string }[] =>
  text
    .split(/^## /m)
    .slice(1)
    .map(section => {
      const [heading = '', ...lines] = section.split('\n');
      return { heading, body: lines.join('\n').trim() };
    });

const INDENT = '    ';

/** What a code means, in one language, and how what it is about looks wrong and right. */
export function renderCodePage(page: CodePage, { lang, width, isColored }: RenderOptions): string {
  const chalk = new Chalk({ level: isColored ? 1 : 0 });
  const words = codePageWords[lang];
  const samples = samplesOf(page);
  const blocks = [
    [`${chalk.bold(page.code)} · ${words.vocabulary[page.vocabulary]}`],
    ...paragraphsOf(page, lang).map(paragraph => wrap(paragraph, width)),
    ...samples.map(({ is, kind, text }) => [
      chalk[is === 'wrong' ? 'red' : 'green'](words.sample[is](words.kind[kind])),
      ...text.split('\n').map(line => `${INDENT}${line}`.trimEnd()),
    ]),
    ...(samples.length > 0 ? [wrap(words.rest, width).map(line => chalk.dim(line))] : []),
  ];
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`;
}
