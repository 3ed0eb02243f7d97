import type { KvStore } from '@fedify/fedify';
import { mediaTypes } from '../../http/media-types.ts';
import type { ProblemCode } from '../../http/problems.ts';
import { Fault } from '../../model/fault.ts';
import type { Clock } from '../../model/clock.ts';
import { readBoundedJson } from '../replica/bounded-json.ts';
import type { KeyFinder } from './find-key.ts';
import { createInboxGates } from './inbox-gates.ts';
import { inboxAt } from './inbox-paths.ts';
import type { InboxOutcome } from '../../http/metrics.ts';
import { isSameAddress } from './key-document.ts';
import { type InboxLimits, inboxLimits, keyLimits } from './limits.ts';
import { siteOf } from '../fetching/site-of.ts';
import { originOf } from './origin-of.ts';
import { plainActivity } from './plain-activity.ts';
import { readBody } from './read-body.ts';
import { type Envelope, readEnvelope } from './read-envelope.ts';
import { messageOf, readSigned, type SignedBy } from './read-signature.ts';
import { createReceivedIds } from './received-ids.ts';
import { refuse } from './refuse.ts';
import { verifySender } from './verify-sender.ts';

/** What an inbox is made of. */
export interface InboxOptions {
  /** Public origin of the node. */
  readonly origin: string;
  readonly kv: KvStore;
  readonly clock: Clock;
  readonly keys: KeyFinder;
  readonly hasActor: (identifier: string) => boolean;
  readonly isBlocked: (hostname: string) => boolean;
  /** Whether nobody here listens to such an activity. */
  readonly isIgnored: (envelope: Envelope) => Promise<boolean>;
  /** Whether there is anything here of somebody. */
  readonly isKnown: (actor: string) => Promise<boolean>;
  /** Told of somebody whose key is not there any more. @returns whether they are no more, by the word of their own host */
  readonly onGone: (actor: string) => Promise<boolean>;
  readonly count: (outcome: InboxOutcome) => void;
  readonly limits?: InboxLimits | undefined;
}

/** Stands before Fedify's inboxes. */
export interface Inbox {
  /**
   * Takes a POST to an inbox; undefined for any other request.
   * @param request under the node's public address, body unread
   * @param client what counts as one client; undefined where it can't be told
   * @param deliver hands Fedify what it is to read, which is the word of its actor: nobody verifies it again
   */
  receive(
    request: Request,
    client: string | undefined,
    deliver: (request: Request) => Promise<Response>,
  ): Promise<Response | undefined>;
}

const activityType = /^application\/(?:activity\+json|ld\+json|json)\s*(?:;|$)/i;

const howToSign =
  'Sign it: draft-cavage-http-signatures-12 with Signature, Date and Digest, or RFC 9421 with Signature-Input.';

/** Makes the guard of a node's inboxes: size, rate, form, block list and signature, in the order of what they cost. */
export const createInbox = (options: InboxOptions): Inbox => {
  const { kv, clock, isBlocked, isIgnored, count, limits = inboxLimits } = options;
  const gates = createInboxGates(clock, limits);
  const received = createReceivedIds(kv, limits.receivedMs);
  const { host } = new URL(options.origin);

  const refused = (outcome: InboxOutcome, code: ProblemCode, detail: string, retryAfterSeconds?: number): Response => {
    count(outcome);
    return refuse(code, detail, retryAfterSeconds);
  };
  const taken = (outcome: InboxOutcome): Response => {
    count(outcome);
    return new Response(null, { status: 202 });
  };

  const verified = async (signed: SignedBy, envelope: Envelope): Promise<Response | undefined> => {
    // Servers send the farewells of all their accounts to everybody; most are of nobody that this node has heard of.
    const isFarewell = envelope.type === 'Delete' && isSameAddress(envelope.object, envelope.actor);
    if (isFarewell && !(await options.isKnown(envelope.actor))) return taken('ignored');
    const verdict = await verifySender(signed, options.keys, envelope.actor);
    if (verdict.ok) return undefined;
    if (verdict.because === 'busy')
      return refused('rate-limited', 'too-many-requests', verdict.words, keyLimits.waitSeconds);
    // The key of a deleted account is gone with it: only its host can say so.
    if (verdict.because === 'gone' && isFarewell)
      return taken((await options.onGone(envelope.actor)) ? 'accepted' : 'ignored');
    return refused('bad-signature', 'signature-invalid', verdict.words);
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
      answer = await deliver(request);
    } catch (error) {
      // What the store can't do now the sender may try again; what JSON-LD can't read it need not.
      if (error instanceof Fault) throw error;
      return refused('malformed', 'bad-request', 'It is no activity that can be read.');
    }
    if (answer.status === 202) return taken((await received.mark(envelope.id)) ? 'accepted' : 'repeated');
    if (answer.status === 400) return refused('malformed', 'bad-request', 'It is no activity that can be read.');
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
    const activity = readEnvelope(json.value, limits);
    if (!activity.ok)
      return activity.because === 'malformed'
        ? refused('malformed', 'bad-request', activity.words)
        : refused('bad-signature', 'signature-invalid', activity.words);
    const { envelope } = activity;
    const { id } = envelope;
    if (id === undefined) return refused('malformed', 'bad-request', 'It has no "id".');
    if (isBlocked(new URL(envelope.origin).hostname))
      return refused('blocked', 'sender-blocked', 'This node has blocked the host.');
    const reading = readSigned(messageOf(given, body), clock.now());
    if (!reading.ok)
      return reading.fault.code === 'unsigned'
        ? refused('unsigned', 'signature-missing', howToSign)
        : refused('bad-signature', 'signature-invalid', `The signature can not be believed: ${reading.fault.words}.`);
    if (originOf(reading.signed.keyId) !== envelope.origin)
      return refused('bad-signature', 'signature-invalid', 'The key is not of the origin of the actor.');
    const answer = await verified(reading.signed, envelope);
    if (answer !== undefined) return answer;
    const waitSeconds = gates.host(siteOf(new URL(envelope.origin)));
    if (waitSeconds !== undefined)
      return refused('rate-limited', 'too-many-requests', 'Your host sends too much.', waitSeconds);
    const known = { ...envelope, id };
    const request = new Request(given.url, {
      method: 'POST',
      headers: { 'Content-Type': mediaTypes.activity, Host: host },
      body: JSON.stringify(plainActivity(activity.json, known)),
    });
    return deliverOnce(request, known, deliver);
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
