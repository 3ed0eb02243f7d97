import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { thingExamples } from '../examples/index.ts';
import { type Kind, kinds } from '../models/define-kind.ts';
import {
  type FeedCursor,
  type FeedHead,
  formatCursor,
  nextCursor,
  parseCursor,
  type Position,
  startOfWalk,
} from '../protocol/cursor.ts';
import { contextPath, writeFeedItem, writeFeedPage } from '../protocol/feed-page.ts';
import { signCheckpoint, type SignedCheckpoint } from '../protocol/checkpoint.ts';
import { generateKeyPair } from '../protocol/multikey.ts';
import { contextText } from '../rdf/context.ts';
import { type FeedPageDocument, feedPageQuads } from '../rdf/feed-page-quads.ts';

/** One entry of a feed that is served for a test. */
export interface ServedEntry {
  readonly kind: Kind;
  readonly id: string;
  readonly position: Position;
  readonly data: object | undefined;
}

const firstPosition = 1_767_225_600_000_000;

/** Copies of the examples under an origin, and every seventh of them a tombstone; positions leave gaps. */
export const servedEntries = (origin: string, count: number): readonly ServedEntry[] =>
  Array.from({ length: count }, (_, at): ServedEntry => {
    const kind = kinds[at % kinds.length] ?? 'Offer';
    const example = at % 3 === 0 ? thingExamples[kind].full : thingExamples[kind].minimal;
    const id = `${new URL(example.id).pathname}-${at}`;
    return {
      kind,
      id,
      position: firstPosition + at * 3 + (at > 700 ? 5_000_000 : 0),
      data: at % 7 === 6 ? undefined : { ...example, id: origin + id },
    };
  });

const { secretKeyMultibase } = generateKeyPair();

const checkpointOf = (origin: string, head: FeedHead, entries: readonly ServedEntry[]): SignedCheckpoint =>
  signCheckpoint(
    {
      type: 'Checkpoint',
      feed: `${origin}/feed#stream`,
      epoch: head.epoch,
      position: head.position,
      live: entries.filter(({ data }) => data !== undefined).length,
      digest: 'a'.repeat(64),
      previous: null,
      time: '2026-03-02T12:00:00.000Z',
    },
    { secretKeyMultibase, verificationMethod: `${origin}/.well-known/openstraat#key-1` },
  );

/** RPDE readers find the position in `afterChangeNumber`, and jump beyond the end with it alone. */
const cursorOf = (url: URL, head: FeedHead): FeedCursor => {
  const position = url.searchParams.get('afterChangeNumber');
  return (
    parseCursor(url.searchParams.get('cursor') ?? '') ??
    (position === null ? startOfWalk(head) : { epoch: head.epoch, after: Number(position), walkHead: 0 })
  );
};

const nextUrl = (origin: string, cursor: FeedCursor): string =>
  `${origin}/feed?cursor=${formatCursor(cursor)}&afterChangeNumber=${cursor.after}`;

/** The text of the page that a cursor asks for. */
export const pageText = (
  origin: string,
  entries: readonly ServedEntry[],
  request: { readonly url: string; readonly itemsMax: number; readonly withContext: boolean },
): { readonly text: string; readonly reachesHead: boolean } => {
  const head: FeedHead = { epoch: 'e1', position: entries.at(-1)?.position ?? 0, droppedTombstone: 0 };
  const url = new URL(request.url, origin);
  const cursor = cursorOf(url, head);
  const items = entries.filter(({ position }) => position > cursor.after).slice(0, request.itemsMax);
  const last = items.at(-1)?.position ?? cursor.after;
  const reachesHead = last >= head.position;
  const text = writeFeedPage(
    {
      origin,
      license: 'https://creativecommons.org/licenses/by/4.0/',
      epoch: head.epoch,
      self: url.href,
      next: items.length === 0 ? url.href : nextUrl(origin, nextCursor(cursor, last, head, reachesHead)),
      ...(reachesHead ? { checkpoint: checkpointOf(origin, head, entries) } : { moreAfter: last }),
      withContext: request.withContext,
    },
    items.map(({ data, ...entry }) =>
      writeFeedItem(origin, { ...entry, dataText: data === undefined ? undefined : JSON.stringify(data) }),
    ),
  );
  return { text, reachesHead };
};

export type Served = 'json-ld' | 'n-quads' | 'json-with-link';

/** A throw-away server of a feed, as PROTOCOL has it: plain JSON, unless asked for RDF. */
export class DualFeedServer implements AsyncDisposable {
  entries: readonly ServedEntry[] = [];
  itemsMax: number = 500;
  served: Served = 'json-ld';
  readonly #server: Server = createServer((request, response) => this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return this.origin;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { url = '/' } = request;
    if (url === contextPath) {
      response.setHeader('content-type', 'application/ld+json').end(contextText);
      return;
    }
    const wantsRdf = (request.headers.accept ?? '').includes('application/ld+json');
    const withContext = wantsRdf && this.served === 'json-ld';
    const page = pageText(this.origin, this.entries, { url, itemsMax: this.itemsMax, withContext });
    response.setHeader('vary', 'Accept');
    response.setHeader('cache-control', `public, max-age=${page.reachesHead ? 5 : 3_600}`);
    if (wantsRdf && this.served === 'n-quads') {
      response.setHeader('content-type', 'application/n-quads');
      response.end(feedPageQuads(JSON.parse(page.text) as FeedPageDocument));
      return;
    }
    response.setHeader('content-type', withContext ? 'application/ld+json' : 'application/json');
    if (!withContext)
      response.setHeader(
        'link',
        `<${this.origin}${contextPath}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`,
      );
    response.end(page.text);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }
}
