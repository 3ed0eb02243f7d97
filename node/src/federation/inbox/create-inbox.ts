import type { KeyCache, KvStore } from '@fedify/fedify';
import type { DocumentLoader } from '@fedify/vocab-runtime';
import type { ProblemCode } from '../../http/problems.ts';
import { Fault } from '../../model/fault.ts';
import type { Clock } from '../../model/clock.ts';
import { readBoundedJson } from '../replica/bounded-json.ts';
import { inExchange } from './exchange.ts';
import { createInboxGates } from './inbox-gates.ts';
import { inboxAt } from './inbox-paths.ts';
import type { InboxOutcome } from '../../http/metrics.ts';
import { type InboxLimits, inboxLimits } from './limits.ts';
import { readBody } from './read-body.ts';
import { type Envelope, readEnvelope } from './read-envelope.ts';
import { readSignature } from './read-signature.ts';
import { createReceivedIds } from './received-ids.ts';
import { refuse } from './refuse.ts';
import { verifySender } from './verify-sender.ts';

/** What an inbox is made of. */
export interface InboxOptions {
  /** Public origin of the node. */
  readonly origin: string;
  readonly kv: KvStore;
  readonly clock: Clock;
  readonly keyCache: KeyCache;
  /** Reads keys, signed as the node where there is need. */
  readonly documentLoader: () => Promise<DocumentLoader>;
  readonly contextLoader: DocumentLoader;
  readonly hasActor: (identifier: string) => boolean;
  readonly isBlocked: (hostname: string) => boolean;
  /** Whether nobody here listens to such an activity. */
  readonly isIgnored: (envelope: Envelope) => Promise<boolean>;
  /** Told of somebody who is no more, by the word of their own host. */
  readonly onGone: (actor: string) => Promise<void>;
  readonly count: (outcome: InboxOutcome) => void;
  readonly limits?: InboxLimits | undefined;
}

/** Stands before Fedify's inboxes. */
export interface Inbox {
  /**
   * Takes a POST to an inbox; undefined for any other request.
   * @param request under the node's public address, body unread
   * @param client what counts as one client; undefined where it can't be told
   * @param deliver hands it to Fedify
   */
  receive(
    request: Request,
    client: string | undefined,
    deliver: (request: Request) => Promise<Response>,
  ): Promise<Response | undefined>;
}

const activityType = /^application\/(?:activity\+json|ld\+json|json)\s*(?:;|$)/i;

