import { readdirSync, readFileSync } from 'node:fs';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signDraftCavage } from './federation/draft-cavage.ts';
import { isNodeActor } from './federation/node-actor.ts';
import { noticedNode } from './federation/notice.ts';
import { signRfc9421 } from './federation/rfc-9421.ts';
import { isSignatureFault, readSignature, signatureFaultOf } from './federation/verify-message.ts';
import { checkThing } from './models/check-thing.ts';
import { kinds } from './models/define-kind.ts';
import { checkpointHash, signedCheckpointSchema } from './protocol/checkpoint.ts';
import { formatCursor, judgeCursor, nextCursor, parseCursor } from './protocol/cursor.ts';
import { signDocument, verifyDocument } from './protocol/data-integrity.ts';
import { addToDigest, dataHash, digestTerm, formatDigest, parseDigest, subtractFromDigest } from './protocol/digest.ts';
import { feedPageSchema } from './protocol/feed-page.ts';
import { type Gtin, isGtin, isRestrictedGtin, parseGtin } from './protocol/gtin.ts';
import {
  encodeKey,
  gtinProductKey,
  keyAtPlace,
  offerKey,
  parseThingId,
  placeKey,
  skuProductKey,
  slug,
  splitOfferKey,
} from './protocol/ids.ts';
import { canonicalJson, type Json } from './protocol/jcs.ts';
import { importPublicKey, importSecretKey, MultikeyError, publicKeyOf } from './protocol/multikey.ts';
import { allRequirements } from './requirements/index.ts';
import { checkpointChainFaults } from './requirements/checkpoint-chain-faults.ts';
import { feedPageFaults } from './requirements/feed-page-faults.ts';
import { parseDigitalLinkPath } from './search/digital-link.ts';
import { isCarriedAlong, searchParametersSchema } from './search/search-parameters.ts';

const folder = new URL('../vectors/', import.meta.url);
const origin = 'https://waterveen.example';
const text = z.string();
const title = text;
const json = z.json();
const jsonObject = z.record(z.string(), json);

const read = <T extends z.ZodType>(path: string, schema: T): z.output<T> =>
  schema.parse(JSON.parse(readFileSync(new URL(path, folder), 'utf8')));
const readAll = <T extends z.ZodType>(path: string, schema: T): readonly (readonly [string, z.output<T>])[] =>
  readdirSync(new URL(path, folder)).map((file) => [file, read(path + file, schema)]);

const withoutContext = ({ '@context': _context, ...data }: Readonly<Record<string, Json>>): Json => data;

const termOf = (data: Readonly<Record<string, Json>>): bigint =>
  digestTerm(text.parse(data['id']), dataHash(canonicalJson(withoutContext(data))));
const sum = (terms: readonly bigint[]): string => formatDigest(terms.reduce(addToDigest, 0n));
const hexOf = (base64url: string | undefined): string => Buffer.from(base64url ?? '', 'base64url').toString('hex');

describe('gtin.json', () => {
  const vectors = read(
    'gtin.json',
    z.object({
      valid: z.array(z.object({ title, input: text, gtin: text, restricted: z.boolean() })),
      invalid: z.array(z.object({ title, input: text, issue: text })),
    }),
  );
  it.each(vectors.valid)('reads: $title', ({ input, gtin, restricted }) => {
    expect(parseGtin(input)).toEqual({ ok: true, gtin });
    expect(isGtin(gtin)).toBe(true);
    expect(isRestrictedGtin(gtin as Gtin)).toBe(restricted);
  });
  it.each(vectors.invalid)('refuses: $title', ({ input, issue }) => {
    expect(parseGtin(input)).toEqual({ ok: false, code: issue });
  });
});

