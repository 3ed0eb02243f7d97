import { describe, expect, it } from 'vitest';
import { networkFailureOf } from './network-failure.ts';

class OwnError extends Error {}

const coded = (code: string): Error => Object.assign(new Error('it failed'), { code });
const codeOf = (error: unknown): string => {
  const failure = networkFailureOf(error, OwnError);
  return failure instanceof OwnError ? 'own' : failure.code;
};

describe('what a thrown error says of a host', () => {
  it.each([
    ['ENOTFOUND', 'host-not-found'],
    ['ECONNREFUSED', 'connection-refused'],
    ['ECONNRESET', 'connection-broken'],
    ['ETIMEDOUT', 'connect-timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'headers-timeout'],
    ['UND_ERR_BODY_TIMEOUT', 'body-stalled'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'connection-broken'],
    ['HPE_INVALID_CONSTANT', 'http-broken'],
    ['EPROTO', 'tls-failed'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-failed'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-failed'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-failed'],
    ['toString', 'connection-broken'],
  ])('%s is %s', (code, failure) => {
    const error = coded(code);
    expect(networkFailureOf(error, OwnError)).toEqual({ code: failure, detail: code, cause: error });
  });

  it('is that of the first address that was tried, and of nothing that is no error', () => {
    expect(codeOf(new AggregateError([coded('ECONNREFUSED'), coded('ENOTFOUND')]))).toBe('connection-refused');
    expect(codeOf(new AggregateError([]))).toBe('connection-broken');
    expect(codeOf('gone')).toBe('connection-broken');
  });

  it("knows a parser's errors by their name", () => {
    expect(codeOf(Object.assign(new Error('Expected HTTP/'), { name: 'HTTPParserError' }))).toBe('http-broken');
  });

  it('leaves errors of the caller as they are, wrapped ones too', () => {
    const own = new OwnError('private');
    expect(networkFailureOf(own, OwnError)).toBe(own);
    expect(networkFailureOf(new TypeError('fetch failed', { cause: own }), OwnError)).toBe(own);
    expect(networkFailureOf(new AggregateError([own]), OwnError)).toBe(own);
  });
});
