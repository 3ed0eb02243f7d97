import { describe, expect, it } from 'vitest';
import { Hono } from 'hono';
import { clientOf, clientOfAddress } from './client-address.ts';

const ask = async (trustedProxies: number, remoteAddress: string | undefined, forwarded?: string) => {
  const app = new Hono();
  app.get('/', (context) => context.json(clientOf(context, trustedProxies) ?? null));
  const env = remoteAddress === undefined ? undefined : { incoming: { socket: { remoteAddress } } };
  const headers = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
  return (await (await app.request('/', { headers }, env)).json()) as string | null;
};

describe('a client', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:51234', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['::FFFF:7f00:1', '127.0.0.1'],
    ['0:0:0:0:0:ffff:c000:207', '192.0.2.7'],
    ['0:0::ffff:192.0.2.7', '192.0.2.7'],
    ['1::ffff:c000:207', '1:0:0:0::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::6]:443', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', undefined],
    ['', undefined],
  ])('%s counts as %s', (address, client) => expect(clientOfAddress(address)).toBe(client));

  it.each([
    ['comes directly', 0, '192.0.2.7', undefined, '192.0.2.7'],
    ['can write what it likes where no proxy is named', 0, '192.0.2.7', '198.51.100.1', '192.0.2.7'],
    ['is not known on this machine, which may be a proxy for everyone', 0, '127.0.0.1', '198.51.100.1', null],
    ['is not known on this machine by IPv6', 0, '::1', undefined, null],
    ['is not known on this machine by IPv4 within IPv6', 0, '::ffff:7f00:1', undefined, null],
    ['is not known in a request from within', 1, undefined, '198.51.100.1', null],
    ['is whom the proxy names', 1, '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['can put nothing before what the proxy names', 1, '127.0.0.1', '203.0.113.9, 198.51.100.1', '198.51.100.1'],
    ['is whom the first of two proxies names', 2, '10.0.0.1', '203.0.113.9, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['is the leftmost where proxies are missing', 2, '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['is who connects where the proxy names nobody', 1, '192.0.2.7', undefined, '192.0.2.7'],
    ['is who connects where the proxy names no address', 1, '192.0.2.7', 'hidden', '192.0.2.7'],
  ])('%s', async (_title, proxies, remote, forwarded, client) => {
    expect(await ask(proxies, remote, forwarded)).toBe(client);
  });
});
