import type { Exchange } from '../fetching/exchange.ts';
import { isSameHost, parseHttpUrl } from '../fetching/same-host.ts';
import { available, type Gatherer } from './gatherer.ts';
import { evidenceLimits } from './limits.ts';

/** A file of the sitemap. */
export interface SitemapFile {
  readonly exchange: Exchange;
  readonly type: 'urlset' | 'sitemapindex' | 'other';
  readonly addresses: readonly string[];
}

/** What `/sitemap.xml` and the files that it names say. */
export interface Sitemap {
  readonly first: SitemapFile;
  readonly files: readonly SitemapFile[];
  /** Every file was read. */
  readonly whole: boolean;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decode = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    const named = entities[String(name)];
    if (named !== undefined) return named;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Reads a file of a sitemap: of its XML, the addresses are all that counts. */
export const readSitemap = (exchange: Exchange): SitemapFile => {
  const { answer } = exchange;
  const text = answer?.status === 200 ? answer.body.toString('utf8') : '';
  const [, type] = /<(?:\w+:)?(urlset|sitemapindex)[\s>]/.exec(text) ?? [];
  if (type !== 'urlset' && type !== 'sitemapindex') return { exchange, type: 'other', addresses: [] };
  const addresses = [...text.matchAll(/<(?:\w+:)?loc>\s*(?:<!\[CDATA\[\s*)?([^<\]]*)/g)].map(([, address = '']) =>
    decode(address.trim()),
  );
  return { exchange, type, addresses };
};

/** The sitemap, as far as it has few files. */
export const sitemap: Gatherer<Sitemap> = {
  name: 'sitemap',
  async gather(run) {
    const first = readSitemap(await run.client.ask('/sitemap.xml', { accept: 'application/xml' }));
    if (first.type !== 'sitemapindex') return available({ first, files: [first], whole: true });
    const chosen = run.random('sitemap').sample(first.addresses, evidenceLimits.sitemapFiles);
    const files = await Promise.all(
      chosen.map(async (address) => {
        const url = parseHttpUrl(address);
        if (url === undefined || !isSameHost(run.tested, url)) return undefined;
        return readSitemap(await run.client.ask(url.href, { accept: 'application/xml' }));
      }),
    );
    const read = files.filter((file) => file !== undefined);
    return available({ first, files: read, whole: read.length === first.addresses.length });
  },
};
