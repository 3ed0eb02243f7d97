import { webcrypto } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from '../../config/private-file.ts';
import { Fault } from '../../model/fault.ts';

const jwk = z.record(z.string(), z.unknown());
const storedPair = z.strictObject({ publicKey: jwk, privateKey: jwk });
const formerKeys = z.strictObject({
  generation: z.int().min(1),
  /** RFC 3339, as `until`. */
  made: z.string(),
  until: z.string(),
  rsa: jwk,
  ed25519: jwk,
});
const fileSchema = z.strictObject({
  version: z.literal(1),
  /** RFC 3339. */
  made: z.string(),
  /** How many keys the actor has had, these included. */
  generation: z.int().min(1),
  /** For HTTP signatures. */
  rsa: storedPair,
  /** For proofs in documents. */
  ed25519: storedPair,
  former: z.array(formerKeys).default([]),
});

/** Public keys that an actor had before: it signs nothing with them, and others can still check what they signed. */
export interface FormerActorKeys {
  readonly generation: number;
  /** RFC 3339. */
  readonly made: string;
  /** When the actor stops to show them, RFC 3339. */
  readonly until: string;
  readonly rsa: webcrypto.CryptoKey;
  readonly ed25519: webcrypto.CryptoKey;
}

/** The keys of one actor. */
export interface ActorKeyPairs {
  /** RFC 3339. */
  readonly made: string;
  /** How many keys the actor has had, these included. */
  readonly generation: number;
  readonly rsa: webcrypto.CryptoKeyPair;
  readonly ed25519: webcrypto.CryptoKeyPair;
  /** The newest first; those whose time is over among them. */
  readonly former: readonly FormerActorKeys[];
}

const pathOf = (folder: string, identifier: string): string => join(folder, `${identifier}.json`);

const { subtle } = webcrypto;
const algorithms = {
  rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  ed25519: { name: 'Ed25519' },
} as const;
type StoredPair = z.infer<typeof storedPair>;

type Jwk = z.infer<typeof jwk>;

const readPublic = (algorithm: keyof typeof algorithms, publicKey: Jwk): Promise<webcrypto.CryptoKey> =>
  subtle.importKey('jwk', publicKey, algorithms[algorithm], true, ['verify']);
const readPair = async (
  algorithm: keyof typeof algorithms,
  { publicKey, privateKey }: StoredPair,
): Promise<webcrypto.CryptoKeyPair> => ({
  publicKey: await readPublic(algorithm, publicKey),
  privateKey: await subtle.importKey('jwk', privateKey, algorithms[algorithm], true, ['sign']),
});
const writeKey = async (key: webcrypto.CryptoKey): Promise<Jwk> => ({ ...(await subtle.exportKey('jwk', key)) });
const writePair = async ({ publicKey, privateKey }: webcrypto.CryptoKeyPair): Promise<StoredPair> => ({
  publicKey: await writeKey(publicKey),
  privateKey: await writeKey(privateKey),
});

const readFormer = async ({ generation, made, until, rsa, ed25519 }: z.infer<typeof formerKeys>) => ({
  generation,
  made,
  until,
  rsa: await readPublic('rsa', rsa),
  ed25519: await readPublic('ed25519', ed25519),
});
const writeFormer = async ({ generation, made, until, rsa, ed25519 }: FormerActorKeys) => ({
  generation,
  made,
  until,
  rsa: await writeKey(rsa),
  ed25519: await writeKey(ed25519),
});

/**
 * The keys of an actor.
 * @returns undefined when it has none yet
 * @throws {Fault} `settings-invalid` when the file holds no keys, or others can read it
 */
export const readActorKeys = async (folder: string, identifier: string): Promise<ActorKeyPairs | undefined> => {
  const path = pathOf(folder, identifier);
  let text: string;
  try {
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new Fault('settings-invalid', `Other users can read ${path}. Close it with: chmod 600 ${path}`);
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new Fault('file-unreadable', `${path} can't be read: make it readable for this user.`, { cause });
  }
  try {
    const { made, generation, rsa, ed25519, former } = fileSchema.parse(JSON.parse(text));
    return {
      made,
      generation,
      rsa: await readPair('rsa', rsa),
      ed25519: await readPair('ed25519', ed25519),
      former: await Promise.all(former.map(readFormer)),
    };
  } catch (cause) {
    throw new Fault(
      'settings-invalid',
      `${path} holds no keys that can be used. Restore it from a backup, or delete it: the actor then gets new ones.`,
      { cause },
    );
  }
};

/** The keys with which an actor signs, as JSON Web Keys (RFC 7517). */
export const exportActorKeys = async ({
  rsa,
  ed25519,
}: Pick<ActorKeyPairs, keyof typeof algorithms>): Promise<Readonly<Record<keyof typeof algorithms, StoredPair>>> => ({
  rsa: await writePair(rsa),
  ed25519: await writePair(ed25519),
});

/** Writes the keys of an actor, whole or not at all, for this user only. */
export const writeActorKeys = async (folder: string, identifier: string, keys: ActorKeyPairs): Promise<void> => {
  const { made, generation } = keys;
  const former = await Promise.all(keys.former.map(writeFormer));
  const file = { version: 1, made, generation, ...(await exportActorKeys(keys)), former };
  await writePrivateFile(pathOf(folder, identifier), `${JSON.stringify(file)}\n`);
};
