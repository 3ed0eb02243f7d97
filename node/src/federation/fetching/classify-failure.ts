import { FetchError, type FetchFailureCode } from './fetched.ts';

const codes: Readonly<Record<string, FetchFailureCode>> = {
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

const failureCode = (code: string): FetchFailureCode => {
  const known = codes[code];
  if (known !== undefined) return known;
  return /^ERR_(?:TLS|SSL)|CERT|SELF_SIGNED|UNABLE_TO/.test(code) ? 'tls-failed' : 'connection-broken';
};

/** What a thrown error says of the host; where several addresses were tried, the first one's error counts. */
export const classifyFailure = (error: unknown): FetchError => {
  if (error instanceof FetchError) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return classifyFailure(error.errors[0]);
  if (!(error instanceof Error)) return new FetchError('connection-broken', { cause: error });
  if (error.cause instanceof FetchError) return error.cause;
  // What comes before an answer's first letter has a name, but no code.
  if (error.name === 'HTTPParserError') return new FetchError('http-broken', { cause: error });
  const code = codeOf(error);
  return new FetchError(failureCode(code), { cause: error, ...(code === '' ? {} : { detail: code }) });
};
