import type { lookup } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { guardedLookup } from './network-transport.ts';
import { isPrivateUrl } from './private-url.ts';

describe('an address that was typed', () => {
  it.each([
    ['http://localhost:4100/', true],
    ['http://[::1]/', true],
    ['http://192.168.1.2/', true],
    ['https://winkels.example/', false],
  ])('%s says that it is private: %s', (url, expected) => {
    expect(isPrivateUrl(new URL(url))).toBe(expected);
  });
});

/** A name that leads to these addresses. */
const resolvingTo = (...addresses: readonly string[]): typeof lookup =>
  ((_name: string, _options: object, callback: (error: null, found: object[]) => void) => {
    callback(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );
  }) as unknown as typeof lookup;

const connectTo = (allowPrivate: boolean, ...addresses: readonly string[]): Promise<unknown> =>
  new Promise((resolve) => {
    guardedLookup(allowPrivate, resolvingTo(...addresses))('winkels.example', {}, (error, address) => {
      resolve(error ?? address);
    });
  });

describe('a name', () => {
  it('that leads to a public address is connected to', async () => {
    expect(await connectTo(false, '8.8.8.8')).toBe('8.8.8.8');
  });

  it('that leads to a private address, even among others, is not', async () => {
    expect(await connectTo(false, '8.8.8.8', '127.0.0.1')).toMatchObject({ reason: 'private-address' });
  });

  it('may lead to a private address when the tested URL is one', async () => {
    expect(await connectTo(true, '127.0.0.1')).toBe('127.0.0.1');
  });
});
