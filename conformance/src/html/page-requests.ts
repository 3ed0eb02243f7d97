import type { HtmlElement, HtmlPage } from './html-page.ts';
import { styleRequests } from './style-requests.ts';

/** An address that a page makes a browser fetch without being asked. */
export interface PageRequest {
  readonly address: string;
  /** What asks for it: `img src`. */
  readonly by: string;
  /** Where its element begins, in characters of the source. */
  readonly at: number;
}

/** Attributes whose address a browser fetches by itself, by element. */
const fetched: Readonly<Record<string, readonly string[]>> = {
  audio: ['src'],
  body: ['background'],
  embed: ['src'],
  frame: ['src'],
  iframe: ['src'],
  image: ['href', 'xlink:href'],
  img: ['src'],
  input: ['src'],
  object: ['data', 'codebase'],
  script: ['src', 'href', 'xlink:href'],
  source: ['src'],
  table: ['background'],
  td: ['background'],
  track: ['src'],
  use: ['href', 'xlink:href'],
  feimage: ['href', 'xlink:href'],
  video: ['src', 'poster'],
};
/** Relations of `link` and of the Link header for which browsers fetch, or at least connect. */
export const fetchingRelations =
  /\b(?:stylesheet|icon|apple-touch-icon(?:-precomposed)?|mask-icon|manifest|preload|modulepreload|prefetch|prerender|preconnect|dns-prefetch)\b/i;

const sourceSet = (value: string): readonly string[] =>
  value.split(/,\s+|,(?=https?:)/).flatMap((candidate) => candidate.trim().split(/\s+/)[0] ?? []);

const ofAttributes = ({ name, attributes, start }: HtmlElement): readonly PageRequest[] => {
  const request = (address: string | undefined, by: string): readonly PageRequest[] =>
    address === undefined || address === '' ? [] : [{ address: address.trim(), by: `${name} ${by}`, at: start }];
  const direct = (Object.hasOwn(fetched, name) ? (fetched[name] ?? []) : []).flatMap((attribute) =>
    request(attributes.get(attribute), attribute),
  );
  const sets = ['srcset', 'imagesrcset'].flatMap((attribute) =>
    sourceSet(attributes.get(attribute) ?? '').flatMap((address) => request(address, attribute)),
  );
  const pings = (attributes.get('ping') ?? '').split(/\s+/).flatMap((address) => request(address, 'ping'));
  const link =
    name === 'link' && fetchingRelations.test(attributes.get('rel') ?? '')
      ? request(attributes.get('href'), 'href')
      : [];
  const [, refresh] =
    name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh'
      ? (/url\s*=\s*["']?([^"']+)/i.exec(attributes.get('content') ?? '') ?? [])
      : [];
  const styled = styleRequests(attributes.get('style') ?? '').flatMap(({ address }) => request(address, 'style'));
  return [...direct, ...sets, ...pings, ...link, ...request(refresh, 'refresh'), ...styled];
};

/** The addresses that a page makes a browser fetch: by its elements, its styles and its inline scripts. */
export const pageRequests = (page: HtmlPage): readonly PageRequest[] =>
  page.elements.flatMap((element) => [
    ...ofAttributes(element),
    ...(element.name === 'style'
      ? styleRequests(element.text).map(({ address }) => ({ address, by: 'style', at: element.start }))
      : []),
    ...(element.name === 'script'
      ? scriptRequests(element.text).map((address) => ({ address, by: 'script', at: element.start }))
      : []),
  ]);

const scriptPattern =
  /(?:\b(?:fetch|import|importScripts|sendBeacon|WebSocket|EventSource|Worker|SharedWorker)\s*\(\s*|\bfrom\s*|\bimport\s*|\.src\s*=\s*|\.open\s*\(\s*["'`]\w+["'`]\s*,\s*)["'`]((?:https?:|wss?:)?\/\/[^"'`\s]+)/g;

/** Absolute addresses that a script plainly fetches. What it makes up while it runs can't be seen without running it. */
export const scriptRequests = (script: string): readonly string[] =>
  [...script.matchAll(scriptPattern)].map(([, address = '']) => address);
