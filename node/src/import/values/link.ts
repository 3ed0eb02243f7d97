import type { Reading } from './take.ts';

const linkCharactersMax = 2_000;

/** Reads the address of a page or picture; only http and https will do, without a password in it. */
export const readLink = (raw: string): Reading<string> => {
  const text = raw.trim().replaceAll('&amp;', '&');
  const address = text.startsWith('//') ? `https:${text}` : /^www\./i.test(text) ? `https://${text}` : text;
  if (!/^https?:\/\//i.test(address)) return { problem: 'link-not-web' };
  if (address.length > linkCharactersMax) return { problem: 'link-too-long' };
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return { problem: 'link-not-web' };
  const value = url.href.replaceAll(/["<>\\^`{|}\s]/g, encodeURIComponent);
  return value.length > linkCharactersMax ? { problem: 'link-too-long' } : { value };
};
