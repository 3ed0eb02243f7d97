import { Hono } from 'hono';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { nodeSettingsSchema } from '../../config/settings.ts';
import { errorHandler } from '../../http/error-handler.ts';
import { securityHeaders } from '../../http/security-headers.ts';
import type { FollowRefusal, RemoteFollow } from '../remote-follow.ts';
import { followLimits } from './limits.ts';
import { mountFollow } from './routes.ts';

const settings = nodeSettingsSchema.parse({
  version: 1,
  name: 'Winkels in Waterveen',
  area: 'Waterveen',
  operator: { name: 'Coöperatie Waterveen', contact: 'info@waterveen.example' },
  license: 'https://creativecommons.org/licenses/by/4.0/',
  origin: 'https://waterveen.example',
  trustedProxies: 1,
});
const html = { Accept: 'text/html' };

const make = (refusal?: FollowRefusal) => {
  const asked: string[] = [];
  const clock = { nowMs: 0, now: () => clock.nowMs };
  const remoteFollow: RemoteFollow = {
    of: (path) =>
      path === '/places/café' || path === '/' ? { handle: '@shop@here', actor: `${path}#actor` } : undefined,
    pageFor(account, actor) {
      asked.push(`${account} ${actor}`);
      const address = 'https://mastodon.example/authorize_interaction?uri=a';
      return Promise.resolve(refusal === undefined ? { ok: true, address } : { ok: false, reason: refusal });
    },
  };
  const app = new Hono();
  app.onError(errorHandler(settings, pino({ level: 'silent' })));
  app.use(securityHeaders);
  mountFollow(app, { settings, clock }, remoteFollow, (state) => Promise.resolve(JSON.stringify(state)));
  for (const path of ['/places/:key', '/about']) app.get(path, (context) => context.html('a page'));
  const get = (path: string, headers: Readonly<Record<string, string>> = {}, client = '192.0.2.1') =>
    app.request(
      path,
      { headers: { ...html, 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-For': client, ...headers } },
      { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
    );
  return { app, get, asked, clock };
};

const place = `place=${encodeURIComponent('/places/café')}`;

describe('/follow', () => {
  it('leads to the own server', async () => {
    const { get, asked } = make();
    const answer = await get(`/follow?${place}&account=%40anna%40mastodon.example`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('https://mastodon.example/authorize_interaction?uri=a');
    expect(answer.headers.get('Cache-Control')).toContain('no-store');
    expect(asked).toEqual(['@anna@mastodon.example /places/café#actor']);
  });

  it('asks first where no account was given, and where another site leads here', async () => {
    const { get, asked } = make();
    for (const [path, headers] of [
      [`/follow?${place}`, {}],
      ['/follow', {}],
      [`/follow?${place}&account=%20`, {}],
      [`/follow?${place}&account=a%40b.example`, { 'Sec-Fetch-Site': 'cross-site' }],
      [`/follow?${place}&account=a%40b.example`, { 'Sec-Fetch-Site': 'same-site' }],
      // A link in a message, or typed.
      [`/follow?${place}&account=a%40b.example`, { 'Sec-Fetch-Site': 'none' }],
    ] as const)
      expect((await get(path, headers)).status).toBe(200);
    expect(asked).toEqual([]);
  });

  it('shows where it would lead who does not say where they come from', async () => {
    const { app } = make();
    const answer = await app.request(`/follow?${place}&account=a%40b.example`, { headers: html });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ leadsTo: 'https://mastodon.example/authorize_interaction?uri=a' });
  });

  it.each([
    ['account-unreadable', 400],
    ['account-unknown', 404],
    ['not-offered', 404],
    ['server-unreachable', 502],
  ] as const)('says what to do after %s', async (refusal, status) => {
    const answer = await make(refusal).get(`/follow?${place}&account=anna`);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ refusal, account: 'anna', path: '/places/café' });
  });

  it('is not there for what cannot be followed, and only for people', async () => {
    const { get } = make();
    expect((await get('/follow?place=/places/bakker')).status).toBe(404);
    expect((await get('/follow?place=https://evil.example/')).status).toBe(404);
    expect((await get(`/follow?${place}`, { Accept: 'application/json' })).status).toBe(406);
  });

  it('may be asked as often as the limits, and no more', async () => {
    const { get, asked, clock } = make();
    const path = `/follow?${place}&account=a%40b.example`;
    for (let number = 0; number < followLimits.clientQuota; number += 1) expect((await get(path)).status).toBe(303);
    const refused = await get(path);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    for (let number = followLimits.clientQuota; number < followLimits.allQuota; number += 1)
      expect((await get(path, {}, `198.51.100.${number}`)).status).toBe(303);
    expect((await get(path, {}, '203.0.113.1')).status).toBe(429);
    expect(asked).toHaveLength(followLimits.allQuota);
    clock.nowMs += followLimits.windowMs;
    expect((await get(path)).status).toBe(303);
  });
});

describe('the page of a place, and the one about the node', () => {
  it('lets its form end elsewhere, and no other page does', async () => {
    const { get } = make();
    const policy = async (path: string) => (await get(path)).headers.get('Content-Security-Policy');
    expect(await policy(encodeURI('/places/café'))).toContain("form-action 'self' https:;");
    expect(await policy('/follow')).toContain("form-action 'self' https:;");
    expect(await policy('/about')).toContain("form-action 'self' https:;");
    expect(await policy('/places/bakker')).toContain("form-action 'self';");
  });
});
