import type { Answer } from './exchange.ts';

/** The media type of an answer, without its parameters, in lower case; empty when it has none. */
export const mediaTypeOf = ({ headers }: Answer): string =>
  (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** The values of a header that is a list, in lower case. */
export const listOf = (header: string | undefined): readonly string[] =>
  (header ?? '').split(',').flatMap((value) => (value.trim() === '' ? [] : [value.trim().toLowerCase()]));

/** Does an answer say that it depends on this header of the request? @param name in lower case */
export const variesBy = ({ headers }: Answer, name: string): boolean => {
  const names = listOf(headers.get('vary'));
  return names.includes(name) || names.includes('*');
};

/** Directives of Cache-Control, with their arguments; those without have an empty one. */
export const cacheDirectives = ({ headers }: Answer): ReadonlyMap<string, string> =>
  new Map(
    listOf(headers.get('cache-control')).map((directive): [string, string] => {
      const [name = '', value = ''] = directive.split('=');
      return [name, value.replaceAll('"', '')];
    }),
  );
