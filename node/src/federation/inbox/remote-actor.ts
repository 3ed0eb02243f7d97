import { Link, Object as ActivityObject, isActor } from '@fedify/vocab';
import type { DocumentLoader } from '@fedify/vocab-runtime';
import { originOf } from './origin-of.ts';

/** What this node needs to know of somebody else's actor. All addresses are of its own origin, unless said. */
export interface RemoteActor {
  readonly id: string;
  readonly origin: string;
  readonly inbox: string;
  readonly sharedInbox: string | undefined;
  readonly handle: string | undefined;
  /** The node description that it says it speaks for. */
  readonly description: string | undefined;
  /** Where it went; of any origin. */
  readonly movedTo: string | undefined;
  /** What it was before; of any origin. */
  readonly alsoKnownAs: readonly string[];
}

/** Loaders for reading a document without asking for anything that it names. */
export interface Loaders {
  readonly documentLoader: DocumentLoader;
  readonly contextLoader: DocumentLoader;
}

const isDescribedBy = (link: unknown): link is Link =>
  link instanceof Link && [link.rel, ...(link.rels ?? [])].includes('describedby');

/**
 * Reads an actor at its own address.
 * @returns undefined for what is no actor, has another id, or an inbox of another origin (FEP-fe34)
 * @throws {FetchError} when it can't be fetched
 */
export const readRemoteActor = async (address: string, loaders: Loaders): Promise<RemoteActor | undefined> => {
  const { document } = await loaders.documentLoader(address);
  let object;
  try {
    object = await ActivityObject.fromJsonLd(document, { ...loaders, documentLoader: refuseToLoad });
  } catch {
    return undefined;
  }
  const origin = originOf(address);
  if (!isActor(object) || origin === undefined || object.id?.href !== new URL(address).href) return undefined;
  const inbox = object.inboxId?.href;
  if (inbox === undefined || originOf(inbox) !== origin) return undefined;
  const shared = object.endpoints?.sharedInbox?.href;
  const description = object.urls.find(isDescribedBy)?.href?.href;
  const name = object.preferredUsername?.toString();
  return {
    id: object.id.href,
    origin,
    inbox,
    sharedInbox: shared !== undefined && originOf(shared) === origin ? shared : undefined,
    handle: name === undefined ? undefined : `${name}@${new URL(origin).host}`,
    description: description !== undefined && originOf(description) === origin ? description : undefined,
    movedTo: object.successorId?.href,
    alsoKnownAs: object.aliasIds.map(({ href }) => href),
  };
};

/** A loader for what must not lead anywhere. */
export const refuseToLoad: DocumentLoader = (url) => Promise.reject(new Error(`${url} is not looked up here.`));
