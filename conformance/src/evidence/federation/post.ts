import { type HttpMessage, signDraftCavage, type SignatureForm, type SigningKey, signRfc9421 } from '@openstraat/spec';
import type { SuiteActor } from '../../callback/suite-actors.ts';
import type { Exchange } from '../../fetching/exchange.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { Run } from '../../run/run.ts';
import { activityProfile, activityType } from './actor.ts';

/** How a request is signed. */
export interface Signing {
  readonly form: SignatureForm;
  readonly key: SigningKey;
  /** Milliseconds by which the clock of the signer is wrong. */
  readonly offMs?: number;
  /** What it covers, where that is not what it should. */
  readonly covers?: readonly string[];
}

/** Puts what is sent in bytes. */
export const bytesOf = (activity: JsonObject): Buffer => Buffer.from(JSON.stringify(activity));

const messageOf = (url: string, body: Uint8Array): HttpMessage => ({
  method: 'POST',
  url,
  headers: { 'content-type': activityType },
  body,
});

/** The headers of a POST, signed. */
export const signedHeaders = (
  run: Run,
  url: string,
  body: Uint8Array,
  { form, key, offMs = 0, covers }: Signing,
): Readonly<Record<string, string>> => {
  const options = { dateMs: run.now() + offMs, ...(covers === undefined ? {} : { covers }) };
  const message = messageOf(url, body);
  return form === 'draft-cavage' ? signDraftCavage(message, key, options) : signRfc9421(message, key, options);
};

/** Sends a body to an inbox. @param headers undefined where it goes unsigned */
export const post = (
  run: Run,
  url: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>> = messageOf(url, body).headers,
): Promise<Exchange> => run.client.ask(url, { method: 'POST', body, headers, redirect: 'manual' });

/** Sends an activity to an inbox, signed as it should be. */
export const postSigned = (run: Run, url: string, activity: JsonObject, signing: Signing): Promise<Exchange> => {
  const body = bytesOf(activity);
  return post(run, url, body, signedHeaders(run, url, body, signing));
};

/** A Follow. @param name what tells it from others of the same run */
export const followBy = (who: SuiteActor, object: string, name: string): JsonObject => ({
  '@context': activityProfile,
  id: `${who.id}/follows/${name}`,
  type: 'Follow',
  actor: who.id,
  object,
  to: [object],
});

/** An Undo of a Follow. */
export const undoBy = (who: SuiteActor, follow: JsonObject, name: string): JsonObject => {
  const { '@context': _context, ...undone } = follow;
  return {
    '@context': activityProfile,
    id: `${who.id}/undos/${name}`,
    type: 'Undo',
    actor: who.id,
    object: undone,
    to: [follow['object']],
  };
};
