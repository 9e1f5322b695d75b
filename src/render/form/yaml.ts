import { visible } from '../layout/text.ts';
import { modeline } from '../modeline.ts';
import { formWords } from '../words/form.ts';
import type { ReportForm } from './form.ts';

/** A report in which all but the plan is a comment: what nobody filled in is nothing that anybody said. */
export function yamlForm({ plan, title, rows, lang }: ReportForm): string {
  const words = formWords[lang];
  const metrics = rows.flatMap(({ id, title, unit, definitions }) => {
    const same = definitions.flatMap(({ name, relation }) => (relation === 'same' ? [name] : []));
    return [`  # ${visible(title[lang])} (${unit}${same.length > 0 ? words.counts(same) : ''})`, `  # ${id}:`];
  });
  return [
    modeline('report'),
    ...words.head(visible(title[lang])).map(text => `# ${text}`),
    `# report: ${words.report}`,
    `plan: ${plan}`,
    `# as_of: 2025-12-31       # ${words.asOf}`,
    `# published: 2026-01-20   # ${words.published}`,
    '# source: { publisher: … }',
    'metrics:',
    ...metrics,
    '',
  ].join('\n');
}
