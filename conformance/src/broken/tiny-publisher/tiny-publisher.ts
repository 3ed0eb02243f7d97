import {
  contextPath,
  contextText,
  type ConformanceClass,
  feedPageQuads,
  generateKeyPair,
  type SignedCheckpoint,
} from '@openstraat/spec';
import type { FetchFunction } from '../../fetching/transport.ts';
import type { JsonObject } from '../../json/json-value.ts';
import { withIncluded } from '../../run/choose-classes.ts';
import type { Spoiler, SpoilMoment } from '../spoiler.ts';
import { problem, type TinyAnswer } from './answer.ts';
import { negotiate } from './negotiate.ts';
import { digitalLinkFace, resolverDescription } from './search/digital-link-face.ts';
import { searchFace } from './search/search-face.ts';
import { searchTown } from './search/search-town.ts';
import { send } from './send.ts';
import { afterChanges, checkpointOf, signWith, type TinyEntry, type TinyKey, type TinyState } from './state.ts';
import { tinyChanges, tinyOrigin, tinyTown } from './town.ts';
import { describePublisher } from './write-description.ts';
import { writePage } from './write-feed.ts';
import { frontPage, sitemap, thingPage } from './write-pages.ts';

/** The time at which the tiny publisher is tested. */
export const tinyNowMs: number = Date.parse('2026-03-10T12:00:00Z');

const firstPosition = Date.parse('2026-03-08T06:00:00Z') * 1_000;
const entriesPerPageUsual = 10;
/** LIVE-023 wants pages of this size. */
const entriesPerPageLive = 1_000;

const notAcceptable = problem(406, 'There is no such form of this.');

const keyOf = (fragment: string): TinyKey => ({
  ...generateKeyPair(),
  id: `${tinyOrigin}/.well-known/openstraat#${fragment}`,
});
// One pair for all: what is signed is not what is tested here.
const key = keyOf('key-1');
const recoveryKey = keyOf('recovery-key');

const firstState = (spoiler: Partial<Spoiler>): TinyState => {
  const town = spoiler.class === 'searchable' ? [...tinyTown, ...searchTown] : tinyTown;
  const things = spoiler.things?.(town) ?? town;
  const tombstones = Array.from(
    { length: 2 + (spoiler.moreTombstones ?? 0) },
    (_, at): Omit<TinyEntry, 'position'> => ({ kind: 'Offer', id: `${tinyOrigin}/offers/gone-${at}`, data: undefined }),
  );
  const live = things.map(({ kind, data }): Omit<TinyEntry, 'position'> => ({
    kind,
    id: data.id,
    data: data as unknown as JsonObject,
  }));
  const entries = [...tombstones.slice(2), ...live.slice(0, 4), ...tombstones.slice(0, 2), ...live.slice(4)].map(
    (entry, at): TinyEntry => ({ ...entry, position: firstPosition + at * 1_000_000 }),
  );
  const state: TinyState = {
    epoch: 'e7x2k9',
    head: entries.at(-1)?.position ?? 0,
    entries,
    time: '2026-03-09T12:00:00.000Z',
    previous: 'ab'.repeat(32),
  };
  return spoiler.state?.(state) ?? state;
};

/** Says of one thing that it costs less, and of another that it is gone. */
const laterState = (state: TinyState): TinyState => {
  const changed = state.entries.find(({ id }) => id === tinyChanges.changed)?.data;
  return afterChanges(
    state,
    [
      ...(changed === undefined ? [] : [{ id: tinyChanges.changed, data: { ...changed, price: '699.00' } }]),
      { id: tinyChanges.deleted, data: undefined },
    ],
    { time: '2026-03-10T11:00:00.000Z', before: signWith(key, checkpointOf(tinyOrigin, state)) },
  );
};

/** A whole publisher in memory, with at most one thing wrong: conformance tests ask it as they would ask a server. */
export class TinyPublisher {
  readonly #spoiler: Partial<Spoiler>;
  readonly #classes: readonly ConformanceClass[];
  #state: TinyState;
  #late = false;

  constructor(spoiler: Partial<Spoiler> = {}) {
    this.#spoiler = spoiler;
    this.#classes = withIncluded([spoiler.class ?? 'publisher']);
    this.#state = firstState(spoiler);
  }

