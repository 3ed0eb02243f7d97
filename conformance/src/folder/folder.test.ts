import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FetchFunction } from '../fetching/transport.ts';
import { folderFetch, FolderInvalidError } from './folder-fetch.ts';
import { originOfFolder } from './origin-of-folder.ts';

let scratch = '';
let answer: FetchFunction;
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'openstraat-folder-'));
  const files: Readonly<Record<string, string>> = {
    'secret.txt': 'secret',
    'site/index.html': 'front',
    'site/.well-known/openstraat': '{"origin":"https://village.example"}',
    'site/feed/1.json': 'page',
    'site/context/v1.jsonld': 'context',
    'site/places/bakker.html': 'bakker',
    'site/places/index.html': 'places',
    'site/checkpoint.json': 'checkpoint',
    'site/caf\u00E9 a.html': 'caf\u00E9',
    'site/list/index.json': 'list',
    'secret-site/page.html': 'beside',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(scratch, path)), { recursive: true });
    writeFileSync(join(scratch, path), text);
  }
  symlinkSync(join(scratch, 'secret.txt'), join(scratch, 'site/link.txt'));
  symlinkSync(join(scratch, 'secret-site'), join(scratch, 'site/beside'));
  answer = await folderFetch(join(scratch, 'site'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

const ask = async (path: string, method = 'GET') => {
  const response = await answer(new Request(`https://village.example${path}`, { method }));
  const { status, headers } = response;
  return { status, type: headers.get('content-type'), location: headers.get('location'), text: await response.text() };
};

describe('a folder of files', () => {
  it.each([
    ['/', 'front', 'text/html; charset=utf-8'],
    ['/feed/1.json', 'page', 'application/json'],
    ['/feed/1.json?after=4', 'page', 'application/json'],
    ['/context/v1.jsonld', 'context', 'application/ld+json'],
    ['/.well-known/openstraat', '{"origin":"https://village.example"}', 'application/octet-stream'],
    ['/places/bakker', 'bakker', 'text/html; charset=utf-8'],
    ['/places/bakker.html', 'bakker', 'text/html; charset=utf-8'],
    ['/places/', 'places', 'text/html; charset=utf-8'],
    ['/checkpoint', 'checkpoint', 'application/json'],
    ['/caf%C3%A9%20a', 'caf\u00E9', 'text/html; charset=utf-8'],
    ['/list/', 'list', 'application/json'],
  ])('answers %s as a static server does', async (path, text, type) => {
    expect(await ask(path)).toEqual({ status: 200, type, location: null, text });
    expect(await ask(path, 'HEAD')).toEqual({ status: 200, type, location: null, text: '' });
  });

  it('sends a folder without a slash on to the one with it', async () => {
    expect(await ask('/places')).toMatchObject({ status: 301, location: '/places/' });
  });

  it.each([
    '/nothing',
    '/places/bakker/',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/places/..%2f..%2fsecret.txt',
    '/places/..%2findex.html',
    '/link.txt',
    '/beside/page.html',
    '/%00',
    '/%E0%A4%A',
  ])('has nothing at %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, text: 'There is nothing here.\n' });
  });

  it('is only read', async () => {
    expect(await ask('/', 'POST')).toMatchObject({ status: 405 });
  });

  it('names the address that it is made for', async () => {
    expect(await originOfFolder(answer)).toBe('https://village.example/');
    expect(await originOfFolder(await folderFetch(scratch))).toBeUndefined();
  });

  it('has to be one', async () => {
    await expect(folderFetch(join(scratch, 'nowhere'))).rejects.toThrow(FolderInvalidError);
    await expect(folderFetch(join(scratch, 'secret.txt'))).rejects.toThrow(FolderInvalidError);
  });
});
