import type { Context } from 'hono';
import { chooseCoding, type ContentCoding, encodeBody } from './content-coding.ts';
import { entityTag, heldTag } from './entity-tag.ts';
import { httpLimits } from './limits.ts';
import { contentType, type MediaType } from './media-types.ts';

/** What may be answered to a read, before anything is known of what the reader already holds. */
export interface Representation {
  readonly type: MediaType;
  /** Changes whenever the body does; absent where nothing is worth comparing. */
  readonly tag?: string;
  readonly cacheControl: string;
  /** True where another Accept field would have given another body. */
  readonly negotiated: boolean;
  readonly links?: readonly string[];
  /** Made only when the reader does not hold it yet. */
  body(): string | Buffer<ArrayBuffer> | Promise<string | Buffer<ArrayBuffer>>;
}

const asBytes = (body: string | Buffer<ArrayBuffer>): Buffer<ArrayBuffer> =>
  typeof body === 'string' ? Buffer.from(body, 'utf8') : body;

/** Answers a read: 304 when the reader holds it, else the body in the best coding that the reader takes. HEAD gets the same header fields. */
export const respond = async (context: Context, representation: Representation): Promise<Response> => {
  const { tag } = representation;
  const headers: Record<string, string> = {
    'Cache-Control': representation.cacheControl,
    Vary: representation.negotiated ? 'Accept, Accept-Encoding' : 'Accept-Encoding',
  };
  const held = tag === undefined ? undefined : heldTag(context.req.header('If-None-Match'), tag);
  if (held !== undefined) return context.body(null, 304, { ...headers, ETag: held });

  const plain = asBytes(await representation.body());
  const wanted = chooseCoding(context.req.header('Accept-Encoding'));
  const coding: ContentCoding = plain.length < httpLimits.compressedBytesMin ? 'identity' : wanted;
  const bytes = coding === 'identity' ? plain : await encodeBody(plain, coding);
  if (tag !== undefined) headers['ETag'] = entityTag(tag, coding);
  if (coding !== 'identity') headers['Content-Encoding'] = coding;
  if (representation.links !== undefined && representation.links.length > 0)
    headers['Link'] = representation.links.join(', ');
  headers['Content-Type'] = contentType(representation.type);
  headers['Content-Length'] = String(bytes.length);
  return context.body(bytes, 200, headers);
};
