import {
  coverageFaultOf,
  type HttpMessage,
  isSignatureFault,
  type MessageSignature,
  readSignature,
  type SignatureFault,
} from '@openstraat/spec';

/** What a request says of how it is signed. */
export interface SignedBy {
  readonly keyId: string;
  /** The signature, over each text that servers make of such a request. */
  readonly signatures: readonly MessageSignature[];
}

export type SignatureReading =
  | { readonly ok: true; readonly signed: SignedBy }
  | { readonly ok: false; readonly fault: SignatureFault };

/** A request as its signature is about it. A proxy may have changed its host; who signed had the one of its public address in view. */
export const messageOf = (request: Request, body: Uint8Array = new Uint8Array()): HttpMessage => ({
  method: request.method,
  url: request.url,
  headers: { ...Object.fromEntries(request.headers), host: new URL(request.url).host },
  body,
});

/** Some servers leave the query out of `(request-target)`. For what is only read that tells nobody anything that they could not ask for. */
const withoutQuery = (message: HttpMessage): readonly HttpMessage[] => {
  const url = new URL(message.url);
  if (!['GET', 'HEAD'].includes(message.method) || url.search === '') return [];
  url.search = '';
  return [{ ...message, url: url.href }];
};

/**
 * Reads how a request is signed, and whether the signature covers what it must and was made now. Pure.
 * Whether it is right is found out afterwards: that takes the key.
 */
export const readSigned = (message: HttpMessage, nowMs: number): SignatureReading => {
  const signature = readSignature(message);
  if (isSignatureFault(signature)) return { ok: false, fault: signature };
  const fault = coverageFaultOf(message, signature, nowMs);
  if (fault !== undefined) return { ok: false, fault };
  const others = signature.form === 'draft-cavage' ? withoutQuery(message).map(readSignature) : [];
  return {
    ok: true,
    signed: {
      keyId: signature.keyId,
      signatures: [signature, ...others.filter((other): other is MessageSignature => !isSignatureFault(other))],
    },
  };
};
