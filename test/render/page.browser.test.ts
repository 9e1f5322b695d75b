import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/model/analysis.ts';
import type { Lang } from '../../src/render/words/words.ts';
import { chromium, pdftotext } from '../support/browser.ts';
import { runCli } from '../support/io.ts';
import { manyTargets } from '../support/many-targets.ts';
import { analyses, languages, renderedText } from './analyses.ts';

/* What a real browser makes of a page: opened from disk, with the network off. */

const isReady = chromium !== null && pdftotext !== null;
if (!isReady)
  process.stderr.write(
    'skipped: the tests of pages need chromium and pdftotext (apt-get install chromium poppler-utils)\n',
  );

const shown: Readonly<Record<string, () => Promise<Analysis>>> = {
  ...Object.fromEntries(Object.entries(analyses).map(([name, analysis]) => [name, () => analysis])),
  'one target': () => manyTargets(1),
  'nothing reported': () => manyTargets(3, false),
};

/** Pixels of a letter's height, as a style names it. */
const SMALLEST = 10;

const probes = [createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'test/support/in-page.js'];

/** Calls a function of test/support/in-page.js in the page; its policy does not hold for a debugger. */
async function ask<T>(page: Page, call: string): Promise<T> {
  for (const probe of probes) await page.evaluate(`${readFileSync(probe, 'utf8')};0`);
  return page.evaluate(`inPage.${call}`);
}

describe.skipIf(!isReady)('in a browser', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'shanxi-plan-page-'));
    browser = await playwright.launch({ executablePath: chromium ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Look {
    readonly width?: number;
    readonly colorScheme?: 'light' | 'dark';
    readonly lang?: Lang;
    readonly javaScriptEnabled?: boolean;
  }

  /** Writes the page of an analysis, and opens it. */
  async function opened<T>(analysis: Analysis, look: Look, use: (page: Page) => Promise<T>): Promise<T> {
    const file = path.join(folder, 'page.html');
    writeFileSync(file, await renderedText('html', analysis, look.lang));
    return openedFile(file, look, use);
  }

  /** Opens a page, and fails if it says anything to the console or asks for anything but files beside it. */
  async function openedFile<T>(file: string, look: Look, use: (page: Page) => Promise<T>): Promise<T> {
    const { width = 1440, colorScheme = 'light', javaScriptEnabled = true } = look;
    const url = pathToFileURL(file).href;
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      offline: true,
      javaScriptEnabled,
    });
    const page = await context.newPage();
    const heard: string[] = [];
    page.on('console', message => heard.push(message.text()));
    page.on('pageerror', error => heard.push(error.message));
    page.on('request', request => {
      if (!request.isNavigationRequest() || !request.url().startsWith(path.posix.dirname(url)))
        heard.push(request.url());
    });
    try {
      await page.goto(url);
      const result = await use(page);
      expect(heard).toEqual([]);
      return result;
    } finally {
      await context.close();
    }
  }

  const cases = Object.keys(shown).flatMap(name => languages.map(lang => ({ name, lang })));

  describe.each(cases)('the page of $name ($lang)', ({ name, lang }) => {
    const analysis = async () => (await shown[name]?.()) as Analysis;

    test.each([
      { width: 1440, colorScheme: 'light' },
      { width: 360, colorScheme: 'dark' },
    ] as const)('is without a finding of axe at $width px, $colorScheme', async look => {
      const findings = await opened(await analysis(), { ...look, lang }, async page => {
        await ask(page, 'openAll()');
        return ask<string[]>(page, 'axeFindings()');
      });
      expect(findings).toEqual([]);
    });

    test.each([1440, 360])(
      'is read at %i px without scrolling sideways, in letters that are large enough',
      async width => {
        const found = await opened(await analysis(), { width, lang }, async page => {
          await ask(page, 'openAll()');
          return ask<string[]>(page, `hardToRead(${SMALLEST})`);
        });
        expect(found).toEqual([]);
      },
    );

    test('is printed whole: every target with its evidence', async () => {
      const { assessments } = await analysis();
      const text = await opened(await analysis(), { lang }, async page => {
        const pdf = path.join(folder, 'page.pdf');
        await page.pdf({ path: pdf, preferCSSPageSize: true });
        return execFileSync(pdftotext ?? '', [pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
      });
      // A line may end at a hyphen, which is then lost.
      const plain = (part: string) => part.replace(/[\s-]+/g, '');
      const printed = plain(text);
      expect(assessments.filter(({ target }) => !printed.includes(plain(target)))).toEqual([]);
      const figures = assessments.flatMap(({ evidence }) => [...evidence.used, ...evidence.setAside]);
      expect(text.match(/\d{4}-\d{2}-\d{2}/g)?.length ?? 0).toBeGreaterThanOrEqual(figures.length);
    });
  });

  test('a choice of verdict hides the other targets, above and below', async () => {
    const analysis = (await shown['the real data in 2026']?.()) as Analysis;
    const failing = analysis.summary.severities.fail ?? 0;
    const seen = await opened(analysis, { javaScriptEnabled: false }, async page => {
      await page.locator('#s-fail').check();
      const visible = (selector: string) => page.locator(`${selector}:visible`).count();
      return { rows: await visible('tr.t'), details: await visible('details.t') };
    });
    expect(seen).toEqual({ rows: failing, details: failing });
  });

  test('a keyboard gets from a row to the opened part of its target', async () => {
    const analysis = (await shown['the real data in 2023']?.()) as Analysis;
    const isOpen = await opened(analysis, { javaScriptEnabled: false }, async page => {
      await page.locator('a[href="#t-racks-2025"]').last().focus();
      await page.keyboard.press('Enter');
      return page.locator('#t-racks-2025').isVisible();
    });
    expect(isOpen).toBe(true);
  });

  describe('the page of a batch', () => {
    beforeAll(async () => {
      const cities = ['fixtures/shanxi-cities', '--plan', 'shanxi-cities-2021-23', '--by', 'region,period'];
      await runCli(['batch', ...cities, '--format', 'html', '--output-dir', path.join(folder, 'out')]);
    });
    const index = () => path.join(folder, 'out', 'index.html');

    test.each([
      { width: 1440, colorScheme: 'dark' },
      { width: 360, colorScheme: 'light' },
    ] as const)('is without a finding of axe, and readable at $width px', async look => {
      const found = await openedFile(index(), look, async page => {
        await ask(page, 'openAll()');
        return ask<string[]>(page, 'axeFindings()');
      });
      expect(found).toEqual([]);
    });

    test('leads to the page of a group, from disk', async () => {
      const title = await openedFile(index(), {}, async page => {
        await page.locator('.heat a').first().click();
        return page.locator('h1').textContent();
      });
      expect(title).toContain('Shanxi');
    });
  });

  test('500 targets are laid out as well', async () => {
    const rows = await opened(await manyTargets(500), { width: 360 }, async page => page.locator('tr.t').count());
    expect(rows).toBe(500);
  });
});
