import { jsonLimits } from './limits.ts';

/** What a body is as JSON. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: 'not-utf8' | 'not-json' | 'too-deep'; readonly words: string };

const open: ReadonlySet<number> = new Set([0x7b, 0x5b]);
const close: ReadonlySet<number> = new Set([0x7d, 0x5d]);
const quote = 0x22;
const backslash = 0x5c;

/** Do arrays and objects nest too deep? Does not follow them: a parser or a walk that recurses would not survive the worst. */
const isTooDeep = (bytes: Uint8Array): boolean => {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (inText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (open.has(byte)) {
      if (++depth > jsonLimits.depthMax) return true;
    } else if (close.has(byte)) depth -= 1;
  }
  return false;
};

const decoder = new TextDecoder('utf-8', { fatal: true });

const looksLikeHtml = (bytes: Uint8Array): boolean =>
  /^\s*<(?:!doctype|html|head|body)/i.test(Buffer.from(bytes.subarray(0, jsonLimits.htmlStartBytes)).toString('utf8'));

/** Reads a body as JSON in UTF-8. */
export const parseJson = (bytes: Uint8Array): ParsedJson => {
  if (looksLikeHtml(bytes)) return { ok: false, code: 'not-json', words: 'it is an HTML page' };
  // Before the text is made: a large body that is too deep would cost its size several times over.
  if (isTooDeep(bytes))
    return { ok: false, code: 'too-deep', words: `it nests deeper than ${jsonLimits.depthMax} levels` };
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { ok: false, code: 'not-utf8', words: 'it is not UTF-8' };
  }
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return {
      ok: false,
      code: 'not-json',
      words: error instanceof Error ? error.message.slice(0, 200) : 'it is not JSON',
    };
  }
};
