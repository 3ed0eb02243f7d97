import { isSameHost, parseHttpUrl } from '../../fetching/same-host.ts';
import type { Run } from '../../run/run.ts';
import { available, type Gatherer } from '../gatherer.ts';
import { sampleThings } from '../live/sample-things.ts';
import { type AskedSearch, askSearch, readSearchAnswer, type SearchQuestion } from './ask-search.ts';
import { searchEvidenceLimits } from './limits.ts';
import { type Subject, subjects } from './subjects.ts';
import { folded, textsOf } from './thing-values.ts';

/** A question that should meet a product or a place. */
export interface NameSearch {
  readonly asked: AskedSearch;
  readonly words: string;
  /** Ids and barcode of what should be met. */
  readonly wanted: readonly string[];
  /** The walk met it. */
  readonly met: boolean;
}

const meets = ({ answer }: AskedSearch, wanted: readonly string[]): boolean =>
  answer?.results.some(
    (result) =>
      wanted.includes(result.id) || (result.type === 'product' && wanted.includes(result.gtin ?? 'no barcode')),
  ) ?? false;

const seek = async (run: Run, question: SearchQuestion, wanted: readonly string[]): Promise<NameSearch> => {
  const asked = await askSearch(run, question);
  let page = asked;
  for (let read = 1; read < searchEvidenceLimits.namePagesMax && !meets(page, wanted); read++) {
    const next = page.answer?.next === undefined ? undefined : parseHttpUrl(page.answer.next);
    if (next === undefined || !isSameHost(run.tested, next)) break;
    const exchange = await run.client.ask(next.href, { accept: 'application/json' });
    page = { question, exchange, answer: readSearchAnswer(exchange) };
  }
  return { asked, words: question['q'] ?? '', wanted, met: meets(page, wanted) };
};

const wantedOf = ({ product, gtin }: Subject): readonly string[] => [
  String(product['id']),
  ...(gtin === undefined ? [] : [gtin]),
];

/** Names of products, word for word, where they are in stock. */
export const nameSearches: Gatherer<readonly NameSearch[]> = {
  name: 'name-searches',
  async gather(run) {
    const found = await run.gather(subjects);
    if (!found.available) return found;
    return available(
      await Promise.all(
        found.value.map((subject) => {
          const { latitude, longitude } = subject.point;
          const question = { q: subject.name, lat: latitude.toFixed(7), lon: longitude.toFixed(7), limit: '50' };
          return seek(run, question, wantedOf(subject));
        }),
      ),
    );
  },
};

/** One question in letters of different case, and names that have accents, asked without them. */
export interface LetterSearches {
  readonly cases: readonly AskedSearch[];
  readonly withoutAccents: readonly NameSearch[];
}

/** Accented words in names; the sample is searched for them. */
export const letterSearches: Gatherer<LetterSearches> = {
  name: 'letter-searches',
  async gather(run) {
    const found = await run.gather(subjects);
    if (!found.available) return found;
    const sampled = await run.gather(sampleThings);
    const name = found.value
      .map((one) => one.name)
      .find((one) => one.toUpperCase().toLowerCase() === one.toLowerCase());
    const forms = name === undefined ? [] : [name, name.toUpperCase(), name.toLowerCase()];
    const things = sampled.available ? [...sampled.value.things.values()] : [];
    const accented = things.flatMap(({ id, kind, data }) =>
      kind === 'Place' ? textsOf(data['name']).flatMap((text) => (hasAccents(text) ? [{ id, text }] : [])) : [],
    );
    const products = found.value.flatMap((subject) =>
      hasAccents(subject.name) ? [{ text: subject.name, wanted: wantedOf(subject) }] : [],
    );
    const offered = things.flatMap(({ kind, data }) =>
      kind === 'Offer' && data['availability'] === 'InStock' ? [data['itemOffered']] : [],
    );
    const others = things.flatMap(({ id, kind, data }) =>
      kind === 'Product' && offered.includes(id)
        ? textsOf(data['name']).flatMap((text) =>
            hasAccents(text)
              ? [{ text, wanted: [id, ...(typeof data['gtin'] === 'string' ? [data['gtin']] : [])] }]
              : [],
          )
        : [],
    );
    const sought = [...products, ...others, ...accented.map(({ id, text }) => ({ text, wanted: [id] }))].slice(0, 2);
    return available({
      cases: await Promise.all(forms.map((q) => askSearch(run, { q, limit: '50', open: 'now' }))),
      withoutAccents: await Promise.all(
        sought.map(({ text, wanted }) => seek(run, { q: folded(text), limit: '50' }, wanted)),
      ),
    });
  },
};

const hasAccents = (text: string): boolean => text.length <= 200 && folded(text) !== text.toLowerCase().trim();
