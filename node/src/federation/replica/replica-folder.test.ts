import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOfFolder, replicaFolder } from './replica-folder.ts';

describe('replicaFolder', () => {
  it.each([
    ['https://winkels.example', 'winkels.example'],
    ['https://winkels.example:8443', 'winkels.example_8443'],
    ['http://winkels.example', 'winkels.example_http'],
    ['http://127.0.0.1:4100', '127.0.0.1_4100_http'],
    ['http://[::1]:4100', '~5b~3a~3a1~5d_4100_http'],
    ['https://a_80.example', 'a~5f80.example'],
    ['https://.', '~2e'],
    ['https://..', '~2e.'],
    ['https://xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ])('of %s is %s', (origin, name) => {
    expect(replicaFolder(origin)).toBe(name);
    expect(originOfFolder(name)).toBe(origin);
  });

  it.each([
    'https://winkels.example/',
    'https://winkels.example:443',
    'https://Winkels.example',
    'ftp://winkels.example',
    'https://a@winkels.example',
    'winkels.example',
    'null',
    '',
  ])('of %s is none', (text) => {
    expect(replicaFolder(text)).toBeUndefined();
  });

  it('is as long as it may be, and no longer', () => {
    const label = 'a'.repeat(63);
    const host = (last: number) => [label, label, label, 'a'.repeat(last)].join('.');
    expect(replicaFolder(`https://${host(8)}`)).toHaveLength(200);
    expect(replicaFolder(`https://${host(9)}`)).toBeUndefined();
  });

  it.each(['~gone.winkels.example', 'Winkels.example', 'a_443', '.hidden', '~41', '', '_http', 'lost+found'])(
    'is never %s',
    (name) => {
      expect(originOfFolder(name)).toBeUndefined();
    },
  );

  it('has another name for each origin', () => {
    const host = fc.stringMatching(/^[a-z0-9_.-]{1,20}$/).filter((text) => !/^[\d.]+$/.test(text));
    const anyOrigin = fc
      .tuple(fc.constantFrom('http', 'https'), host, fc.constantFrom('', ':80', ':443', ':8080', ':4100'))
      .map(([scheme, name, port]) => URL.parse(`${scheme}://${name}${port}`)?.origin)
      .filter((origin) => origin !== undefined);
    fc.assert(
      fc.property(anyOrigin, (origin) => {
        const name = replicaFolder(origin);
        expect(name).toMatch(/^[a-z0-9~][a-z0-9._~-]*$/);
        expect(originOfFolder(name ?? '')).toBe(origin);
      }),
    );
  });
});
