import { hash } from 'node:crypto';

/** What digests are made with. The older ones that `Digest` knows can be forged. */
const algorithms: Readonly<Record<string, string>> = { 'sha-256': 'sha256', 'sha-512': 'sha512' };

/** The header `Digest` of a body, as draft-cavage signatures cover it. Source: RFC 3230. */
export const digestHeader = (body: Uint8Array): string => `SHA-256=${hash('sha256', body, 'base64')}`;

/** The header `Content-Digest` of a body. Source: RFC 9530. */
export const contentDigestHeader = (body: Uint8Array): string => `sha-256=:${hash('sha256', body, 'base64')}:`;

/** Is every digest that is known here that of the body, and is there one? */
const areOf = (header: string, body: Uint8Array, written: (base64: string) => string): boolean => {
  const known = header.split(',').flatMap((value) => {
    const at = value.indexOf('=');
    const name = value.slice(0, at).trim().toLowerCase();
    const algorithm = Object.hasOwn(algorithms, name) ? algorithms[name] : undefined;
    return algorithm === undefined ? [] : [{ algorithm, digest: value.slice(at + 1).trim() }];
  });
  return (
    known.length > 0 && known.every(({ algorithm, digest }) => digest === written(hash(algorithm, body, 'base64')))
  );
};

/** Is this `Digest` that of the body? One of its values has to be SHA-256 or SHA-512. */
export const isDigestOf = (header: string, body: Uint8Array): boolean => areOf(header, body, (base64) => base64);

/** Is this `Content-Digest` that of the body? One of its values has to be SHA-256 or SHA-512. */
export const isContentDigestOf = (header: string, body: Uint8Array): boolean =>
  areOf(header, body, (base64) => `:${base64}:`);
