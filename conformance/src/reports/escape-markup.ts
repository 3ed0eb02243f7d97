const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML 1.0 has no way to write, and those that turn the direction of what stands around them. */
const unwritable =
  /[^\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|[\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Text from anywhere as XML, HTML and SVG may hold it, between tags and between quotes. */
export const escapeMarkup = (text: string): string =>
  text
    .replaceAll(unwritable, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
    .replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
