import { contextPath } from '@openstraat/spec';
import type { Exchange } from '../../fetching/exchange.ts';
import type { Run } from '../../run/run.ts';
import { description } from '../description.ts';
import { descriptionPath } from '@openstraat/spec';
import { available, type Gatherer } from '../gatherer.ts';
import { walk } from '../walk.ts';
import { documents } from './documents.ts';

/** An address that every running publisher answers, and one of its forms. */
export interface Resource {
  readonly what: 'document' | 'page' | 'last-page' | 'checkpoint' | 'description' | 'root' | 'context';
  readonly url: string;
  /** What is asked for, and has to come. */
  readonly accept: string;
  /** The same address has other forms. */
  readonly negotiated: boolean;
}

/** What a resource answers to GET, HEAD, and a GET that holds its ETag. */
export interface ResourceAnswers extends Resource {
  readonly exchange: Exchange;
  readonly head: Exchange;
  /** Undefined where there is no ETag to send. */
  readonly conditional: Exchange | undefined;
}

const feedForms = ['application/json', 'application/ld+json', 'application/n-quads'] as const;
// Answers in one coding, so that their ETags can be compared.
const gzipOnly = { 'accept-encoding': 'gzip' };

const askAll = async (run: Run, resource: Resource): Promise<ResourceAnswers> => {
  const { url, accept } = resource;
  const exchange = await run.client.ask(url, { accept, headers: gzipOnly });
  const head = await run.client.ask(url, { method: 'HEAD', accept, headers: gzipOnly });
  const tag = exchange.answer?.status === 200 ? exchange.answer.headers.get('etag') : undefined;
  const conditional =
    tag === undefined
      ? undefined
      : await run.client.ask(url, { accept, headers: { ...gzipOnly, 'if-none-match': tag } });
  return { ...resource, exchange, head, conditional };
};

const listResources = async (run: Run): Promise<readonly Resource[]> => {
  const described = await run.gather(description);
  const walked = await run.gather(walk);
  const sampled = await run.gather(documents);
  const fixed: readonly Resource[] = [
    { what: 'description', url: descriptionPath, accept: 'application/ld+json', negotiated: false },
    { what: 'root', url: '/', accept: 'application/ld+json', negotiated: true },
    { what: 'context', url: contextPath, accept: 'application/ld+json', negotiated: false },
  ];
  const checkpointUrl = described.available ? described.value.feed['checkpointUrl'] : undefined;
  const checkpoint: readonly Resource[] =
    typeof checkpointUrl === 'string'
      ? [{ what: 'checkpoint', url: checkpointUrl, accept: 'application/json', negotiated: false }]
      : [];
  const pages = walked.available ? walked.value.pages.filter(({ reachedBy }) => reachedBy !== 'template') : [];
  const first = pages.find(({ hasCheckpoint }) => !hasCheckpoint);
  const last = pages.find(({ hasCheckpoint, entries }) => hasCheckpoint && entries > 0);
  const feed = [
    ...(first === undefined ? [] : [{ what: 'page' as const, url: first.url }]),
    ...(last === undefined ? [] : [{ what: 'last-page' as const, url: last.url }]),
  ].flatMap((page) => feedForms.map((accept): Resource => ({ ...page, accept, negotiated: true })));
  const things = (sampled.available ? sampled.value : []).filter(({ accept, expected }) => accept === expected);
  return [
    ...fixed,
    ...checkpoint,
    ...feed,
    ...things.map(({ thing, expected }): Resource => ({
      what: 'document',
      url: thing.id,
      accept: expected,
      negotiated: true,
    })),
  ];
};

/** All resources in all their forms. */
export const resources: Gatherer<readonly ResourceAnswers[]> = {
  name: 'resources',
  async gather(run) {
    const listed = await listResources(run);
    return available(await Promise.all(listed.map((resource) => askAll(run, resource))));
  },
};

/** What of them changes fast, once more at the end of the run. */
export const laterResources: Gatherer<readonly (Resource & { readonly exchange: Exchange })[]> = {
  name: 'later-resources',
  late: true,
  async gather(run) {
    const before = await run.gather(resources);
    if (!before.available) return before;
    const changing = before.value.filter(({ what }) => ['checkpoint', 'page', 'last-page', 'document'].includes(what));
    return available(
      await Promise.all(
        changing.map(async ({ what, url, accept, negotiated }) => ({
          what,
          url,
          accept,
          negotiated,
          exchange: await run.client.ask(url, { accept, headers: gzipOnly }),
        })),
      ),
    );
  },
};
