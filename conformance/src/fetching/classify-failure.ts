import { Unreachable, type UnreachableReason } from './exchange.ts';

const reasonOfCode: Readonly<Record<string, UnreachableReason>> = {
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EAI_FAIL: 'host-not-found',
  ENODATA: 'host-not-found',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'connection-refused',
  ENETUNREACH: 'connection-refused',
  EADDRNOTAVAIL: 'connection-refused',
  ECONNRESET: 'connection-broken',
  EPIPE: 'connection-broken',
  ETIMEDOUT: 'head-timeout',
  UND_ERR_SOCKET: 'connection-broken',
  UND_ERR_CONNECT_TIMEOUT: 'head-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'head-timeout',
  UND_ERR_BODY_TIMEOUT: 'body-stalled',
  UND_ERR_HEADERS_OVERFLOW: 'http-broken',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'connection-broken',
  EPROTO: 'tls-failed',
};

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

const reasonOf = (error: Error): UnreachableReason => {
  const code = codeOf(error);
  const known = reasonOfCode[code];
  if (known !== undefined) return known;
  if (code.startsWith('HPE_')) return 'http-broken';
  if (/^ERR_(?:TLS|SSL)|CERT|SELF_SIGNED|UNABLE_TO/.test(code)) return 'tls-failed';
  return 'connection-broken';
};

/** What a thrown error says of the host; each address that was tried has one of its own. */
export const classifyFailure = (error: unknown): Unreachable => {
  if (error instanceof Unreachable) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return classifyFailure(error.errors[0]);
  if (!(error instanceof Error)) return new Unreachable('connection-broken', { cause: error });
  if (error.cause instanceof Unreachable) return error.cause;
  const reason = reasonOf(error);
  const code = codeOf(error);
  return new Unreachable(reason, { cause: error, ...(code === '' ? {} : { detail: code }) });
};
