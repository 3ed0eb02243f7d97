import { createHash, createSign } from 'node:crypto';
import { actorKeys } from '../../../callback/actor-keys.ts';
import type { Callback } from '../../../callback/callback.ts';
import type { FetchFunction } from '../../../fetching/transport.ts';
import { isObject, type JsonObject } from '../../../json/json-value.ts';
import { problem, type TinyAnswer } from '../answer.ts';
import { tinyOrigin } from '../town.ts';
import { federationAnswer, tinyActor, tinyActorKeyId } from './actor-documents.ts';
import { readSignatureOf } from './check-request.ts';
import type { InboxFault, Sending, TinyFlaws } from './flaws.ts';

const bodyBytesMax = 1_048_576;
const statusOf: Readonly<Partial<Record<InboxFault, number>>> = { 'too-large': 413, 'not-json': 400 };
const taken: TinyAnswer = { status: 202, type: 'text/plain', body: '' };

interface Follower {
  readonly actor: string;
  readonly inbox: string;
  readonly isNode: boolean;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The federated side of the tiny publisher, with an inbox that believes only what it has seen to be right. */
export class TinyFederation {
  readonly #flaws: TinyFlaws;
  readonly #nowMs: number;
  readonly #followers = new Map<string, Follower>();
  readonly #seen = new Set<string>();
  readonly #keys = new Set<string>();
  #outside: FetchFunction | undefined;
  #sent = 0;

  constructor(flaws: TinyFlaws, nowMs: number) {
    this.#flaws = flaws;
    this.#nowMs = nowMs;
  }

  /** By which the suite is reached: nothing but what the suite answers is the world outside. */
  readonly callback: Callback = {
    open: async (handler) => {
      this.#outside = handler;
      return {
        origin: 'https://suite.example',
        elsewhere: 'https://stranger.example',
        async [Symbol.asyncDispose]() {},
      };
    },
  };

