import { postLimits } from './limits.ts';

/** An http or https address in its normal form; undefined for anything else, and for one that carries a password or is too long. */
export const readAddress = (text: string): string | undefined => {
  if (text.length > postLimits.addressCharactersMax) return undefined;
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return url.href.length > postLimits.addressCharactersMax ? undefined : url.href;
};
