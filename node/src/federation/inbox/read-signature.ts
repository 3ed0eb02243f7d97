import type { InboxLimits } from './limits.ts';
import { originOf } from './origin-of.ts';

/** What a request says of how it is signed. */
export interface SignatureForm {
  readonly spec: 'draft-cavage' | 'rfc9421';
  /** Addresses of the keys; each of them is of the origin asked for. */
  readonly keys: readonly string[];
}

export type SignatureReading =
  | { readonly ok: true; readonly signature: SignatureForm }
  | { readonly ok: false; readonly because: 'unsigned' | 'bad-signature'; readonly words: string };

const unsigned: SignatureReading = {
  ok: false,
  because: 'unsigned',
  words: 'Sign it: draft-cavage-http-signatures-12 with Signature, Date and Digest, or RFC 9421 with Signature-Input.',
};
const bad = (words: string): SignatureReading => ({ ok: false, because: 'bad-signature', words });

/** What a signature must cover: else it can be sent again with another body, or to another server. */
const coveredByDraft = ['(request-target)', 'host', 'date', 'digest'];

const draftParameters = (field: string): ReadonlyMap<string, string> =>
  new Map(
    [...field.matchAll(/(?:^|,)\s*([A-Za-z]+)=(?:"([^"]*)"|(\d+))/g)].map(([, name = '', quoted, number]) => [
      name,
      quoted ?? number ?? '',
    ]),
  );

const isNear = (atMs: number, nowMs: number, skewMs: number): boolean => Math.abs(atMs - nowMs) <= skewMs;

const readDraft = (headers: Headers, field: string, nowMs: number, limits: InboxLimits): SignatureReading => {
  const parameters = draftParameters(field);
  const key = parameters.get('keyId');
  if (key === undefined || !parameters.has('signature'))
    return bad('The field Signature has no keyId or no signature.');
  const covered = (parameters.get('headers') ?? '').toLowerCase().split(/\s+/);
  const missing = coveredByDraft.find((name) => !covered.includes(name));
  if (missing !== undefined) return bad(`The signature does not cover ${missing}.`);
  const dateMs = Date.parse(headers.get('date') ?? '');
  if (!Number.isFinite(dateMs)) return bad('The field Date is missing, or is no date.');
  if (!isNear(dateMs, nowMs, limits.dateSkewMsMax)) return bad('The date is more than an hour off.');
  return { ok: true, signature: { spec: 'draft-cavage', keys: [key] } };
};

/** Labels of a Signature-Input field, with the components covered and the parameters. */
const inputs = (field: string): readonly (readonly [label: string, components: string, parameters: string])[] =>
  [
    ...field.matchAll(
      /(?:^|,)\s*([a-z*][a-z0-9_.*-]*)=\(([^()]*)\)((?:;[a-z*][a-z0-9_.*-]*(?:=(?:"(?:[^"\\]|\\.)*"|[^;,"\s]*))?)*)/g,
    ),
  ].map(([, label = '', components = '', parameters = '']) => [label, components, parameters]);

const isCovered = (components: string): boolean => {
  const named = new Set([...components.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name));
  const target =
    named.has('@target-uri') || (named.has('@authority') && (named.has('@path') || named.has('@request-target')));
  return named.has('@method') && target && named.has('content-digest');
};

const readRfc9421 = (field: string, nowMs: number, limits: InboxLimits): SignatureReading => {
  const found = inputs(field);
  if (found.length === 0) return bad('The field Signature-Input can not be read.');
  if (found.length > limits.signaturesMax) return bad(`It has more than ${limits.signaturesMax} signatures.`);
  const keys: string[] = [];
  for (const [label, components, parameters] of found) {
    const key = /;keyid="([^"]*)"/.exec(parameters)?.[1];
    const created = Number(/;created=(\d{1,12})(?:;|$)/.exec(parameters)?.[1]);
    const expires = /;expires=(\d{1,12})(?:;|$)/.exec(parameters)?.[1];
    if (key === undefined) return bad(`Signature ${label} has no keyid.`);
    if (!isCovered(components))
      return bad(`Signature ${label} does not cover @method, @target-uri and content-digest.`);
    if (!Number.isFinite(created)) return bad(`Signature ${label} has no "created".`);
    if (!isNear(created * 1_000, nowMs, limits.dateSkewMsMax)) return bad('The signature is more than an hour off.');
    if (expires !== undefined && Number(expires) * 1_000 + limits.dateSkewMsMax < nowMs)
      return bad('The signature has expired.');
    keys.push(key);
  }
  return { ok: true, signature: { spec: 'rfc9421', keys } };
};

/**
 * Reads how a request is signed, and whether the signature covers what it must and was made now by a key of this origin. Pure.
 * Whether it is right is found out afterwards: that takes the key.
 */
export const readSignature = (
  headers: Headers,
  origin: string,
  nowMs: number,
  limits: InboxLimits,
): SignatureReading => {
  const field = headers.get('signature');
  if (field === null) return unsigned;
  const input = headers.get('signature-input');
  const reading = input === null ? readDraft(headers, field, nowMs, limits) : readRfc9421(input, nowMs, limits);
  if (!reading.ok) return reading;
  return reading.signature.keys.every((key) => originOf(key) === origin)
    ? reading
    : bad('The key is not of the origin of the actor.');
};
