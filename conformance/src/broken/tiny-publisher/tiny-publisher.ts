import {
  contextPath,
  contextText,
  type ConformanceClass,
  feedPageQuads,
  generateKeyPair,
  type SignedCheckpoint,
} from '@openstraat/spec';
import type { Callback } from '../../callback/callback.ts';
import type { FetchFunction } from '../../fetching/transport.ts';
import type { JsonObject } from '../../json/json-value.ts';
import { withIncluded } from '../../run/choose-classes.ts';
import type { Spoiler, SpoilMoment } from '../spoiler.ts';
import { problem, type TinyAnswer } from './answer.ts';
import { tinyActor } from './federation/actor-documents.ts';
import { TinyFederation } from './federation/tiny-federation.ts';
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

/** A place that lives on elsewhere. */
const tinyMoved = {
  kind: 'Place',
  id: `${tinyOrigin}/places/bakkerij-de-oven`,
  data: undefined,
  movedTo: 'https://elders.example/places/bakkerij-de-oven',
} as const;

/** The time at which the tiny publisher is tested. */
export const tinyNowMs: number = Date.parse('2026-03-10T12:00:00Z');

const firstPosition = Date.parse('2026-03-08T06:00:00Z') * 1_000;
const entriesPerPageUsual = 10;
/** LIVE-023 wants pages of this size. */
const entriesPerPageLive = 1_000;

const notAcceptable = problem(406, 'There is no such form of this.');

// One pair for all: what is signed is not what is tested here.
const pairs = { 'key-1': generateKeyPair(), 'recovery-key': generateKeyPair() };
const keyOf = (origin: string, fragment: keyof typeof pairs): TinyKey => ({
  ...pairs[fragment],
  id: `${origin}/.well-known/openstraat#${fragment}`,
});

/** The same under another origin. */
const under = <T>(origin: string, value: T): T =>
  JSON.parse(JSON.stringify(value).replaceAll(`"${tinyOrigin}/`, `"${origin}/`)) as T;

