import { type DigitalLink, parseDigitalLinkPath } from '@openstraat/spec';
import type { Context, Hono } from 'hono';
import { cacheControl } from '../../http/cache-control.ts';
import { fingerprint } from '../../http/entity-tag.ts';
import { link } from '../../http/link.ts';
import { mediaTypes } from '../../http/media-types.ts';
import type { NodeMetrics } from '../../http/metrics.ts';
import { negotiate } from '../../http/negotiate.ts';
import { respondWithProblem } from '../../http/problem-response.ts';
import { mountRead } from '../../http/read-route.ts';
import { respond } from '../../http/respond.ts';
import { software } from '../../http/software.ts';
import { Fault } from '../../model/fault.ts';
import type { SearchIndex } from '../../project/search-index/search-view.ts';
import type { OutputContext } from '../context.ts';
import { knownBarcode } from './known-barcode.ts';
import { gs1Namespace, type LinkType, linksetContext, readLinkType } from './link-types.ts';
import { type BarcodeLinks, barcodeLinks, linkFields, writeLinkset } from './linkset.ts';

/** Makes the page that lists the links of a barcode; who makes it is the affair of another face. */
export type LinksPage = (links: BarcodeLinks) => Promise<string>;

/** What the resolver is made with. */
export interface DigitalLinkParts {
  /** What is found here of all nodes. */
  readonly index: Pick<SearchIndex, 'ready' | 'view'>;
  readonly metrics: NodeMetrics;
  readonly renderLinks: LinksPage;
}

const forms = [mediaTypes.html, mediaTypes.linkset, mediaTypes.json] as const;
/** Of a product that is there: its document comes as JSON-LD, and no search does. */
const formsOfProduct = [...forms, mediaTypes.jsonLd] as const;

/** What stands behind the path and what behind the question mark, both as they came. */
const partsOf = (url: string): { readonly path: string; readonly query: string } => {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  const mark = url.indexOf('?', start);
  return mark === -1
    ? { path: url.slice(start), query: '' }
    : { path: url.slice(start, mark), query: url.slice(mark + 1) };
};

/** What a search is asked by: in a query they would ask for something else than the barcode in the path. */
const askingNames: ReadonlySet<string> = new Set(['gtin', 'q']);

/** A query as it came, without what asks for something else (GDL-004). */
const carriedQuery = (query: string): string =>
  query
    .split('&')
    .filter((part) => new URLSearchParams(part).keys().every((name) => !askingNames.has(name)))
    .join('&');

/** The target with the qualifiers and all that was asked behind it (GS1-Conformant Resolver, 2.12). */
const withQuery = (target: string, qualifiers: DigitalLink['qualifiers'], query: string): string => {
  const passedOn = new URLSearchParams(qualifiers.map(({ ai, value }): [string, string] => [ai, value]));
  const added = [passedOn.toString(), carriedQuery(query)].filter((part) => part !== '').join('&');
  return added === '' ? target : `${target}${target.includes('?') ? '&' : '?'}${added}`;
};

/** What was asked of a barcode, behind the link that it is. */
interface Asked {
  readonly qualifiers: DigitalLink['qualifiers'];
  readonly query: string;
}

const redirect = (context: Context, links: BarcodeLinks, type: LinkType, { qualifiers, query }: Asked): Response => {
  const target = links.targets[type]?.[0];
  if (target === undefined)
    throw new Fault('not-found', `This barcode has no link of the type gs1:${type}; linkType=linkset lists all.`);
  return context.body(null, 307, {
    // What is passed on may say where somebody is.
    'Cache-Control': cacheControl.never,
    Link: linkFields(links).join(', '),
    Location: withQuery(target.href, qualifiers, query),
    Vary: 'Accept',
  });
};

/** Mounts the node as a resolver of GS1 Digital Links: a barcode as an address answers people and programs. */
export const mountDigitalLink = (
  app: Hono,
  output: OutputContext,
  { index, metrics, renderLinks }: DigitalLinkParts,
): void => {
  const { library, settings } = output;
  const { origin, language } = settings;
  const build = fingerprint(software.version, JSON.stringify(settings));

  const listLinks = (context: Context, links: BarcodeLinks, type: (typeof forms)[number]): Promise<Response> => {
    return respond(context, {
      type,
      tag: `${fingerprint(library.version())}.${type === mediaTypes.html ? 'h' : type === mediaTypes.json ? 'j' : 'l'}.${build}`,
      cacheControl: cacheControl.moment,
      negotiated: true,
      links: [
        ...linkFields(links),
        link(linksetContext, 'http://www.w3.org/ns/json-ld#context', mediaTypes.jsonLd),
        link(settings.license, 'license'),
      ],
      body: () => (type === mediaTypes.html ? renderLinks(links) : writeLinkset(links)),
    });
  };

  mountRead(app, settings, '/01/*', async (context) => {
    const { path, query } = partsOf(context.req.url);
    const read = parseDigitalLinkPath(path);
    if (!read.ok) {
      metrics.search({ face: 'digital-link', outcome: 'refused' });
      return respondWithProblem(context, settings, { code: 'bad-request', detail: read.reason });
    }
    const known = await knownBarcode(library, index.ready ? index.view() : undefined, read.link.gtin, language);
    metrics.search({ face: 'digital-link', outcome: known === undefined ? 'nothing' : 'found' });
    if (known === undefined) throw new Fault('not-found', 'Nobody here has stated anything of this barcode.');
    const asked: Asked = { qualifiers: read.link.qualifiers, query };
    const links = barcodeLinks(known, origin, language);
    const type = readLinkType(new URLSearchParams(query).get('linkType') ?? undefined);
    if (type === 'unknown')
      throw new Fault('not-found', 'This barcode has no link of that type; linkType=linkset lists all.');
    const accept = context.req.header('Accept');
    if (type === 'linkset') return listLinks(context, links, negotiate(accept, forms) ?? mediaTypes.linkset);
    if (type !== undefined) return redirect(context, links, type, asked);
    const form = negotiate(accept, known.product === undefined ? forms : formsOfProduct);
    if (form === mediaTypes.linkset || form === mediaTypes.json) return listLinks(context, links, form);
    return redirect(context, links, form === mediaTypes.jsonLd ? 'pip' : 'defaultLink', asked);
  });

  mountRead(app, settings, '/.well-known/gs1resolver', (context) => {
    const text = JSON.stringify({
      name: settings.name,
      resolverRoot: origin,
      supportedPrimaryKeys: ['01'],
      supportedLinkType: [{ namespace: gs1Namespace, prefix: 'gs1:' }],
      linkTypeDefaultCanBeLinkset: false,
      jsonLdContextLocation: linksetContext,
      contact: { fn: settings.operator.name },
    });
    return respond(context, {
      type: mediaTypes.json,
      tag: fingerprint(text),
      cacheControl: cacheControl.minutes,
      negotiated: false,
      body: () => text,
    });
  });
};
