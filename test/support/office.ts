import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { programNamed } from './program.ts';

/** LibreOffice, which no package of npm brings. */
export const soffice = programNamed('soffice', 'libreoffice');

/** Comma, quote, UTF-8, from the first line, Chinese, all cells as they are, days and percentages found in texts. */
const CSV = 'CSV:44,34,76,1,,2052,false,true';

interface Conversion {
  readonly from: 'csv' | 'ods' | 'xlsx';
  readonly to: 'ods' | 'xlsx';
}

/** Files as LibreOffice writes them, by the names that they were given. */
export function converted(
  files: Readonly<Record<string, string | Uint8Array>>,
  { from, to }: Conversion,
): Record<string, Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-office-'));
  try {
    const names = Object.keys(files);
    for (const name of names) writeFileSync(path.join(folder, `${name}.${from}`), files[name] ?? '');
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    const filter = from === 'csv' ? [`--infilter=${CSV}`] : [];
    const given = names.map(name => path.join(folder, `${name}.${from}`));
    const out = path.join(folder, 'out');
    execFileSync(soffice ?? '', [profile, '--headless', ...filter, '--convert-to', to, '--outdir', out, ...given], {
      stdio: 'pipe',
      timeout: 120_000,
    });
    return Object.fromEntries(names.map(name => [name, new Uint8Array(readFileSync(path.join(out, `${name}.${to}`)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
