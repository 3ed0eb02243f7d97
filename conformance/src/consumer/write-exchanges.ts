import type { ConformanceResult } from '../result/result.ts';
import type { Story } from './story.ts';

/** What a report keeps of the requests of a reader. @param first the number of the first of them in the report */
export const writeExchanges = (story: Story, first: number): ConformanceResult['exchanges'] =>
  story.exchanges.map(
    ({ id, method, url, requestHeaders, atMs, endedAtMs, status, headers, bytes, sha256, excerpt }) => ({
      id: first + id,
      method,
      url,
      requestHeaders: { ...requestHeaders },
      redirects: [],
      attempts: 1,
      totalMs: Math.max(0, Math.round((endedAtMs ?? atMs) - atMs)),
      response: {
        status,
        headers: { ...headers },
        bytes,
        encodedBytes: bytes,
        sha256: sha256(),
        excerpt,
      },
    }),
  );
