import {
  type NodeDescription,
  type SearchAnswer,
  searchAnswerVersion,
  type SearchParameters,
  searchParameterNames,
} from '@openstraat/spec';
import type { OpeningTimes } from '../hours/opening-times.ts';
import { stemLanguageOf } from '../language/index-terms.ts';
import type { ChangeLogReader } from '../log/change-log.ts';
import type { Clock } from '../model/clock.ts';
import { Fault } from '../model/fault.ts';
import type { SearchIndex } from '../project/search-index/search-view.ts';
import type { AnswerContext } from './answer/answer-context.ts';
import { reasonWords } from './answer/reason-words.ts';
import { documentsOf, writeResult } from './answer/results.ts';
import { createWordFinder } from './answer/word-finder.ts';
import { Collector } from './collector.ts';
import { formatSearchCursor } from './cursor.ts';
import { createDocumentReader } from './document-reader.ts';
import { createHitMaker } from './hits.ts';
import type { Locate } from './locate.ts';
import { LocationScreen } from './location-screen.ts';
import { OfferScreen } from './offer-screen.ts';
import { createPlanner } from './plan.ts';
import { type Question, understand } from './question.ts';
import type { Search } from './search.ts';
import { createSuggest } from './suggest.ts';

/** What a search is made of. */
export interface SearchOptions {
  readonly index: SearchIndex;
  readonly log: ChangeLogReader;
  readonly clock: Clock;
  readonly locate: Locate;
  readonly openingTimes: OpeningTimes;
  readonly node: {
    readonly name: string;
    /** Without a slash at the end. */
    readonly origin: string;
    readonly license: NodeDescription['license'];
    readonly language: string;
  };
}

/** A number in an address, without an exponent. */
const decimalText = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(15).replace(/\.?0+$/, '');

/** The address of the next page. */
const nextAddress = (origin: string, parameters: SearchParameters, cursor: string): string => {
  const query = new URLSearchParams();
  for (const name of searchParameterNames) {
    const value = name === 'cursor' ? cursor : parameters[name];
    if (value !== undefined) query.set(name, typeof value === 'number' ? decimalText(value) : value);
  }
  return `${origin}/search?${query.toString()}`;
};

const whereOf = ({ where, radiusMetres }: Question): Pick<SearchAnswer, 'where'> =>
  where === undefined
    ? {}
    : {
        where: {
          ...where.point,
          radiusMetres,
          from: where.from,
          ...(where.near === undefined ? {} : { near: where.near }),
        },
      };

/** Makes the search of a node. */
export const createSearch = ({ index, log, clock, locate, openingTimes, node }: SearchOptions): Search => {
  const { origin } = node;
  const locations = new LocationScreen(openingTimes);
  const offers = new OfferScreen(locations);
  const plan = createPlanner(locate, origin);
  const reader = createDocumentReader();
  const suggest = createSuggest();

  const readyView = () => {
    if (index.ready) return index.view();
    throw new Fault('index-building', 'The search index is being built. Ask again in half a minute.');
  };

  return {
    get ready() {
      return index.ready;
    },
    async search(parameters) {
      const view = readyView();
      const asked = understand(parameters, { clock, locate, origin });
      const planned = plan(view, asked);
      const { question } = planned;
      locations.start(view, question, planned.selection.kinds);
      offers.start(view, question);
      // Up to here nobody awaits: the index and the screens are those of this search.
      const collected = new Collector(planned, { locations, offers }, origin).collect();
      const shown = collected.results.slice(0, question.limit);
      const hits = shown.map(createHitMaker(view, question, { locations, offers }, origin));
      const origins = [...view.origins];

      const documents = await reader.read(log, hits.flatMap(documentsOf));
      const language = stemLanguageOf(node.language);
      const context: AnswerContext = {
        origin,
        nodeName: node.name,
        origins,
        seed: question.seed,
        isExplained: parameters.explain === '1',
        isBarcode: question.gtin !== undefined,
        documents,
        words: createWordFinder(collected.words, language),
        carriedWords: createWordFinder(collected.carriedWords, language),
        say: reasonWords(node.language),
      };
      const last = shown.at(-1);
      const corrected = collected.words.flatMap(({ word, correctedTo }) =>
        correctedTo === undefined ? [] : [{ from: word, to: correctedTo }],
      );
      const next =
        last === undefined || collected.results.length <= shown.length
          ? {}
          : {
              next: nextAddress(
                origin,
                parameters,
                formatSearchCursor(
                  {
                    at: question.atMs,
                    seed: question.seed,
                    tier: last.tier,
                    steps: last.steps,
                    tie: last.tie,
                    id: last.id,
                    ...(question.where === undefined
                      ? {}
                      : { point: [question.where.point.latitude, question.where.point.longitude] }),
                  },
                  parameters,
                  origin,
                ),
              ),
            };
      return {
        version: searchAnswerVersion,
        query: {
          ...(parameters.q === undefined ? {} : { q: parameters.q }),
          ...(question.gtin === undefined ? {} : { gtin: question.gtin }),
          ...(corrected.length === 0 ? {} : { corrected }),
        },
        ...whereOf(question),
        at: new Date(question.atMs).toISOString(),
        results: hits.flatMap((hit) => writeResult(context, hit) ?? []),
        ...next,
        ranking: `${origin}/ranking`,
        license: node.license,
      };
    },
    suggest(typed, limit) {
      return suggest(readyView(), typed, limit);
    },
  };
};
