import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed, onTestFinished } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { done } from './support/openstraat.ts';
import { RunningNode } from './support/running-node.ts';
import { type ScratchFolder, scratchFolder } from './support/scratch-folder.ts';

let folder: ScratchFolder;
let node: RunningNode;
let browser: Browser;
let shots: string;
let someFailed = false;
beforeAll(async () => {
  folder = await scratchFolder();
  shots = await mkdtemp(join(tmpdir(), 'openstraat-shots-'));
  [node, browser] = await Promise.all([
    RunningNode.start(['--example', '--port', '0', '--data', folder.at('data')]),
    launchBrowser(),
  ]);
  await done(['actor', 'on', 'rijwielhuis-zadelberg', '--data', folder.at('data')]);
}, 180_000);
afterAll(async () => {
  if (!someFailed) await rm(shots, { recursive: true, force: true });
  await browser?.close();
  await node?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

/** Pages that a person sees, and what must stand on each. */
const pages: readonly (readonly [name: string, path: string, words: readonly string[]])[] = [
  ['home', '/', ['Waterveen', 'Rijwielhuis Zadelberg']],
  [
    'place',
    '/places/rijwielhuis-zadelberg',
    ['Rijwielhuis Zadelberg', 'Kerkstraat 12', '09:00', 'Volg deze plek', '@rijwielhuis-zadelberg@'],
  ],
  [
    'form to follow a place',
    '/follow?place=/places/rijwielhuis-zadelberg&account=%40anna%40mastodon.example',
    ['Volg deze plek', '@rijwielhuis-zadelberg@'],
  ],
  ['node itself', '/about', ['Beheerd door', 'Wat hier ook te vinden is', 'Waar dit ook te vinden is']],
  ['product', '/products/09520001000072', ['€']],
  ['event', '/events/bibliotheek-waterveen.taalcafe-2027-02-09', ['Taalcafé']],
  [
    'search',
    '/search?q=fietspomp&near=Waterveen',
    ['Gevonden', 'Warenhuis De Vier Winden', 'min lopen', '€', 'gezien'],
  ],
  ['search without results', '/search?q=xyzzyq', ['Niets gevonden', 'Wat u kunt proberen']],
  ['ranking', '/ranking', ['niet te koop', '0,55']],
  ['interface', '/api', ['GET /search', 'OpenAPI 3.1']],
];

interface Opened {
  readonly page: Page;
  /** Requests that left this node's origin. */
  readonly foreign: readonly string[];
  /** What the console complained of, and what failed. */
  readonly complaints: readonly string[];
}

const open = async (path: string, options: BrowserContextOptions = {}): Promise<Opened> => {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const foreign: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== node.url) foreign.push(request.url());
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(request.url()));
  const response = await page.goto(new URL(path, node.url).href, { waitUntil: 'networkidle' });
  expect(response?.status()).toBe(200);
  return { page, foreign, complaints };
};

const shoot = async (page: Page, name: string): Promise<void> => {
  const path = join(shots, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  onTestFailed(() => {
    someFailed = true;
    process.stderr.write(`See ${path}\n`);
  });
};

describe.each(pages)('the page of a %s', (name, path, words) => {
  it.each([true, false])('reads well, and tells nobody who reads it (JavaScript: %s)', async (javaScriptEnabled) => {
    const { page, foreign, complaints } = await open(path, { javaScriptEnabled });
    await shoot(page, `${name}-${javaScriptEnabled ? 'with' : 'without'}-javascript`);
    const text = await page.locator('body').innerText();
    for (const word of words) expect(text).toContain(word);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    expect(text).not.toMatch(/undefined|\[object|null/);
    expect([foreign, complaints, await page.context().cookies()]).toEqual([[], [], []]);
  });

  it('has no violation that axe knows of, on light and on dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open(path, { colorScheme });
      await shoot(page, `${name}-${colorScheme}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
    }
  });

  it('fits a narrow screen', async () => {
    const { page } = await open(path, { viewport: { width: 360, height: 740 } });
    await shoot(page, `${name}-narrow`);
    const widths = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]');
    expect(widths).toEqual([360, 360]);
    // Longer ones don't break within a word.
    const heights = "[...document.querySelectorAll('button')].map((one) => one.offsetHeight)";
    expect(Math.max(...(await page.evaluate<number[]>(heights)))).toBeLessThan(60);
  });

  it('lets a keyboard skip to what it is about', async () => {
    const { page } = await open(path);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    expect(await skip.getAttribute('href')).toBe('#content');
    expect(await skip.isVisible()).toBe(true);
    expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement?.id')).toBe('content');
    // From there the next stop is inside it.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement?.closest('main, footer') !== null`)).toBe(true);
  });
});

it('leads from the front page by links to a place, its product, and back', async () => {
  const { page, complaints } = await open('/', { javaScriptEnabled: false });
  await page.getByRole('link', { name: 'Rijwielhuis Zadelberg' }).first().click();
  expect(new URL(page.url()).pathname).toBe('/places/rijwielhuis-zadelberg');
  await page.locator('main a[href*="/offers/"], main a[href*="/products/"]').first().click();
  expect(new URL(page.url()).pathname).toMatch(/^\/(offers|products)\//);
  await page.goBack();
  expect(await page.locator('h1').innerText()).toBe('Rijwielhuis Zadelberg');
  expect(complaints).toEqual([]);
});

it('leads from a question on the front page to a shop, without scripts', async () => {
  const { page, complaints } = await open('/', { javaScriptEnabled: false });
  await page.getByLabel('Wat zoekt u?').fill('fietspompen');
  await page.getByLabel('Waar? Postcode of plaats').fill('8199 CA');
  await page.getByRole('button', { name: 'Zoek' }).click();
  expect(new URL(page.url()).searchParams.get('near')).toBe('8199 CA');
  expect(await page.getByLabel('Wat zoekt u?').inputValue()).toBe('fietspompen');
  await page.getByText('Waarom dit hier staat').first().click();
  expect(await page.locator('.why li').first().isVisible()).toBe(true);
  await page.locator('.results .where a').first().click();
  expect(new URL(page.url()).pathname).toMatch(/^\/places\//);
  await page.getByLabel('Wat zoekt u?').fill('kaas');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?q=kaas');
  expect(await page.locator('h2').first().innerText()).toBe('Gevonden');
  expect(complaints).toEqual([]);
});

it('leads from a barcode to the shops that have it', async () => {
  const { page } = await open('/01/09520005000146?near=Waterveen', { javaScriptEnabled: false });
  expect(new URL(page.url()).pathname).toBe('/search');
  expect(await page.locator('.results .where').innerText()).toContain('Warenhuis De Vier Winden');
});

it('tells a person who follows a dead link what to do', async () => {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const response = await page.goto(`${node.url}/places/nergens`);
  await shoot(page, 'not-found');
  expect(response?.status()).toBe(404);
  expect(await page.locator('body').innerText()).toContain('Niet gevonden');
  expect(await page.locator('a[href="/"]').count()).toBeGreaterThan(0);
});
