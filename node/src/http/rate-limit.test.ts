import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { NodeSettings } from '../config/settings.ts';
import { httpLimits } from './limits.ts';
import { searchRateLimit } from './rate-limit.ts';
import { Fault } from '../model/fault.ts';
import { createFakeSearch } from '../output/fake-search.test-helper.ts';
import { createTestNode, type TestNode } from '../output/test-node.ts';

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
const nodeWith = (settings: Partial<NodeSettings>): TestNode =>
  createTestNode(settings, createFakeSearch('https://waterveen.example'));
const ask = (node: TestNode, path: string, remoteAddress: string) =>
  node.app.request(path, { headers: { Accept: 'application/json' } }, from(remoteAddress));

describe('the limit of searches', () => {
  it('is the same budget for search, suggestions and barcodes, and says when to come back', async () => {
    const node = nodeWith({ searchesPerMinute: 3 });
    const first = await ask(node, '/search?q=bel', '192.0.2.7');
    expect(first.status).toBe(200);
    expect(first.headers.get('RateLimit-Policy')).toBe('"search";q=3;w=60');
    expect(first.headers.get('RateLimit')).toBe('"search";r=2;t=20');
    expect((await ask(node, '/search/suggest?q=b', '192.0.2.7')).status).toBe(200);
    expect((await ask(node, '/01/09520000000011', '192.0.2.7')).status).toBe(404);

    const refused = await ask(node, '/search?q=bel', '192.0.2.7');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
    expect(refused.headers.get('Retry-After')).toBe('20');
    expect(refused.headers.get('RateLimit')).toBe('"search";r=0;t=60');
    expect(refused.headers.get('Access-Control-Expose-Headers')).toContain('RateLimit');

    expect((await ask(node, '/search?q=bel', '192.0.2.8')).status).toBe(200);
    expect((await ask(node, '/places', '192.0.2.7')).status).not.toBe(429);
    node.clock.nowMs += 20_000;
    expect((await ask(node, '/search?q=bel', '192.0.2.7')).status).toBe(200);
  });

  it('does not count what could not be answered yet', async () => {
    const search = createFakeSearch('https://waterveen.example');
    const node = createTestNode({ searchesPerMinute: 1 }, search);
    const { answer } = search;
    search.answer = new Fault('index-building', 'The index is being built.');
    for (let count = 0; count < 3; count++) {
      const early = await ask(node, '/search?q=bel', '192.0.2.7');
      expect([early.status, early.headers.get('RateLimit')]).toEqual([503, '"search";r=1;t=0']);
    }
    search.answer = answer;
    expect((await ask(node, '/search?q=bel', '192.0.2.7')).status).toBe(200);
    expect((await ask(node, '/search?q=bel', '192.0.2.7')).status).toBe(429);
  });

  it('counts a household as one client', async () => {
    const node = nodeWith({ searchesPerMinute: 1 });
    expect((await ask(node, '/search?q=bel', '2001:db8:1:2::1')).status).toBe(200);
    expect((await ask(node, '/search?q=bel', '2001:db8:1:2:ffff::9')).status).toBe(429);
    expect((await ask(node, '/search?q=bel', '2001:db8:1:3::1')).status).toBe(200);
  });

  it('is not there for 0, nor for this machine where no proxy is named', async () => {
    const free = nodeWith({ searchesPerMinute: 0 });
    const local = nodeWith({ searchesPerMinute: 1 });
    for (const [node, address] of [
      [free, '192.0.2.7'],
      [local, '127.0.0.1'],
    ] as const)
      for (let count = 0; count < 3; count++) {
        const response = await ask(node, '/search?q=bel', address);
        expect([response.status, response.headers.get('RateLimit')]).toEqual([200, null]);
      }
  });

  it('counts what the page for programs tries', async () => {
    const node = nodeWith({ searchesPerMinute: 1 });
    const page = () => node.app.request('/api?operation=search&q=bel', {}, from('192.0.2.7'));
    expect(await (await page()).text()).toContain('200 application/json');
    expect(await (await page()).text()).toContain('429 application/problem+json');
  });

  it('remembers as many clients as its limit, and forgets the quietest for one past it', async () => {
    const limited = searchRateLimit(nodeWith({ searchesPerMinute: 1 }).settings, { now: () => 0 });
    const app = new Hono();
    app.get('/', limited, (context) => context.body(null));
    const isAllowed = async (client: number): Promise<boolean> => {
      const address = `10.${client >> 16}.${(client >> 8) & 255}.${client & 255}`;
      return (await app.request('/', {}, from(address))).status === 200;
    };
    for (let client = 0; client < httpLimits.clientsRememberedMax; client++) await isAllowed(client);
    expect(await isAllowed(0)).toBe(false);
    await isAllowed(httpLimits.clientsRememberedMax);
    // The first was asked again, so that the second is the one that was quiet longest.
    expect([await isAllowed(0), await isAllowed(1)]).toEqual([false, true]);
  });

  it('leaves no address in the log', async () => {
    const node = nodeWith({ searchesPerMinute: 1 });
    for (let count = 0; count < 2; count++) await ask(node, '/search?q=bel', '192.0.2.7');
    expect(JSON.stringify(node.logged)).not.toContain('192.0.2');
  });
});
