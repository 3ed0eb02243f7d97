import { createHash, type KeyObject, sign } from 'node:crypto';

/** Headers of a signed POST, by draft-cavage-http-signatures-12. */
export const signPost = (url: string, body: string, key: { readonly id: string; readonly secret: KeyObject }) => {
  const { host, pathname } = new URL(url);
  const date = new Date().toUTCString();
  const digest = `SHA-256=${createHash('sha256').update(body).digest('base64')}`;
  const signed = [`(request-target): post ${pathname}`, `host: ${host}`, `date: ${date}`, `digest: ${digest}`];
  const signature = sign('sha256', Buffer.from(signed.join('\n')), key.secret).toString('base64');
  return {
    date,
    digest,
    'content-type': 'application/activity+json',
    signature: `keyId="${key.id}",algorithm="rsa-sha256",headers="(request-target) host date digest",signature="${signature}"`,
  };
};