  answer(url: URL, headers: Headers): TinyAnswer | undefined {
    const followers = [...this.#followers.values()];
    const nodes = followers
      .filter(({ isNode }) => isNode || this.#flaws.listsPeople === true)
      .map(({ actor }) => actor);
    return federationAnswer(url, headers, { nodes, total: followers.length });
  }

  isInbox({ pathname }: URL): boolean {
    return pathname === '/inbox' || tinyOrigin + pathname === `${tinyActor}/inbox`;
  }

  async receive(request: Request): Promise<TinyAnswer> {
    const body = Buffer.from(await request.arrayBuffer());
    const faults = await this.#faultsOf(request, body);
    const { overlooks = [] } = this.#flaws;
    const fault = faults.find((one) => !overlooks.includes(one));
    if (fault !== undefined) return problem(statusOf[fault] ?? 401, `Not taken: ${fault}.`);
    const activity = this.#read(body);
    const id = textOf(activity['id']);
    if (this.#seen.has(id) && this.#flaws.forgets !== true) return taken;
    this.#seen.add(id);
    await this.#actOn(activity);
    return taken;
  }

  /** Tells nodes that the feed has changed. */
  async tell(updated: string): Promise<void> {
    for (const { inbox, isNode } of this.#followers.values()) {
      if (!isNode && this.#flaws.tellsEveryone !== true) continue;
      await this.#send(inbox, {
        type: 'Update',
        to: [`${tinyActor}/followers`],
        object: { id: `${tinyOrigin}/feed#stream`, type: 'Collection', updated },
      });
    }
  }

  #read(body: Buffer): JsonObject {
    try {
      const value: unknown = JSON.parse(body.toString('utf8'));
      return isObject(value) ? value : {};
    } catch {
      return {};
    }
  }

  async #faultsOf(request: Request, body: Buffer): Promise<readonly InboxFault[]> {
    const { unknownForm, skewMs, believesOwner = false, anyKnownKey = false } = this.#flaws;
    const large = body.length > bodyBytesMax ? ['too-large' as const] : [];
    const signature = readSignatureOf(request, body, { nowMs: this.#nowMs, skewMs });
    if (signature === undefined) return [...large, 'unsigned'];
    const unknown = signature.form === unknownForm ? [unknownForm] : [];
    const activity = this.#read(body);
    const json = activity['id'] === undefined ? ['not-json' as const] : [];
    const signer = await this.#get(signature.keyId.split('#', 1)[0] ?? '');
    const key = isObject(signer['publicKey']) ? signer['publicKey'] : {};
    const pem = textOf(key['publicKeyPem']);
    this.#keys.add(pem);
    const isBy = (anyKnownKey ? [...this.#keys] : [pem]).some((one) => signature.isBy(one));
    const owner = believesOwner ? key['owner'] : signer['id'];
    return [
      ...large,
      ...unknown,
      ...signature.faults,
      ...(isBy ? [] : ['other-signature' as const]),
      ...json,
      ...(json.length > 0 || owner === activity['actor'] ? [] : ['other-actor' as const]),
    ];
  }

  async #get(url: string): Promise<JsonObject> {
    if (this.#outside === undefined || !URL.canParse(url)) return {};
    const response = await this.#outside(new Request(url, { headers: { accept: 'application/activity+json' } }));
    return response.ok ? this.#read(Buffer.from(await response.arrayBuffer())) : {};
  }

  async #actOn(activity: JsonObject): Promise<void> {
    const actor = textOf(activity['actor']);
    if (activity['type'] === 'Follow') {
      const document = await this.#get(actor);
      const inbox = textOf(document['inbox']);
      this.#followers.set(actor, { actor, inbox, isNode: await this.#isNode(document) });
      await this.#send(inbox, { type: 'Accept', to: [actor], object: activity['id'] });
    }
    const object = isObject(activity['object']) ? activity['object'] : {};
    if (activity['type'] !== 'Undo' || this.#flaws.neverUndoes === true) return;
    const who = textOf(object['actor']);
    if (who === actor || this.#flaws.anyoneUndoes === true) this.#followers.delete(who);
  }

  async #isNode(document: JsonObject): Promise<boolean> {
    const urls: readonly unknown[] = Array.isArray(document['url']) ? document['url'] : [];
    const link = urls.find((value) => isObject(value) && value['rel'] === 'describedby');
    const href = isObject(link) ? textOf(link['href']) : '';
    const description = href === '' ? {} : await this.#get(href);
    const id = textOf(document['id']);
    return description['actor'] === id && new URL(href).origin === new URL(id).origin;
  }

  async #send(url: string, parts: JsonObject): Promise<void> {
    const activity = {
      '@context': 'https://www.w3.org/ns/activitystreams',
      id: `${tinyOrigin}/activities/${++this.#sent}`,
      actor: tinyActor,
      ...parts,
    };
    const { sends = (sending: Sending) => [sending] } = this.#flaws;
    for (const sending of sends({ url, activity })) await this.#post(sending);
  }

  async #post({ url, activity }: Sending): Promise<void> {
    const body = Buffer.from(JSON.stringify(activity));
    const { pathname, host } = new URL(url);
    const date = new Date(this.#nowMs).toUTCString();
    const digest = `SHA-256=${createHash('sha256').update(body).digest('base64')}`;
    const text = `(request-target): post ${pathname}\nhost: ${host}\ndate: ${date}\ndigest: ${digest}`;
    const { privateKeyPem } = actorKeys('tiny');
    const signature = createSign('RSA-SHA256').update(text).sign(privateKeyPem, 'base64');
    const right = {
      'content-type': 'application/activity+json',
      host,
      date,
      digest,
      signature: `keyId="${tinyActorKeyId}",algorithm="rsa-sha256",headers="(request-target) host date digest",signature="${signature}"`,
    };
    const parts = { url, body, keyId: tinyActorKeyId, privateKeyPem, nowMs: this.#nowMs };
    const headers = this.#flaws.signed?.(right, parts) ?? right;
    await this.#outside?.(new Request(url, { method: 'POST', headers, body }));
  }
}
