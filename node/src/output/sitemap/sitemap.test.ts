import { Hono } from 'hono';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { ownLibrary } from '../../project/library.ts';
import { noNeighbours } from '../neighbours.ts';
import { createTestNode, exampleThings, putExampleThings, type TestNode } from '../test-node.ts';
import { mountSitemap } from './routes.ts';

const locations = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address);

const checkpointFor = (): Promise<never> => Promise.reject(new Error('a sitemap needs no checkpoint'));

const mount = (node: TestNode, urlsMax: number): Hono => {
  const app = new Hono();
  const { log, settings, keys, clock } = node;
  const logger = pino({ level: 'silent' });
  const [library, neighbours] = [ownLibrary(log), noNeighbours];
  mountSitemap(app, { log, library, neighbours, settings, keys, clock, logger, checkpointFor }, urlsMax);
  return app;
};

const putProducts = async (node: TestNode, count: number): Promise<void> => {
  for (let number = 0; number < count; number++)
    await node.put({ ...exampleThings.product, id: `/products/p${String(number).padStart(3, '0')}` });
};

describe('the sitemap', () => {
  it('lists what people look for, and nothing else', async () => {
    const node = createTestNode();
    await putExampleThings(node);
    await node.put({ ...exampleThings.product, id: '/products/weg' });
    await node.remove('/products/weg');
    const { place, product, service, event, parcelPoint, area } = exampleThings;
    const listed = locations(await (await node.get('/sitemap.xml')).text());
    expect(listed).toEqual(
      [place, product, service, event, parcelPoint, area].map(({ id }) => `https://waterveen.example${id}`),
    );
    expect(await (await node.get('/robots.txt')).text()).toContain('Sitemap: https://waterveen.example/sitemap.xml');
  });

  it('is one file at its limit, and an index of files one past it, which together list each thing once', async () => {
    const node = createTestNode();
    await node.put(exampleThings.place);
    await putProducts(node, 9);
    expect(locations(await (await mount(node, 10).request('/sitemap.xml')).text())).toHaveLength(10);

    await node.put(exampleThings.area);
    for (const urlsMax of [1, 2, 3, 4, 5, 10]) {
      const app = mount(node, urlsMax);
      const index = locations(await (await app.request('/sitemap.xml')).text());
      expect(index).toHaveLength(Math.ceil(11 / urlsMax));
      const files = await Promise.all(
        index.map(async (address) => locations(await (await app.request(new URL(address).pathname)).text())),
      );
      expect(files.every((file) => file.length <= urlsMax)).toBe(true);
      expect(new Set(files.flat()).size).toBe(11);
      expect(files.flat()).toHaveLength(11);
    }
  });

  it('is kept for some minutes', async () => {
    const node = createTestNode();
    await putProducts(node, 1);
    const before = (await node.get('/sitemap.xml')).headers.get('ETag');
    await putProducts(node, 2);
    expect((await node.get('/sitemap.xml')).headers.get('ETag')).toBe(before);
    node.clock.nowMs += 5 * 60_000;
    expect((await node.get('/sitemap.xml')).headers.get('ETag')).not.toBe(before);
    expect((await node.get('/sitemap/2.xml')).status).toBe(404);
  });
});