/** Makes the guard of a node's inboxes: size, rate, form, block list and signature, in the order of what they cost. */
export const createInbox = (options: InboxOptions): Inbox => {
  const { origin, kv, clock, isBlocked, isIgnored, count, limits = inboxLimits } = options;
  const gates = createInboxGates(clock, limits);
  const received = createReceivedIds(kv, limits.receivedMs);
  const { host } = new URL(origin);

  const refused = (outcome: InboxOutcome, code: ProblemCode, detail: string, retryAfterSeconds?: number): Response => {
    count(outcome);
    return refuse(code, detail, retryAfterSeconds);
  };
  const taken = (outcome: InboxOutcome): Response => {
    count(outcome);
    return new Response(null, { status: 202 });
  };

  const verified = async (request: Request, envelope: Envelope): Promise<Response | undefined> => {
    const verdict = await verifySender(request, envelope, {
      documentLoader: await options.documentLoader(),
      contextLoader: options.contextLoader,
      keyCache: options.keyCache,
      timeWindowMs: limits.dateSkewMsMax,
      nowMs: clock.now(),
    });
    if (verdict.ok) return undefined;
    // The key of a deleted account is gone with it: only its host can say so, and it just did.
    const isFarewell = envelope.type === 'Delete' && envelope.object === envelope.actor;
    if (!verdict.gone || !isFarewell) return refused('bad-signature', 'signature-invalid', verdict.words);
    await options.onGone(envelope.actor);
    return taken('accepted');
  };

  const deliverOnce = async (
    request: Request,
    envelope: Envelope & { readonly id: string },
    deliver: (request: Request) => Promise<Response>,
  ): Promise<Response> => {
    if (await received.has(envelope.id)) return taken('repeated');
    if (await isIgnored(envelope)) return taken('ignored');
    let answer;
    try {
      answer = await inExchange(envelope, () => deliver(request));
    } catch (error) {
      // What the store can't do now the sender may try again; what JSON-LD can't read it need not.
      if (error instanceof Fault) throw error;
      return refused('malformed', 'bad-request', 'It is no activity that can be read.');
    }
    if (answer === undefined)
      return refused('bad-signature', 'signature-invalid', 'Its JSON-LD names another actor or id than its JSON.');
    if (answer.status === 202) return taken((await received.mark(envelope.id)) ? 'accepted' : 'repeated');
    if (answer.status === 400) return refused('malformed', 'bad-request', 'It is no activity that can be read.');
    if (answer.status === 401)
      return refused('bad-signature', 'signature-invalid', 'The signature does not fit the request.');
    return answer.status === 404
      ? refused('ignored', 'not-found', 'There is no such inbox.')
      : refused('ignored', 'internal', 'The node could not take it. Send it again later.');
  };

  const judge = async (
    given: Request,
    body: Buffer<ArrayBuffer>,
    deliver: (request: Request) => Promise<Response>,
  ): Promise<Response> => {
    const json = readBoundedJson(body, limits);
    if (!json.ok) return refused('malformed', 'bad-request', `The body can not be read: ${json.words}.`);
    const reading = readEnvelope(json.value, limits);
    if (!reading.ok)
      return reading.because === 'malformed'
        ? refused('malformed', 'bad-request', reading.words)
        : refused('bad-signature', 'signature-invalid', reading.words);
    const { envelope } = reading;
    const { id } = envelope;
    if (id === undefined) return refused('malformed', 'bad-request', 'It has no "id".');
    if (isBlocked(new URL(envelope.origin).hostname))
      return refused('blocked', 'sender-blocked', 'This node has blocked the host.');
    const signature = readSignature(given.headers, envelope.origin, clock.now(), limits);
    if (!signature.ok)
      return refused(
        signature.because,
        signature.because === 'unsigned' ? 'signature-missing' : 'signature-invalid',
        signature.words,
      );
    const request = new Request(given.url, { method: 'POST', headers: given.headers, body });
    // A proxy may have changed it; who signed had the public one in view.
    request.headers.set('host', host);
    const answer = await verified(request.clone(), envelope);
    if (answer !== undefined) return answer;
    const waitSeconds = gates.host(envelope.origin);
    if (waitSeconds !== undefined)
      return refused('rate-limited', 'too-many-requests', 'Your host sends too much.', waitSeconds);
    return deliverOnce(request, { ...envelope, id }, deliver);
  };

  return {
    async receive(request, client, deliver) {
      const inbox = request.method === 'POST' ? inboxAt(new URL(request.url).pathname) : 'none';
      if (inbox === 'none') return undefined;
      const waitSeconds = gates.enter(client);
      if (waitSeconds !== undefined)
        return refused('rate-limited', 'too-many-requests', 'Too many requests.', waitSeconds);
      if (inbox.identifier !== undefined && !options.hasActor(inbox.identifier))
        return refused('ignored', 'not-found', 'There is no such inbox.');
      if (!activityType.test(request.headers.get('content-type') ?? ''))
        return refused('malformed', 'media-type-unknown', 'Send application/activity+json.');
      const reading = await readBody(request, { bytesMax: limits.bodyBytesMax, msMax: limits.bodyMsMax });
      if (reading.ok) return judge(request, reading.body, deliver);
      if (reading.because === 'too-large')
        return refused('too-large', 'limit-exceeded', `An activity has ${limits.bodyBytesMax} bytes at most.`);
      return refused('malformed', 'request-timeout', 'The body did not come in time, or broke off.');
    },
  };
};