describe('jcs.json', () => {
  const vectors = read(
    'jcs.json',
    z.object({
      valid: z.array(z.object({ title, json: text, canonical: text, sha256: text })),
      invalid: z.array(z.object({ title, json: text })),
    }),
  );
  it.each(vectors.valid)('writes: $title', ({ json: input, canonical, sha256 }) => {
    expect(canonicalJson(JSON.parse(input))).toBe(canonical);
    expect(dataHash(canonical)).toBe(sha256);
  });
  it.each(vectors.invalid)('refuses: $title', ({ json: input }) => {
    expect(() => canonicalJson(JSON.parse(input))).toThrow(TypeError);
  });
});

describe('ids.json', () => {
  const vectors = read(
    'ids.json',
    z.object({
      slug: z.array(z.object({ input: text, slug: text })),
      keyForm: z.array(z.object({ input: text, key: text })),
      productKey: z.array(
        z.union([z.object({ gtin: text, key: text }), z.object({ catalogue: text, sku: text, key: text })]),
      ),
      offerKey: z.array(z.object({ productKey: text, placeKey: text, key: text })),
      placeKey: z.array(
        z.object({
          code: text.optional(),
          name: text,
          postcode: text.optional(),
          town: text.optional(),
          key: text,
        }),
      ),
      keyAtPlace: z.array(z.object({ placeKey: text, own: text, key: text })),
      path: z.array(z.object({ path: text, kind: z.enum(kinds), key: text })),
      notPath: z.array(text),
    }),
  );
  it.each(vectors.slug)('slug of "$input"', (vector) => expect(slug(vector.input)).toBe(vector.slug));
  it.each(vectors.keyForm)('key form of "$input"', ({ input, key }) => expect(encodeKey(input)).toBe(key));
  it.each(vectors.productKey)('product key $key', (vector) => {
    expect('gtin' in vector ? gtinProductKey(vector.gtin as Gtin) : skuProductKey(vector.catalogue, vector.sku)).toBe(
      vector.key,
    );
  });
  it.each(vectors.offerKey)('offer key $key', ({ key, ...parts }) => {
    expect(offerKey(parts.productKey, parts.placeKey)).toBe(key);
    expect(splitOfferKey(key)).toEqual(parts);
  });
  it.each(vectors.placeKey)('place key $key', ({ key, ...names }) => expect(placeKey(names)).toBe(key));
  it.each(vectors.keyAtPlace)('key at a place $key', (vector) => {
    expect(keyAtPlace(vector.placeKey, vector.own)).toBe(vector.key);
  });
  it.each(vectors.path)('reads $path', ({ path, kind, key }) => expect(parseThingId(path)).toEqual({ kind, key }));
  it.each(vectors.notPath)('%s is no thing', (path) => expect(parseThingId(path)).toBeUndefined());
});

describe('digest.json', () => {
  const vectors = read(
    'digest.json',
    z.object({
      things: z.array(z.object({ data: jsonObject, dataHash: text, term: text })),
      sets: z.array(z.object({ title, things: z.array(z.int()), live: z.int(), digest: text })),
      sums: z.array(z.object({ title, terms: z.array(text), digest: text })),
      change: z.object({ title, before: text, minus: text, plus: text, after: text, data: jsonObject }),
    }),
  );

  it.each(vectors.things)('term of $data.id', (thing) => {
    expect(dataHash(canonicalJson(withoutContext(thing.data)))).toBe(thing.dataHash);
    expect(formatDigest(termOf(thing.data))).toBe(thing.term);
  });
  it.each(vectors.sets)('set: $title', ({ things, digest, live }) => {
    const terms = things.map((at) => termOf(vectors.things[at]?.data ?? {}));
    expect(sum(terms)).toBe(digest);
    expect(terms).toHaveLength(live);
  });
  it.each(vectors.sums)('sum: $title', ({ terms, digest }) => expect(sum(terms.map(parseDigest))).toBe(digest));
  it('follows a change', () => {
    const { before, minus, plus, after, data } = vectors.change;
    expect(formatDigest(termOf(data))).toBe(plus);
    expect(
      formatDigest(addToDigest(subtractFromDigest(parseDigest(before), parseDigest(minus)), parseDigest(plus))),
    ).toBe(after);
  });
});

