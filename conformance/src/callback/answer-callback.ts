import { descriptionPath } from '@openstraat/spec';
import type { Handler } from '../serving/http-server.ts';
import type { Mailbox } from './mailbox.ts';
import {
  actorDocument,
  emptyCollection,
  fingerOf,
  type SuiteActor,
  type SuiteActors,
  suiteDescription,
} from './suite-actors.ts';

const json = (body: object, type: string): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': type } });
const activityJson = (body: object): Response => json(body, 'application/activity+json');
const nothing = (): Response => new Response(null, { status: 404 });

const collections: ReadonlySet<string> = new Set(['outbox', 'followers', 'following']);

/** Answers for the actors of the suite. @param actors undefined while it is not known yet where they are */
export const answerCallback =
  (actors: () => SuiteActors | undefined, mailbox: Mailbox): Handler =>
  async (request) => {
    const known = actors();
    if (known === undefined) return nothing();
    const { origin: suiteOrigin, node, person, stranger } = known;
    const all: readonly SuiteActor[] = [node, person, ...(stranger === undefined ? [] : [stranger])];
    const { origin, pathname, searchParams } = new URL(request.url);
    if (origin === suiteOrigin && pathname === descriptionPath)
      return json(suiteDescription(origin, node), 'application/ld+json');
    if (pathname === '/.well-known/webfinger') {
      const resource = searchParams.get('resource');
      const asked = all.find((actor) => {
        const { host } = new URL(actor.id);
        return resource === actor.id || resource === `acct:${actor.username}@${host}`;
      });
      return asked === undefined ? nothing() : json(fingerOf(asked), 'application/jrd+json');
    }
    const address = origin + pathname;
    const actor = all.find(({ id }) => address === id || address.startsWith(`${id}/`));
    if (actor === undefined) return nothing();
    const part = address.slice(actor.id.length + 1);
    if (part === 'inbox') return request.method === 'POST' ? mailbox.take(actor.id, request) : nothing();
    if (collections.has(part)) return activityJson(emptyCollection(address));
    return part === '' ? activityJson(actorDocument(actor)) : nothing();
  };
