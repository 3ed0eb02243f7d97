import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { crossOrigin } from './cross-origin.ts';

const app = new Hono();
app.use(crossOrigin);
app.get('/search', (context) => context.text('found'));
const preflight = (path: string, asked: string): Response | Promise<Response> =>
  app.request(path, {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://elsewhere.example',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': asked,
    },
  });

describe('a page of another site', () => {
  it('may read, with whatever fields its libraries add, and without credentials', async () => {
    const answer = await preflight('/search', 'cache-control,if-modified-since,x-requested-with');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    // The wildcard is one only while no credentials may come along.
    expect(answer.headers.get('Access-Control-Allow-Headers')).toBe('*');
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(answer.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, OPTIONS');
  });

  it('is told what an inbox takes, and may not write to it', async () => {
    const answer = await preflight('/inbox', 'content-type');
    expect(answer.headers.get('Allow')).toBe('POST, OPTIONS');
    expect(answer.headers.get('Access-Control-Allow-Methods')).not.toContain('POST');
  });
});