describe('multikey.json', () => {
  const vectors = read(
    'multikey.json',
    z.object({
      valid: z.array(
        z.object({ secretKeyHex: text, publicKeyHex: text, secretKeyMultibase: text, publicKeyMultibase: text }),
      ),
      invalidPublicKeys: z.array(z.object({ title, input: text })),
    }),
  );
  it.each(vectors.valid)('$publicKeyMultibase', (key) => {
    expect(publicKeyOf(key.secretKeyMultibase)).toBe(key.publicKeyMultibase);
    expect(hexOf(importPublicKey(key.publicKeyMultibase).export({ format: 'jwk' }).x)).toBe(key.publicKeyHex);
    expect(hexOf(importSecretKey(key.secretKeyMultibase).export({ format: 'jwk' }).d)).toBe(key.secretKeyHex);
  });
  it.each(vectors.invalidPublicKeys)('refuses: $title', ({ input }) => {
    expect(() => importPublicKey(input)).toThrow(MultikeyError);
  });
});

describe('eddsa-jcs-2022.json', () => {
  const vectors = read(
    'eddsa-jcs-2022.json',
    z.object({
      valid: z.array(
        z.object({
          title,
          document: jsonObject,
          created: text,
          verificationMethod: text,
          secretKeyMultibase: text,
          publicKeyMultibase: text,
          hashData: text,
          signed: jsonObject,
        }),
      ),
      invalid: z.array(z.object({ title, signed: jsonObject, publicKeyMultibase: text })),
    }),
  );
  it.each(vectors.valid)('signs and verifies: $title', (vector) => {
    expect(signDocument(vector.document, vector)).toEqual(vector.signed);
    expect(verifyDocument(vector.signed, vector.publicKeyMultibase)).toBe(true);
  });
  it.each(vectors.valid)('hashes what it signs: $title', ({ document, signed, hashData }) => {
    const { proofValue: _signature, ...options } = signed['proof'] as Record<string, Json>;
    expect(dataHash(canonicalJson(options)) + dataHash(canonicalJson(document))).toBe(hashData);
  });
  it.each(vectors.invalid)('refuses: $title', ({ signed, publicKeyMultibase }) => {
    expect(verifyDocument(signed, publicKeyMultibase)).toBe(false);
  });
});

describe('checkpoint-chain.json', () => {
  const key = z.object({
    id: text,
    publicKeyMultibase: text,
    validFrom: text,
    revoked: text.optional(),
    proof: json.optional(),
  });
  const vectors = read(
    'checkpoint-chain.json',
    z.object({
      keys: z.array(key.loose()),
      recoveryKey: text,
      valid: z.array(z.object({ title, checkpoints: z.array(signedCheckpointSchema), hashes: z.array(text) })),
      invalid: z.array(
        z.object({ title, requirement: text, checkpoints: z.array(signedCheckpointSchema), at: z.int() }),
      ),
    }),
  );
  it.each(vectors.valid)('holds: $title', ({ checkpoints, hashes }) => {
    expect(checkpointChainFaults(checkpoints, vectors.keys)).toEqual([]);
    expect(checkpoints.map(checkpointHash)).toEqual(hashes);
  });
  it.each(vectors.invalid)('breaks $requirement: $title', ({ requirement, checkpoints, at }) => {
    expect(checkpointChainFaults(checkpoints, vectors.keys)).toEqual([{ requirement, at }]);
  });
  it('has a second key that the first one signed', () => {
    const [first, second] = vectors.keys;
    expect(verifyDocument(second ?? {}, first?.publicKeyMultibase ?? '')).toBe(true);
  });
});

