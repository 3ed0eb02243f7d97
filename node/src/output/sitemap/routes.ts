import type { Context, Hono } from 'hono';
import { cacheControl } from '../../http/cache-control.ts';
import { mediaTypes } from '../../http/media-types.ts';
import { mountRead } from '../../http/read-route.ts';
import { respond } from '../../http/respond.ts';
import { Fault } from '../../model/fault.ts';
import type { OutputContext } from '../context.ts';
import { planSitemap, sitemapIds, type SitemapPart, sitemapUrlsMax } from './plan-sitemap.ts';

/** How long a plan holds: search engines come by daily, the log changes all the time. */
const planKeptMs = 5 * 60_000;
const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const xmlText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

interface KeptPlan {
  readonly parts: readonly SitemapPart[];
  readonly tag: string;
  readonly untilMs: number;
}

/** Mounts the sitemap: one file, or an index of files above 50,000 addresses. */
export const mountSitemap = (app: Hono, output: OutputContext, urlsMax: number = sitemapUrlsMax): void => {
  const { log, settings, clock } = output;
  const { origin } = settings;
  let kept: Promise<KeptPlan> | undefined;

  const makePlan = async (): Promise<KeptPlan> => {
    const head = log.head();
    return {
      parts: await planSitemap(log, urlsMax),
      tag: `${head.epoch}.${head.position}`,
      untilMs: clock.now() + planKeptMs,
    };
  };

  const plan = async (): Promise<KeptPlan> => {
    kept ??= makePlan();
    // A plan that failed is not kept, and nor is one whose time is over.
    const now = await kept.catch(() => undefined);
    if (now === undefined || now.untilMs <= clock.now()) kept = makePlan();
    return kept;
  };

  const writeIndex = (parts: readonly SitemapPart[]): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${schema}">\n${parts
      .map((_, index) => `<sitemap><loc>${xmlText(`${origin}/sitemap/${index + 1}.xml`)}</loc></sitemap>\n`)
      .join('')}</sitemapindex>\n`;

  const writeUrls = async (part: SitemapPart): Promise<Buffer<ArrayBuffer>> => {
    const chunks = [Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${schema}">\n`)];
    for await (const ids of sitemapIds(log, part, urlsMax))
      chunks.push(Buffer.from(ids.map((id) => `<url><loc>${xmlText(origin + id)}</loc></url>\n`).join('')));
    chunks.push(Buffer.from('</urlset>\n'));
    return Buffer.concat(chunks);
  };

  const serve = async (context: Context, number: number | undefined): Promise<Response> => {
    const { parts, tag } = await plan();
    const only = parts.length === 1 ? parts[0] : undefined;
    const part = number === undefined ? only : parts[number - 1];
    if (number !== undefined && part === undefined)
      throw new Fault('not-found', 'The sitemap has no such file. Begin at /sitemap.xml.');
    return respond(context, {
      type: mediaTypes.xml,
      tag,
      cacheControl: cacheControl.minutes,
      negotiated: false,
      body: () => (part === undefined ? writeIndex(parts) : writeUrls(part)),
    });
  };

  mountRead(app, settings, '/sitemap.xml', (context) => serve(context, undefined));
  mountRead(app, settings, String.raw`/sitemap/:file{\d{1,6}\.xml}`, (context) =>
    serve(context, Number.parseInt(context.req.param('file') ?? '', 10)),
  );
  mountRead(app, settings, '/robots.txt', (context) =>
    respond(context, {
      type: mediaTypes.text,
      cacheControl: cacheControl.minutes,
      negotiated: false,
      body: () => `User-agent: *\nAllow: /\nDisallow: /search\nDisallow: /api?\n\nSitemap: ${origin}/sitemap.xml\n`,
    }),
  );
};