const firstState = (spoiler: Partial<Spoiler>, origin: string): TinyState => {
  const town = spoiler.class === 'searchable' ? [...tinyTown, ...searchTown] : tinyTown;
  const things = under(origin, spoiler.things?.(town) ?? town);
  const tombstones = Array.from(
    { length: 2 + (spoiler.moreTombstones ?? 0) },
    (_, at): Omit<TinyEntry, 'position'> => ({ kind: 'Offer', id: `${origin}/offers/gone-${at}`, data: undefined }),
  );
  const live = things.map(({ kind, data }): Omit<TinyEntry, 'position'> => ({
    kind,
    id: data.id,
    data: data as unknown as JsonObject,
  }));
  const moved: readonly Omit<TinyEntry, 'position'>[] = spoiler.class === 'federated' ? [tinyMoved] : [];
  const entries = [
    ...tombstones.slice(2),
    ...moved,
    ...live.slice(0, 4),
    ...tombstones.slice(0, 2),
    ...live.slice(4),
  ].map((entry, at): TinyEntry => ({ ...entry, position: firstPosition + at * 1_000_000 }));
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
const laterState = (state: TinyState, origin: string): TinyState => {
  const { changed: changedId, deleted } = under(origin, tinyChanges);
  const changed = state.entries.find(({ id }) => id === changedId)?.data;
  const key = keyOf(origin, 'key-1');
  return afterChanges(
    state,
    [
      ...(changed === undefined ? [] : [{ id: changedId, data: { ...changed, price: '699.00' } }]),
      { id: deleted, data: undefined },
    ],
    { time: '2026-03-10T11:00:00.000Z', before: signWith(key, checkpointOf(origin, state)) },
  );
};

/** A whole publisher in memory, with at most one thing wrong: conformance tests ask it as they would ask a server. */
export class TinyPublisher {
  readonly #spoiler: Partial<Spoiler>;
  readonly #classes: readonly ConformanceClass[];
  readonly #origin: string;
  readonly #federation: TinyFederation;
  #state: TinyState;
  #late = false;

  constructor(spoiler: Partial<Spoiler> = {}) {
    this.#spoiler = spoiler;
    this.#origin = spoiler.origin ?? tinyOrigin;
    this.#classes = withIncluded([spoiler.class ?? 'publisher']);
    this.#federation = new TinyFederation(spoiler.federation ?? {}, tinyNowMs);
    this.#state = firstState(spoiler, this.#origin);
  }

  /** By which the suite is reached. */
  get callback(): Callback {
    return this.#federation.callback;
  }

  /** What happens while it is tested: called when late evidence is about to be gathered. */
  readonly beforeLate = async (): Promise<void> => {
    const right = laterState(this.#state, this.#origin);
    this.#state = this.#spoiler.later?.(right, this.#state) ?? right;
    this.#late = true;
    await this.#federation.tell(this.#state.time);
  };

  readonly fetch: FetchFunction = async (request) => {
    const moment: SpoilMoment = {
      url: new URL(request.url),
      method: request.method,
      headers: request.headers,
      late: this.#late,
    };
    const isPost = request.method === 'POST' && this.#isFederated && this.#federation.isInbox(moment.url);
    const right = isPost ? await this.#federation.receive(request) : this.#answer(moment);
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
        return this.#search(moment) ?? this.#federated(moment) ?? this.#document(moment);
    }
  }

  get #isFederated(): boolean {
    return this.#classes.includes('federated');
  }

  #federated({ url, headers }: SpoilMoment): TinyAnswer | undefined {
    return this.#isFederated ? this.#federation.answer(url, headers) : undefined;
  }

  #search(moment: SpoilMoment): TinyAnswer | undefined {
    const answer = this.#searchFace(moment);
    if (answer === undefined || this.#origin === tinyOrigin) return answer;
    // Search knows the usual origin only.
    return JSON.parse(JSON.stringify(answer).replaceAll(tinyOrigin, this.#origin)) as TinyAnswer;
  }

  #searchFace({ url, headers, method }: SpoilMoment): TinyAnswer | undefined {
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
      origin: this.#origin,
      epoch: this.#state.epoch,
      classes: this.#classes,
      key: keyOf(this.#origin, 'key-1'),
      recoveryKey: keyOf(this.#origin, 'recovery-key'),
      actor: this.#isFederated ? tinyActor : undefined,
    });
    const description = this.#spoiler.description?.(right, moment) ?? right;
    return { status: 200, type: 'application/ld+json', body: JSON.stringify(description) };
  }

  #checkpoint(moment: SpoilMoment, on: 'page' | 'url'): SignedCheckpoint {
    const right = checkpointOf(this.#origin, this.#state);
    const signed = signWith(
      keyOf(this.#origin, 'key-1'),
      this.#spoiler.checkpoint?.(right, { ...moment, on }) ?? right,
    );
    const spoilt = this.#spoiler.signed?.(signed, { ...moment, on });
    return (spoilt as unknown as SignedCheckpoint | undefined) ?? signed;
  }

  #feedPage(moment: SpoilMoment): TinyAnswer {
    const usual = this.#classes.includes('publisher-live') ? entriesPerPageLive : entriesPerPageUsual;
    const { entriesPerPage = usual } = this.#spoiler;
    const written = writePage(this.#origin, this.#state, moment.url, {
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
    const link = `<${this.#origin}${contextPath}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`;
    return { status: 200, type: 'application/json', body: JSON.stringify(plain), headers: { ...headers, link } };
  }

  #document({ url, headers }: SpoilMoment): TinyAnswer {
    const entry = this.#state.entries.find(({ id }) => id === this.#origin + url.pathname);
    if (entry === undefined) return problem(404, 'There is nothing here.');
    if (entry.movedTo !== undefined)
      return { ...problem(308, 'It lives on elsewhere.'), headers: { location: entry.movedTo } };
    if (entry.data === undefined) return problem(410, 'It is gone.');
    const form = negotiate(headers, ['text/html', 'application/ld+json']);
    if (form === undefined) return notAcceptable;
    const answer: TinyAnswer =
      form === 'application/ld+json'
        ? {
            status: 200,
            type: 'application/ld+json',
            body: JSON.stringify({ '@context': this.#origin + contextPath, ...entry.data }),
          }
        : thingPage(this.#state, entry.data);
    return { ...answer, headers: { vary: 'Accept' } };
  }
}