describe('cursor.json', () => {
  const cursor = z.object({ epoch: text, after: z.int(), walkHead: z.int() });
  const head = z.object({ epoch: text, position: z.int(), droppedTombstone: z.int() });
  const vectors = read(
    'cursor.json',
    z.object({
      text: z.array(z.object({ text, cursor })),
      notText: z.array(text),
      judge: z.array(z.object({ title, cursor, head, verdict: text })),
      next: z.array(z.object({ title, cursor, lastPosition: z.int(), head, reachesHead: z.boolean(), next: cursor })),
    }),
  );
  it.each(vectors.text)('reads and writes $text', (vector) => {
    expect(parseCursor(vector.text)).toEqual(vector.cursor);
    expect(formatCursor(vector.cursor)).toBe(vector.text);
  });
  it.each(vectors.notText)('%j is no cursor', (wrong) => expect(parseCursor(wrong)).toBeUndefined());
  it.each(vectors.judge)('$verdict: $title', (vector) => {
    expect(judgeCursor(vector.cursor, vector.head)).toBe(vector.verdict);
  });
  it.each(vectors.next)('next: $title', (vector) => {
    expect(nextCursor(vector.cursor, vector.lastPosition, vector.head, vector.reachesHead)).toEqual(vector.next);
  });
});

/** Reads a query as SRCH-004 has it: what is there twice or not known is wrong too. */
const readParameters = (query: string) => {
  const given = [...new URLSearchParams(query)].filter(([name]) => !isCarriedAlong(name));
  const twice = given.map(([name]) => name).filter((name, at, names) => names.indexOf(name) < at);
  const { data, error } = searchParametersSchema.safeParse(Object.fromEntries(given));
  const wrong = (error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
  );
  return { data, wrong: new Set([...twice, ...wrong]) };
};

describe('search-parameters.json', () => {
  const vectors = read(
    'search-parameters.json',
    z.object({
      valid: z.array(z.object({ title, query: text, parameters: jsonObject })),
      invalid: z.array(z.object({ title, query: text, parameters: z.array(text) })),
    }),
  );
  it.each(vectors.valid)('reads: $title', ({ query, parameters }) => {
    expect(readParameters(query)).toEqual({ data: parameters, wrong: new Set() });
  });
  it.each(vectors.invalid)('refuses: $title', ({ query, parameters }) => {
    expect(readParameters(query).wrong).toEqual(new Set(parameters));
  });
});

describe('digital-link.json', () => {
  const vectors = read(
    'digital-link.json',
    z.object({
      valid: z.array(
        z.object({ title, path: text, gtin: text, qualifiers: z.array(z.object({ ai: text, value: text })) }),
      ),
      invalid: z.array(z.object({ title, path: text })),
    }),
  );
  it.each(vectors.valid)('reads: $title', ({ path, gtin, qualifiers }) => {
    expect(parseDigitalLinkPath(path)).toEqual({ ok: true, link: { gtin, qualifiers } });
  });
  it.each(vectors.invalid)('refuses: $title', ({ path }) => {
    expect(parseDigitalLinkPath(path)).toMatchObject({ ok: false });
  });
});

describe('distance.json', () => {
  const point = z.object({ latitude: z.number(), longitude: z.number() });
  const vectors = read(
    'distance.json',
    z.object({ distances: z.array(z.object({ title, from: point, to: point, metres: z.number() })) }),
  );
  it.each(vectors.distances)('$title', ({ from, to, metres }) => {
    const { s12 } = geodesic.Geodesic.WGS84.Inverse(from.latitude, from.longitude, to.latitude, to.longitude);
    expect(s12).toBeCloseTo(metres, 2);
  });
});

describe('things/', () => {
  const thing = z.object({ kind: z.enum(kinds), title, data: jsonObject });
  const issues = z.array(z.object({ path: text, code: text }));
  const valid = readAll('things/valid/', thing);
  const invalid = readAll('things/invalid/', thing.extend({ requirement: text, issues }));

  it.each(valid)('valid/%s', (_file, { kind, data }) => expect(checkThing(kind, data)).toEqual([]));
  it.each(invalid)('invalid/%s', (_file, { kind, data, issues: expected }) => {
    expect(checkThing(kind, data).map(({ path, code }) => ({ path, code }))).toEqual(expected);
  });
  it('has a valid thing of every kind', () => {
    expect(new Set(valid.map(([, { kind }]) => kind))).toEqual(new Set(kinds));
  });
});

