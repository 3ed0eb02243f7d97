import { webcrypto } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from '../../config/private-file.ts';
import { Fault } from '../../model/fault.ts';

const jwk = z.record(z.string(), z.unknown());
const storedPair = z.strictObject({ publicKey: jwk, privateKey: jwk });
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
});

/** The keys of one actor. */
export interface ActorKeyPairs {
  /** RFC 3339. */
  readonly made: string;
  /** How many keys the actor has had, these included. */
  readonly generation: number;
  readonly rsa: webcrypto.CryptoKeyPair;
  readonly ed25519: webcrypto.CryptoKeyPair;
}

const pathOf = (folder: string, identifier: string): string => join(folder, `${identifier}.json`);

const { subtle } = webcrypto;
const algorithms = {
  rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  ed25519: { name: 'Ed25519' },
} as const;
type StoredPair = z.infer<typeof storedPair>;

const readPair = async (
  algorithm: keyof typeof algorithms,
  { publicKey, privateKey }: StoredPair,
): Promise<webcrypto.CryptoKeyPair> => ({
  publicKey: await subtle.importKey('jwk', publicKey, algorithms[algorithm], true, ['verify']),
  privateKey: await subtle.importKey('jwk', privateKey, algorithms[algorithm], true, ['sign']),
});
const writePair = async ({ publicKey, privateKey }: webcrypto.CryptoKeyPair): Promise<StoredPair> => ({
  publicKey: { ...(await subtle.exportKey('jwk', publicKey)) },
  privateKey: { ...(await subtle.exportKey('jwk', privateKey)) },
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
    const { made, generation, rsa, ed25519 } = fileSchema.parse(JSON.parse(text));
    return { made, generation, rsa: await readPair('rsa', rsa), ed25519: await readPair('ed25519', ed25519) };
  } catch (cause) {
    throw new Fault(
      'settings-invalid',
      `${path} holds no keys that can be used. Restore it from a backup, or delete it: the actor then gets new ones.`,
      { cause },
    );
  }
};

/** The keys of an actor as JSON Web Keys (RFC 7517). */
export const exportActorKeys = async ({
  rsa,
  ed25519,
}: ActorKeyPairs): Promise<Readonly<Record<keyof typeof algorithms, StoredPair>>> => ({
  rsa: await writePair(rsa),
  ed25519: await writePair(ed25519),
});

/** Writes the keys of an actor, whole or not at all, for this user only. */
export const writeActorKeys = async (folder: string, identifier: string, keys: ActorKeyPairs): Promise<void> => {
  const file = { version: 1, made: keys.made, generation: keys.generation, ...(await exportActorKeys(keys)) };
  await writePrivateFile(pathOf(folder, identifier), `${JSON.stringify(file)}\n`);
};
