/*
 * Draws docs/pictures/page.png from the real data with the browser of the system: npm run picture. Letters are drawn by the
 * machine's own fonts, so no test compares its bytes; it is drawn anew when the page has changed, and looked at.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium as playwright } from 'playwright-core';
import { chromium } from '../test/support/browser.ts';
import { runCli } from '../test/support/io.ts';

const SIZE = { width: 1200, height: 720 };

if (chromium === null) throw new Error('no browser is installed: apt-get install chromium');
const folder = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-picture-'));
try {
  const page = path.join(folder, 'page.html');
  const { stdout } = await runCli(['check', 'fixtures/shanxi', '--as-of', '2026-06-30', '--format', 'html']);
  writeFileSync(page, stdout);
  const browser = await playwright.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
  const shown = await browser.newPage({ viewport: SIZE });
  await shown.goto(pathToFileURL(page).href);
  // The answer, and the first rows of the table, without what lies between.
  await shown.addStyleTag({ content: '.tasks,.filters,section:has(.tasks){display:none}' });
  await shown.screenshot({ path: 'docs/pictures/page.png' });
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