  /** What happens while it is tested: called when late evidence is about to be gathered. */
  readonly beforeLate = async (): Promise<void> => {
    const right = laterState(this.#state);
    this.#state = this.#spoiler.later?.(right, this.#state) ?? right;
    this.#late = true;
  };

  readonly fetch: FetchFunction = async (request) => {
    const moment: SpoilMoment = {
      url: new URL(request.url),
      method: request.method,
      headers: request.headers,
      late: this.#late,
    };
    const right = this.#answer(moment);
    const response = send(this.#spoiler.answer?.(right, moment) ?? right, request);
    return this.#spoiler.response?.(response, moment) ?? response;
  };

  #answer(moment: SpoilMoment): TinyAnswer {
    const { pathname } = moment.url;
    switch (pathname) {
      case '/.well-known/openstraat':
        return this.#description(moment);
      case '/feed':
      // A spoiler's second path of the feed.
      case '/feed/':
        return this.#feedPage(moment);
      case '/feed/checkpoint':
        return { status: 200, type: 'application/json', body: JSON.stringify(this.#checkpoint(moment, 'url')) };
      case contextPath:
        return { status: 200, type: 'application/ld+json', body: contextText };
      case '/':
        return { ...this.#front(moment), headers: { vary: 'Accept' } };
      case '/sitemap.xml':
        return sitemap(this.#state);
      case '/robots.txt':
        return { status: 200, type: 'text/plain', body: 'User-agent: *\nAllow: /\n' };
      default:
        return this.#search(moment) ?? this.#document(moment);
    }
  }

  #search({ url, headers, method }: SpoilMoment): TinyAnswer | undefined {
    if (!this.#classes.includes('searchable')) return undefined;
    if (url.pathname === '/.well-known/gs1resolver') return resolverDescription;
    if (url.pathname.startsWith('/01/'))
      return method === 'OPTIONS'
        ? { status: 204, type: 'text/plain', body: '' }
        : digitalLinkFace(this.#state, url, headers);
    const understood = url.pathname === '/search' ? (this.#spoiler.question?.(new URL(url)) ?? url) : url;
    return searchFace(this.#state, { url: understood, headers, nowMs: tinyNowMs }, this.#spoiler);
  }

  #front(moment: SpoilMoment): TinyAnswer {
    return negotiate(moment.headers, ['text/html', 'application/ld+json']) === 'application/ld+json'
      ? this.#description(moment)
      : frontPage();
  }

  #description(moment: SpoilMoment): TinyAnswer {
    const right: JsonObject = describePublisher({
      origin: tinyOrigin,
      epoch: this.#state.epoch,
      classes: this.#classes,
      key,
      recoveryKey,
    });
    const description = this.#spoiler.description?.(right, moment) ?? right;
    return { status: 200, type: 'application/ld+json', body: JSON.stringify(description) };
  }

  #checkpoint(moment: SpoilMoment, on: 'page' | 'url'): SignedCheckpoint {
    const right = checkpointOf(tinyOrigin, this.#state);
    const signed = signWith(key, this.#spoiler.checkpoint?.(right, { ...moment, on }) ?? right);
    const spoilt = this.#spoiler.signed?.(signed, { ...moment, on });
    return (spoilt as unknown as SignedCheckpoint | undefined) ?? signed;
  }

  #feedPage(moment: SpoilMoment): TinyAnswer {
    const usual = this.#classes.includes('publisher-live') ? entriesPerPageLive : entriesPerPageUsual;
    const { entriesPerPage = usual } = this.#spoiler;
    const written = writePage(tinyOrigin, this.#state, moment.url, {
      entriesPerPage,
      checkpoint: () => this.#checkpoint(moment, 'page'),
    });
    if (!('page' in written)) return written;
    const items = (written.page['items'] as readonly JsonObject[]).map(
      (item) => this.#spoiler.entry?.(item, moment) ?? item,
    );
    const right: JsonObject = { ...written.page, items };
    const page = this.#spoiler.page?.(right, moment) ?? right;
    const headers = {
      vary: 'Accept',
      'cache-control': `public, max-age=${written.hasMore ? 3_600 : 5}`,
    };
    const form = negotiate(moment.headers, ['application/ld+json', 'application/json', 'application/n-quads']);
    if (form === undefined) return notAcceptable;
    if (form === 'application/n-quads')
      return {
        status: 200,
        type: 'application/n-quads',
        body: feedPageQuads(page as unknown as Parameters<typeof feedPageQuads>[0]),
        headers,
      };
    if (form === 'application/ld+json')
      return { status: 200, type: 'application/ld+json', body: JSON.stringify(page), headers };
    const { '@context': _context, ...plain } = page;
    const link = `<${tinyOrigin}${contextPath}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`;
    return { status: 200, type: 'application/json', body: JSON.stringify(plain), headers: { ...headers, link } };
  }

  #document({ url, headers }: SpoilMoment): TinyAnswer {
    const entry = this.#state.entries.find(({ id }) => id === tinyOrigin + url.pathname);
    if (entry === undefined) return problem(404, 'There is nothing here.');
    if (entry.data === undefined) return problem(410, 'It is gone.');
    const form = negotiate(headers, ['text/html', 'application/ld+json']);
    if (form === undefined) return notAcceptable;
    const answer: TinyAnswer =
      form === 'application/ld+json'
        ? {
            status: 200,
            type: 'application/ld+json',
            body: JSON.stringify({ '@context': tinyOrigin + contextPath, ...entry.data }),
          }
        : thingPage(this.#state, entry.data);
    return { ...answer, headers: { vary: 'Accept' } };
  }
}