describe('feed-pages/', () => {
  const valid = readAll('feed-pages/valid/', z.object({ title, page: json }));
  const faults = z.array(z.object({ requirement: text, path: text }));
  const invalid = readAll('feed-pages/invalid/', z.object({ title, faults, page: json }));

  it.each(valid)('valid/%s', (_file, { page }) => {
    expect(feedPageFaults(page, origin, true)).toEqual([]);
    expect(feedPageSchema.safeParse(page).error).toBeUndefined();
  });
  it.each(invalid)('invalid/%s', (_file, { page, faults: expected }) => {
    expect(feedPageFaults(page, origin, true)).toEqual(expected);
  });
});

describe('signed-requests.json', () => {
  const request = z.object({ method: text, url: text, headers: z.record(text, text), body: text });
  const vectors = read(
    'signed-requests.json',
    z.object({
      nowMs: z.int(),
      key: z.object({ keyId: text, publicKeyPem: text, privateKeyPem: text }),
      valid: z.array(
        z.object({
          title,
          form: z.enum(['draft-cavage', 'rfc-9421']),
          signedAtMs: z.int(),
          covers: z.array(text),
          base: text,
          request,
        }),
      ),
      invalid: z.array(z.object({ title, requirement: text, code: text, request })),
    }),
  );
  const { key, nowMs } = vectors;
  const messageOf = (given: z.output<typeof request>) => ({ ...given, body: Buffer.from(given.body) });

  it.each(vectors.valid)('signs and verifies, $form: $title', ({ form, signedAtMs, covers, base, request: given }) => {
    const message = messageOf(given);
    const unsigned = {
      ...message,
      headers: given.headers['content-type'] === undefined ? {} : { 'content-type': given.headers['content-type'] },
    };
    const sign = form === 'draft-cavage' ? signDraftCavage : signRfc9421;
    expect(sign(unsigned, key, { dateMs: signedAtMs, covers })).toEqual(given.headers);
    const signature = readSignature(message);
    if (isSignatureFault(signature)) throw new Error(signature.words);
    expect(signature).toMatchObject({ form, keyId: key.keyId, covered: covers, base, signedAtMs });
    expect(signatureFaultOf(message, signature, key.publicKeyPem, nowMs)).toBeUndefined();
  });
  it.each(vectors.invalid)('refuses: $title ($requirement)', ({ code, request: given }) => {
    const message = messageOf(given);
    const signature = readSignature(message);
    const fault = isSignatureFault(signature)
      ? signature
      : signatureFaultOf(message, signature, key.publicKeyPem, nowMs);
    expect(fault?.code).toBe(code);
  });
});

describe('node-actors.json', () => {
  const { actors } = read(
    'node-actors.json',
    z.object({ actors: z.array(z.object({ title, actor: json, description: json, isNode: z.boolean() })) }),
  );
  it.each(actors)('$title', ({ actor, description, isNode }) => expect(isNodeActor(actor, description)).toBe(isNode));
});

describe('notices.json', () => {
  const { followed, notices } = read(
    'notices.json',
    z.object({
      followed: z.array(z.object({ actor: text, feed: text })),
      notices: z.array(z.object({ title, activity: json, signer: text, counts: text.nullable() })),
    }),
  );
  it.each(notices)('$title', ({ activity, signer, counts }) => {
    expect(noticedNode(activity, signer, followed)?.actor ?? null).toBe(counts);
  });
});

it('names requirements that there are', () => {
  const known = new Set<string>(allRequirements.map(({ id }) => id));
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'));
  const named = paths.flatMap((path) =>
    Array.from(readFileSync(new URL(path, folder), 'utf8').matchAll(/"requirement": "([^"]+)"/g), ([, id = '']) => id),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});
