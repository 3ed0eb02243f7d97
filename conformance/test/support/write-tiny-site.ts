import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { TinyPublisher } from '../../src/broken/tiny-publisher/tiny-publisher.ts';
import { tinyOrigin, tinyTown } from '../../src/broken/tiny-publisher/town.ts';

/** Two pages hold the whole feed: all entries, and the head. */
const entriesPerPage = 100;

/** Writes the tiny publisher down as plain files, as a static host would serve them. */
export const writeTinySite = async (folder: string): Promise<void> => {
  const publisher = new TinyPublisher({
    entriesPerPage,
    // Files can't be asked for positions.
    description: ({ feed, ...description }) => {
      const { feedFrom: _from, feedAfter: _after, ...rest } = feed as Readonly<Record<string, unknown>>;
      return { ...description, feed: rest };
    },
  });
  const read = async (address: string): Promise<string> => {
    const response = await publisher.fetch(new Request(new URL(address, tinyOrigin)));
    if (response.status !== 200) throw new Error(`${address} answers ${response.status}`);
    return response.text();
  };
  const firstPage = await read('/feed');
  const { next } = JSON.parse(firstPage) as { readonly next: string };
  const asFile = (page: string): string => page.replaceAll(next, `${tinyOrigin}/feed/head.json`);
  const pages = tinyTown.map(({ data }) => new URL(data.id).pathname);
  const files: readonly (readonly [path: string, text: string])[] = [
    ['index.html', await read('/')],
    ['.well-known/openstraat', await read('/.well-known/openstraat')],
    ['feed.json', asFile(firstPage)],
    ['feed/head.json', asFile(await read(next))],
    ['feed/checkpoint.json', await read('/feed/checkpoint')],
    ['context/v1.jsonld', await read('/context/v1.jsonld')],
    ['sitemap.xml', await read('/sitemap.xml')],
    ['robots.txt', await read('/robots.txt')],
    ...(await Promise.all(pages.map(async (path) => [`${path}.html`, await read(path)] as const))),
  ];
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
};
