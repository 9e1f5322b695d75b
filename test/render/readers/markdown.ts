import { lexer, type Token, type Tokens } from 'marked';
import { visible } from '../../../src/render/layout/text.ts';
import { formatWordsIn } from '../../../src/render/words/formats-registry.ts';
import { wordsIn } from '../../../src/render/words/registry.ts';
import { asText, type Reader, severitiesIn, verdictOf } from './reader.ts';

/** The text that a page shows. Anything but text and emphasis could only come from a title, so it is refused. */
function shownText(tokens: readonly Token[]): string {
  return tokens
    .map(token => {
      if ('tokens' in token && token.tokens && ['text', 'strong', 'paragraph'].includes(token.type))
        return shownText(token.tokens);
      if (token.type === 'text' || token.type === 'escape') return (token as Tokens.Text).text;
      throw new Error(`${token.type} in the page: ${token.raw}`);
    })
    .join('');
}

export const markdownReader: Reader = {
  by: 'marked, GitHub Flavored Markdown',
  read: (output, lang) => {
    const tokens = lexer(asText(output), { gfm: true });
    const tables = tokens.filter((token): token is Tokens.Table => token.type === 'table');
    const [summary, ...tasks] = tables;
    if (!summary) throw new Error('no table');
    const codes = summary.header.slice(1).map(({ tokens: heading }) => verdictOf(shownText(heading), lang));
    const total = summary.rows.at(-1)?.map(({ tokens: cell }) => shownText(cell)) ?? [];
    const rows = tasks.flatMap(({ rows: own }) => own.map(row => row.map(({ tokens: cell }) => shownText(cell))));
    const notCounted = rows.filter(row => row.at(-1)?.includes(`(${formatWordsIn(lang).notInForce}`)).length;
    const sum = total.slice(1).reduce((all, count) => all + Number(count), 0);
    if (rows.length - notCounted !== sum) throw new Error(`${rows.length} rows of targets, ${sum} counted`);
    const sentence = tokens.find(token => token.raw.startsWith('**'))?.raw ?? '';
    const heading = tokens.find((token): token is Tokens.Heading => token.type === 'heading');
    return {
      verdicts: Object.fromEntries(codes.map((code, index) => [code, Number(total[index + 1])])),
      severities: severitiesIn(sentence, lang),
      titles: new Map(),
      texts: [shownText(heading?.tokens ?? []), ...rows.map(([title = '']) => title), wordsIn(lang).table.total],
    };
  },
  expected: visible,
};
