/** A body, or why there is none. */
export type BodyReading =
  | { readonly ok: true; readonly body: Buffer<ArrayBuffer> }
  | { readonly ok: false; readonly because: 'too-large' | 'too-slow' | 'broken' };

/** Reads a body up to a size, within a time. */
export const readBody = async (
  request: Request,
  { bytesMax, msMax }: { readonly bytesMax: number; readonly msMax: number },
): Promise<BodyReading> => {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) return { ok: false, because: 'too-large' };
  if (request.body === null) return { ok: true, body: Buffer.alloc(0) };
  const reader = request.body.getReader();
  let slow = false;
  const timer = setTimeout(() => {
    slow = true;
    void reader.cancel().catch(() => undefined);
  }, msMax);
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (slow) return { ok: false, because: 'too-slow' };
      if (done) return { ok: true, body: Buffer.concat(pieces, bytes) };
      bytes += value.length;
      if (bytes > bytesMax) {
        void reader.cancel().catch(() => undefined);
        return { ok: false, because: 'too-large' };
      }
      pieces.push(value);
    }
  } catch {
    return { ok: false, because: slow ? 'too-slow' : 'broken' };
  } finally {
    clearTimeout(timer);
  }
};
