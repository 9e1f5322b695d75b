import type { ReportForm } from './form.ts';

/** What writes a form, loaded for the format that is asked for. */
export const formWriters = {
  yaml: async (form: ReportForm): Promise<string | Uint8Array> => (await import('./yaml.ts')).yamlForm(form),
  csv: async (form: ReportForm): Promise<string | Uint8Array> => (await import('./csv.ts')).csvForm(form),
  xlsx: async (form: ReportForm): Promise<string | Uint8Array> => (await import('./workbook.ts')).xlsxForm(form),
};

export type FormFormat = keyof typeof formWriters;
export const formFormats = Object.keys(formWriters) as FormFormat[];
