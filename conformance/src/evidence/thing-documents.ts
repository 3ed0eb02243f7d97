import { kinds } from '@openstraat/spec';
import type { LiveThing } from '../checks/things/live-thing.ts';
import { notTested } from '../checks/verdict.ts';
import type { Exchange } from '../fetching/exchange.ts';
import { embeddedData, type EmbeddedData } from '../html/embedded-data.ts';
import type { HtmlPage } from '../html/html-page.ts';
import { readHtml } from '../html/read-html.ts';
import type { Run } from '../run/run.ts';
import { available, type Gatherer, missing } from './gatherer.ts';
import { evidenceLimits } from './limits.ts';
import { publisher } from './publisher.ts';
import { type RereadPage, rereadPage } from './reread-page.ts';
import { type Walk, walk } from './walk.ts';

/** A live thing, and what its id answers to a browser. */
export interface ThingDocument {
  readonly thing: LiveThing;
  readonly exchange: Exchange;
  /** Undefined when the answer is no HTML page. */
  readonly page: HtmlPage | undefined;
  readonly embedded: readonly EmbeddedData[];
  /** The Source that states it, and an Offer's Product, where they were met. */
  readonly source: LiveThing | undefined;
  readonly product: LiveThing | undefined;
}

/** Documents of some things of each kind. */
export interface ThingDocuments {
  readonly documents: readonly ThingDocument[];
  /** All live things on the pages of the feed that were read for them, by id. */
  readonly things: ReadonlyMap<string, LiveThing>;
}

/** Text in which a careless template makes markup, or ends an attribute. */
export const hasSigns = ({ data }: LiveThing): boolean => /[<"']/.test(Object.values(data).map(textOf).join(''));

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(textOf).join('') : '';
};

/** The pages of the feed to read again: those that hold one thing of each kind, chosen at random. */
const choosePages = (run: Run, { replica, pages }: Walk): readonly string[] => {
  const chosen = kinds.flatMap((kind) =>
    run.random(`documents ${kind}`).sampleOf(
      replica.things.values().filter((thing) => thing.isLive && thing.kind === kind),
      1,
    ),
  );
  return addressesOf(
    { replica, pages },
    chosen.map(({ id }) => id),
  );
};

const addressesOf = (
  { replica, pages }: Pick<Walk, 'replica' | 'pages'>,
  ids: readonly string[],
): readonly string[] => {
  const exchanges = new Set(ids.map((id) => replica.things.get(id)?.exchange));
  return pages.filter(({ exchange }) => exchanges.has(exchange)).map(({ url }) => url);
};

/** Of the things on some pages: a few of each kind, and a few whose text is hard to show. */
const chooseThings = (run: Run, things: readonly LiveThing[]): ReadonlySet<string> => {
  const random = run.random('documents');
  const ofKinds = kinds.flatMap((kind) =>
    random.sample(
      things.filter((thing) => thing.kind === kind),
      evidenceLimits.documentsPerKind,
    ),
  );
  const hard = random.sample(things.filter(hasSigns), evidenceLimits.documentsWithSigns);
  return new Set([...ofKinds, ...hard].map(({ id }) => id));
};

const askDocument = async (run: Run, thing: LiveThing): Promise<Omit<ThingDocument, 'source' | 'product'>> => {
  const exchange = await run.client.ask(thing.id, { accept: 'text/html' });
  const page = exchange.answer === undefined ? undefined : readHtml(exchange);
  return { thing, exchange, page, embedded: page === undefined ? [] : await embeddedData(page) };
};

/** What the pages of some live things of each kind answer, while their entries stood still. */
export const thingDocuments: Gatherer<ThingDocuments> = {
  name: 'thing-documents',
  async gather(run) {
    const facts = await run.gather(publisher);
    if (!facts.available) return facts;
    const walked = await run.gather(walk);
    if (!walked.available) return walked;
    const { origin } = facts.value;
    const read = async (urls: readonly string[]): Promise<readonly RereadPage[]> =>
      (await Promise.all(urls.map((url) => rereadPage(run, url, origin)))).filter((page) => page !== undefined);

    const urls = choosePages(run, walked.value);
    const before = await read(urls);
    const onPages = before.flatMap(({ things }) => things);
    const chosen = chooseThings(run, onPages);
    const asked = await Promise.all(
      [...new Map(onPages.map((thing) => [thing.id, thing])).values()]
        .filter(({ id }) => chosen.has(id))
        .map((thing) => askDocument(run, thing)),
    );
    // What changed meanwhile can't be compared with its page.
    const after = new Map(
      (await read(urls)).flatMap(({ things }) => things).map(({ id, entry }) => [id, entry.item['modified']]),
    );
    const still = asked.filter(({ thing: { id, entry } }) => after.get(id) === entry.item['modified']);

    const things = new Map(onPages.map((thing) => [thing.id, thing]));
    const named = still
      .flatMap(({ thing: { data } }) => [data['source'], data['itemOffered']])
      .filter((id): id is string => typeof id === 'string' && !things.has(id));
    const further = addressesOf(walked.value, named).slice(0, evidenceLimits.documentsFurtherPages);
    for (const { things: more } of await read(further)) for (const thing of more) things.set(thing.id, thing);

    if (asked.length === 0)
      return missing(notTested('evidence-missing', 'no page of the feed with live things could be read again'));
    run.note(
      `The pages of ${still.length} things were read, up to ${evidenceLimits.documentsPerKind} of each kind and some whose text is hard to show.`,
    );
    const lookUp = (id: unknown): LiveThing | undefined => (typeof id === 'string' ? things.get(id) : undefined);
    return available({
      things,
      documents: still.map((document) => ({
        ...document,
        source: document.thing.kind === 'Source' ? document.thing : lookUp(document.thing.data['source']),
        product: lookUp(document.thing.data['itemOffered']),
      })),
    });
  },
};
