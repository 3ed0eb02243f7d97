/** A JSON Pointer (RFC 6901) of names and indexes. */
export const jsonPointer = (...steps: readonly (string | number)[]): string =>
  steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The JSON Pointer of a path as the spec's fault finders write it: `items.3.modified`. */
export const pointerOfPath = (path: string): string => (path === '' ? '' : jsonPointer(...path.split('.')));
