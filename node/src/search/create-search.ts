import { type NodeDescription, type SearchAnswer, searchAnswerVersion } from '@openstraat/spec';
import type { OpeningTimes } from '../hours/opening-times.ts';
import { stemLanguageOf } from '../language/index-terms.ts';
import type { QueryWord } from '../language/language.ts';
import type { Clock } from '../model/clock.ts';
import { Fault } from '../model/fault.ts';
import type { Library } from '../project/library.ts';
import type { SearchIndex } from '../project/search-index/search-view.ts';
import type { AnswerContext } from './answer/answer-context.ts';
import { reasonWords } from './answer/reason-words.ts';
import { documentsOf, writeResult } from './answer/results.ts';
import { createWordFinder } from './answer/word-finder.ts';
import { type Collected, Collector } from './collector.ts';
import { collectPlan } from './collect-plan.ts';
import { createSearchCursors, type SearchCursor } from './cursor.ts';
import { createDocumentReader } from './document-reader.ts';
import { FallingScores } from './falling-scores.ts';
import { createHitMaker, lastOfferBefore } from './hits.ts';
import type { Locate } from './locate.ts';
import { LocationScreen } from './location-screen.ts';
import { NearProducts } from './near-products.ts';
import { nextAddress } from './next-address.ts';
import { OfferScreen } from './offer-screen.ts';
import type { TierCandidate } from './page-tiers.ts';
import { createPlanner } from './plan.ts';
import { type Question, understand } from './question.ts';
import type { Search } from './search.ts';
import { SubjectTexts } from './subject-texts.ts';
import { createOfferTeller } from './told-offer.ts';
import { suggest } from './suggest.ts';
import { createTypedWords } from './typed-words.ts';

/** What a search is made of. */
export interface SearchOptions {
  readonly index: SearchIndex;
  /** The logs that the index follows. */
  readonly library: Library;
  readonly clock: Clock;
  readonly locate: Locate;
  readonly openingTimes: OpeningTimes;
  /** Seals cursors: see `deriveCursorKey`. */
  readonly cursorKey: Uint8Array;
  readonly node: {
    readonly name: string;
    /** Without a slash at the end. */
    readonly origin: string;
    readonly license: NodeDescription['license'];
    readonly language: string;
  };
  /** What the node at another origin calls itself, where that is known. */
  readonly nodeName?: (origin: string) => string | undefined;
}

const whereOf = ({ where, radiusMetres }: Question): Pick<SearchAnswer, 'where'> =>
  where === undefined
    ? {}
    : {
        where: {
          ...where.point,
          radiusMetres,
          from: where.from,
          ...(where.near === undefined ? {} : { near: where.near }),
          ...(where.district === undefined ? {} : { district: where.district }),
        },
      };

/** What the page behind this result needs to know of this one. */
const cursorBehind = (
  question: Question,
  { pins }: Collected,
  { tier, steps, tie, id }: TierCandidate,
  offer: SearchCursor['offer'],
): SearchCursor => ({
  at: question.atMs,
  now: question.nowMs,
  seed: question.seed,
  named: question.isPlaceNamed === true,
  ...(question.places === undefined ? {} : { placeReading: question.places.reading }),
  ...pins,
  tier,
  steps,
  tie,
  id,
  ...(offer === undefined ? {} : { offer }),
  ...(question.withDays === undefined ? {} : { daysNamed: question.areDaysNamed === true }),
  ...(question.where === undefined ? {} : { point: [question.where.point.latitude, question.where.point.longitude] }),
});

/** Makes the search of a node. */
export const createSearch = (options: SearchOptions): Search => {
  const { index, library, clock, locate, openingTimes, cursorKey, node, nodeName = () => undefined } = options;
  const { origin } = node;
  const locations = new LocationScreen(openingTimes);
  const offers = new OfferScreen(locations);
  const screens = {
    locations,
    offers,
    order: new FallingScores(),
    texts: new SubjectTexts(),
    picked: new NearProducts(),
  };
  const plan = createPlanner(locate, origin);
  const cursors = createSearchCursors(origin, cursorKey);
  const reader = createDocumentReader();

  const readyView = () => {
    if (index.ready) return index.view();
    throw new Fault('index-building', 'The search index is being built: ask again in a moment.');
  };

  return {
    get ready() {
      return index.ready;
    },
    async search(parameters) {
      const view = readyView();
      const asked = understand(parameters, { clock, locate, origin, cursors });
      // Up to where documents are read nobody awaits: the index and the screens are those of this search.
      const { plan: planned, collected } = collectPlan(plan(view, asked), (one) => {
        locations.start(view, one.question, one.selection.kinds);
        offers.start(view, one.question);
        return new Collector(one, screens, origin).collect();
      });
      const { question } = planned;
      const shown = collected.results.slice(0, question.limit);
      const tell = createOfferTeller(view, index, library);
      const makeHit = createHitMaker(planned, { locations, offers }, { origin, tell });
      const hits = shown.flatMap((candidate) => makeHit(candidate) ?? []);
      const origins = [...view.origins];

      const isLate = !index.knowsAllOf(library.own);
      const documents = await reader.read(library, hits.flatMap(documentsOf), isLate);
      const language = stemLanguageOf(node.language);
      const asTyped = createTypedWords(parameters.q ?? '');
      const typed = (words: readonly QueryWord[]): readonly QueryWord[] =>
        words.map((word) => ({ ...word, word: asTyped(word.word) }));
      const context: AnswerContext = {
        origin,
        nameOf: (other) => (other === origin ? node.name : nodeName(other)),
        origins,
        seed: question.seed,
        isExplained: parameters.explain === '1',
        isBarcode: question.gtin !== undefined,
        documents,
        words: createWordFinder(typed(collected.words), language),
        carriedWords: createWordFinder(typed(collected.carriedWords), language),
        say: reasonWords(node.language),
        question,
      };
      const last = shown.at(-1);
      const corrected = collected.words.flatMap(({ word, correctedTo }) =>
        correctedTo === undefined ? [] : [{ from: asTyped(word), to: correctedTo }],
      );
      const leftOut = [
        ...(planned.words ?? []).filter((word) => !collected.words.includes(word)).map(({ word }) => asTyped(word)),
        ...(shown.length === 0 ? [] : question.dayWords),
      ];
      const hasMore = collected.results.length > shown.length;
      const offerBefore = hasMore || question.gtin === undefined ? undefined : lastOfferBefore(hits.at(-1), origin);
      const behind =
        last === undefined || !(hasMore || offerBefore !== undefined)
          ? undefined
          : cursorBehind(question, collected, last, offerBefore);
      const next =
        behind === undefined ? {} : { next: nextAddress(origin, parameters, cursors.write(behind, parameters)) };
      return {
        version: searchAnswerVersion,
        query: {
          ...(parameters.q === undefined ? {} : { q: parameters.q }),
          ...(question.gtin === undefined ? {} : { gtin: question.gtin }),
          ...(corrected.length === 0 ? {} : { corrected }),
          ...(leftOut.length === 0 ? {} : { leftOut }),
          ...(question.places === undefined ? {} : { place: question.places.name }),
          ...(question.saysOpenNow ? { open: 'now' } : {}),
        },
        ...whereOf(question),
        at: new Date(question.atMs).toISOString(),
        results: hits.flatMap((hit) => writeResult(context, hit) ?? []),
        ...next,
        ranking: `${origin}/ranking`,
        license: node.license,
      };
    },
    async suggest(typed, limit) {
      return suggest(readyView(), typed, limit, { library, reader, language: node.language });
    },
  };
};
