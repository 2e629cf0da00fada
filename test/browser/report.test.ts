import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { checkScenario, defineScenario, toJson, type Scenario } from 'sticking-points';
import { analysedReportOf, htmlReport, reportOf } from 'sticking-points/report';
import { fishingQuota, gaza2024 } from 'sticking-points/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { twoRivers } from '../../examples/accords/two-rivers.js';
import { HOSTILE, hostileScenario } from '../support/hostile.js';
import { twoRiversUnderWay } from '../support/two-rivers-under-way.js';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const isThere = existsSync(CHROMIUM);
if (!isThere) {
  const said = `There is no ${CHROMIUM}: `;
  if (process.env['REQUIRE_BROWSER'] === '1') throw new Error(`${said}install it, or unset REQUIRE_BROWSER.`);
  console.warn(`\n!!! ${said}NO REPORT WAS OPENED IN A BROWSER. Install chromium to have it tried. !!!\n`);
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The same as the shipped one, read from right to left. */
const rightToLeft = () =>
  defineScenario({
    id: 'haql',
    title: 'محادثات الحقل',
    language: 'ar',
    direction: 'rtl',
    sources: { g: { outlet: 'الجريدة', date: '2030-01-10' } },
    parties: { a: { label: 'الشمال' }, b: { label: 'الجنوب' } },
    terms: { area: { kind: 'quantity', label: 'المساحة', unit: 'هكتار', bounds: { most: 100 } } },
    positions: {
      least: {
        party: 'a',
        title: 'أربعون هكتارا',
        rigidity: 'demand',
        citations: [{ source: 'g', attribution: 'on-record' }],
        basis: 'reported',
        condition: { kind: 'compare', of: 'area', op: '>=', line: 40 },
      },
      most: {
        party: 'b',
        title: 'ثلاثون هكتارا',
        rigidity: 'demand',
        condition: { kind: 'compare', of: 'area', op: '<=', line: 30 },
      },
    },
    offers: { o: { label: 'العرض الأول', put: '2030-01-09', terms: { area: 35 } } },
  });

/** A scenario with every text in Arabic, read from right to left. */
function turned(scenario: Scenario): Scenario {
  const draft = JSON.parse(toJson(hostileScenario((n) => `نص رقم ${n} من الاتفاق`, scenario))) as object;
  const result = checkScenario({ ...draft, language: 'ar', direction: 'rtl' });
  if (!result.ok) throw new Error(result.faults[0]?.message);
  return result.value;
}

describe.skipIf(!isThere)('a report in Chromium', () => {
  let browser: Browser;
  let folder: string;
  const pages: Record<string, string> = {};

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'report-'));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    const texts = Object.values(HOSTILE);
    const made = {
      gaza: await analysedReportOf(gaza2024(), { offer: 'P5' }),
      fishing: await analysedReportOf(fishingQuota(), { offer: 'compromise' }),
      hostile: reportOf(hostileScenario((n) => texts[n % texts.length] ?? '')),
      rightToLeft: await analysedReportOf(rightToLeft()),
      text: reportOf(twoRivers(), { events: twoRiversUnderWay }),
      textRightToLeft: reportOf(turned(twoRivers()), { events: twoRiversUnderWay }),
    };
    for (const [name, report] of Object.entries(made)) {
      pages[name] = join(folder, `${name}.html`);
      writeFileSync(pages[name], htmlReport(report));
    }
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const NAMES = ['gaza', 'fishing', 'hostile', 'rightToLeft', 'text', 'textRightToLeft'] as const;

  /** Opens a page from disk, and takes down whatever it says and asks for. */
  async function open(name: string, options: { width?: number; dark?: boolean; bypassCSP?: boolean } = {}) {
    const { width = 1280, dark = false, bypassCSP = false } = options;
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme: dark ? 'dark' : 'light',
      bypassCSP,
    });
    const page = await context.newPage();
    const heard: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(String(error)));
    page.on('dialog', (dialog) => heard.push(dialog.message()));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(pages[name] ?? '').href);
    return { page, heard, asked, close: () => context.close() };
  }

  it.each(NAMES)('%s opens from disk, says nothing in the console and asks for nothing', async (name) => {
    const { page, heard, asked, close } = await open(name);
    await page.waitForTimeout(200);
    expect(heard).toEqual([]);
    expect(asked).toEqual([pathToFileURL(pages[name] ?? '').href]);
    expect(await page.evaluate('globalThis.obeyed')).toBeUndefined();
    expect(await page.locator('script, img, iframe, base, object, link').count()).toBe(0);
    await close();
  });

  it.each(NAMES)('%s has no violation that axe finds, in light and in dark, on a desk and on a phone', async (name) => {
    for (const dark of [false, true]) {
      const { page, close } = await open(name, { dark, width: dark ? 360 : 1280, bypassCSP: true });
      await page.addScriptTag({ path: axe });
      const found = await page.evaluate(
        'axe.run(document).then((r) => r.violations.map((v) => v.id + ": " + v.nodes[0].html))',
      );
      expect(found).toEqual([]);
      await close();
    }
  });

  it.each(NAMES)('%s needs no sideways scrolling at 360 pixels', async (name) => {
    const { page, close } = await open(name, { width: 360 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await close();
  });

  it('every cell of the matrix leads to its source, and every link to a place in the page', async () => {
    const { page, close } = await open('gaza');
    const cells = await cellsOf(page);
    expect(cells.length).toBe(16 * 10);
    for (const cell of cells) expect(cell).toMatchObject({ there: true, sources: expect.any(Number) as number });
    // Every position of this scenario is reported, or inferred from reports.
    expect(cells.filter((cell) => cell.sources === 0)).toEqual([]);
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('a')].filter((a) => !a.hash || !document.getElementById(a.hash.slice(1))).map((a) => a.outerHTML)`,
      ),
    ).toEqual([]);
    await page.locator('#matrix td a').first().click();
    expect(await page.evaluate(`document.querySelector(':target').querySelectorAll('.cites a').length > 0`)).toBe(true);
    await close();
  });

  it.each(['fishing', 'text'] as const)(
    '%s: the keyboard alone reaches all that can be followed or scrolled',
    async (name) => {
      const { page, close } = await open(name);
      const all = Number(await page.evaluate(`document.querySelectorAll('a[href], [tabindex="0"]').length`));
      await page.evaluate(
        `globalThis.reached = new Set(); document.addEventListener('focusin', (e) => globalThis.reached.add(e.target))`,
      );
      for (let i = 0; i < all; i++) await page.keyboard.press('Tab');
      expect(await page.evaluate(`globalThis.reached.size`)).toBe(all);
      // What is followed by keyboard is where one goes on from.
      await page.locator('nav a').first().focus();
      await page.keyboard.press('Enter');
      expect(await page.evaluate(`location.hash`)).toBe('#table');
      await close();
    },
  );

  it.each(['gaza', 'text', 'textRightToLeft'] as const)('%s prints on paper with nothing cut off', async (name) => {
    // A4 upright with margins of a centimetre, at 96 dots an inch.
    const { page, close } = await open(name, { width: 718 });
    await page.emulateMedia({ media: 'print' });
    const cut = await page.evaluate(`[...document.querySelectorAll('body *')].filter((e) => {
      const style = getComputedStyle(e);
      return e.scrollWidth > e.clientWidth + 1 && style.overflowX !== 'visible' && style.display !== 'inline';
    }).map((e) => e.outerHTML.slice(0, 120) + ' ' + e.scrollWidth + ' > ' + e.clientWidth)`);
    expect(cut).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(718);
    const pdf = await page.pdf({ format: 'A4', margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' } });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await close();
  });

  it('a scenario read from right to left is laid out so', async () => {
    const { page, close } = await open('rightToLeft');
    const edges = await page.evaluate(
      `(() => { const h = document.querySelector('h1 bdi').getBoundingClientRect(); return [innerWidth - h.right < h.left, getComputedStyle(document.body).direction] })()`,
    );
    expect(edges).toEqual([true, 'rtl']);
    await close();
  });
});

/** What each cell of the matrix leads to, and how many sources stand there. */
function cellsOf(page: Page): Promise<readonly { readonly there: boolean; readonly sources: number }[]> {
  return page.evaluate(`[...document.querySelectorAll('#matrix td')].map((td) => {
    const to = document.getElementById(td.querySelector('a').hash.slice(1));
    return { there: to !== null, sources: to === null ? 0 : to.querySelectorAll('.cites a').length };
  })`);
}
