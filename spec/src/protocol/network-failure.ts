/** Why a request got no answer that can be read, as far as the connection tells. */
export type NetworkFailureCode =
  | 'host-not-found'
  | 'connection-refused'
  | 'connection-broken'
  | 'connect-timeout'
  | 'headers-timeout'
  | 'body-stalled'
  | 'http-broken'
  | 'tls-failed';

/** A failure, the code that the system or the HTTP client gives it, and what was thrown. */
export interface NetworkFailure {
  readonly code: NetworkFailureCode;
  readonly detail?: string;
  readonly cause: unknown;
}

/** By the codes of Node and of undici. */
const failureOfCode: Readonly<Record<string, NetworkFailureCode>> = {
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EAI_FAIL: 'host-not-found',
  ENODATA: 'host-not-found',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'connection-refused',
  ENETUNREACH: 'connection-refused',
  EADDRNOTAVAIL: 'connection-refused',
  ETIMEDOUT: 'connect-timeout',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'headers-timeout',
  UND_ERR_BODY_TIMEOUT: 'body-stalled',
  UND_ERR_HEADERS_OVERFLOW: 'http-broken',
  EPROTO: 'tls-failed',
};

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

const failureOf = (error: Error): NetworkFailureCode => {
  // What comes before an answer's first letter has a name, but not always a code.
  if (error.name === 'HTTPParserError') return 'http-broken';
  const code = codeOf(error);
  const known = Object.hasOwn(failureOfCode, code) ? failureOfCode[code] : undefined;
  if (known !== undefined) return known;
  if (code.startsWith('HPE_')) return 'http-broken';
  return /^ERR_(?:TLS|SSL)|CERT|SELF_SIGNED|UNABLE_TO/.test(code) ? 'tls-failed' : 'connection-broken';
};

/**
 * What an error that a request threw says of the host; where several addresses were tried, the first one's counts.
 * @param own errors of the caller's own, which come back as they are, also out of a wrapping error
 */
export const networkFailureOf = <Own extends Error>(
  error: unknown,
  own: abstract new (...given: never[]) => Own,
): Own | NetworkFailure => {
  if (error instanceof own) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return networkFailureOf(error.errors[0], own);
  if (!(error instanceof Error)) return { code: 'connection-broken', cause: error };
  if (error.cause instanceof own) return error.cause;
  const code = codeOf(error);
  return { code: failureOf(error), cause: error, ...(code === '' ? {} : { detail: code }) };
};
