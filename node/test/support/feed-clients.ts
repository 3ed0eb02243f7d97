import { RpdeValidator } from '@openactive/rpde-validator';
import { replicateLDES } from 'ldes-client';

/** What one walk of an LDES client saw. */
export interface Replica {
  /** IRIs of the versions, sorted. */
  readonly versions: readonly string[];
  /** The newest version of each thing, sorted. */
  readonly newest: readonly string[];
}

const positionOf = (version: string): number => Number(version.slice(version.lastIndexOf('#v') + 2));

/**
 * Replicates a feed with the public LDES client.
 * @param afterFetch is called after each page, before the client sees it
 */
export const replicate = async (url: string, afterFetch: () => Promise<void> = async () => {}): Promise<Replica> => {
  const fetchPage: typeof fetch = async (...given) => {
    const response = await fetch(...given);
    await afterFetch();
    return response;
  };
  const client = replicateLDES({ url, fetch: fetchPage });
  const newest = new Map<string, string>();
  const versions: string[] = [];
  let failure: unknown;
  client.on('error', (error) => {
    failure ??= error;
  });
  const reader = client.stream({ highWaterMark: 100 }).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const version = read.value.id.value;
    const thing = read.value.isVersionOf ?? '';
    versions.push(version);
    if (positionOf(version) > positionOf(newest.get(thing) ?? '#v0')) newest.set(thing, version);
  }
  if (failure !== undefined) throw failure;
  return { versions: versions.toSorted(), newest: [...newest.values()].toSorted() };
};

/** What the public RPDE validator finds on all pages of a feed: failures, and how many pages it read. */
export const validateRpde = async (url: string) => {
  const { pages } = await RpdeValidator(url, { pageLimit: 40 });
  const failures = pages.flatMap(({ url: page, errors }) =>
    errors.filter(({ severity }) => severity === 'failure').map(({ type, message }) => `${page}: ${type}: ${message}`),
  );
  return { pages: pages.length, failures };
};
