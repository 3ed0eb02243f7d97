import { expect, it } from 'vitest';
import { readTarget } from './read-target.ts';

it.each([
  ['winkels.example', undefined, ['https://winkels.example', 'http://winkels.example']],
  ['Winkels.Example:8080', undefined, ['https://winkels.example:8080', 'http://winkels.example:8080']],
  ['127.0.0.1:443', undefined, ['https://127.0.0.1', 'http://127.0.0.1:443']],
  ['[::1]:4100', undefined, ['https://[::1]:4100', 'http://[::1]:4100']],
  ['bücher.example', undefined, ['https://xn--bcher-kva.example', 'http://xn--bcher-kva.example']],
  [' https://winkels.example/places/a?b#c ', undefined, ['https://winkels.example']],
  ['HTTP://winkels.example:80', undefined, ['http://winkels.example']],
  ['@dorp@winkels.example', 'dorp@winkels.example', ['https://winkels.example', 'http://winkels.example']],
  ['dorp@winkels.example:81', 'dorp@winkels.example:81', ['https://winkels.example:81', 'http://winkels.example:81']],
])('%s is read', (given, handle, origins) => {
  expect(readTarget(given)).toMatchObject({ handle, origins });
});

it.each([
  '',
  '@dorp',
  '@@winkels.example',
  'a b',
  'https://',
  'https://user:secret@winkels.example',
  'ftp://winkels.example',
  'winkels.example/path',
  'a@b@c',
  'winkels.example:99999',
])('"%s" names no node', (given) => {
  expect(() => readTarget(given)).toThrow(expect.objectContaining({ code: 'usage' }));
});
