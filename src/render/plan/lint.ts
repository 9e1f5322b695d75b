import { Chalk } from 'chalk';
import { type LintSeverity, lintSeverities } from '../../model/lint.ts';
import { groupBy } from '../../values/group.ts';
import type { RenderOptions } from '../format.ts';
import { findingBlock } from '../problems.ts';
import { type Linted, lintWordsIn, type ToldFinding } from './told.ts';

const colors = { error: 'red', warning: 'yellow', note: 'cyan' } as const satisfies Record<LintSeverity, string>;

type PlainOptions = Pick<RenderOptions, 'lang' | 'isColored'>;

/** What a lint found, under what it means for a verdict; of one kind the first with the lines around it. */
export function renderLint(linted: Linted, { lang, isColored }: PlainOptions): string {
  const { path, told, counts, level } = linted;
  const words = lintWordsIn(lang);
  const chalk = new Chalk({ level: isColored ? 1 : 0 });
  const isClean = lintSeverities.every(severity => counts[severity] === 0);
  if (isClean) return `${words.clean(path)}\n`;
  const groups = groupBy(told, ({ severity }) => severity);
  const parts = lintSeverities.flatMap(severity => {
    const found = groups.get(severity);
    if (!found) return [];
    const paint = chalk[colors[severity]].bold;
    const heading = paint(`${words.group[severity]} (${found.length})`);
    const kinds = [...groupBy(found, ({ code }) => code).values()];
    return [heading, ...kinds.map(kind => kindBlock(kind, words.severity[severity], paint, chalk))];
  });
  const end = [
    words.counts(counts.error, counts.warning, counts.note),
    ...(level === 'note' ? [] : [chalk.dim(words.hidden(level))]),
  ];
  return `${[...parts, end.join('\n')].join('\n\n')}\n`;
}

function kindBlock(
  kind: readonly ToldFinding[],
  label: string,
  paint: (text: string) => string,
  chalk: InstanceType<typeof Chalk>,
): string {
  const blocks = kind.map(({ code, place, what, help }, index) => {
    const { excerpt: _, ...bare } = place;
    const isFirst = index === 0;
    return findingBlock(
      { code, place: isFirst ? place : bare, label, words: { what, ...(isFirst && help !== undefined && { help }) } },
      paint,
      chalk,
    );
  });
  return blocks.join('\n');
}
