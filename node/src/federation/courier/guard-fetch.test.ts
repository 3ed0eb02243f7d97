import { afterEach, describe, expect, it } from 'vitest';
import { type Answering, type LoopbackServer, serveOnLoopback } from '../replica/test-peer.test-helper.ts';
import { withinBudget } from './delivery-budget.ts';
import { guardOwnFetch, type GuardOptions } from './guard-fetch.ts';
import { deliveryLimits } from './limits.ts';

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one[Symbol.asyncDispose]();
});
const serve = async (answer: Answering): Promise<LoopbackServer> => {
  const server = await serveOnLoopback(answer);
  open.push(server);
  return server;
};
const guard = (limits: GuardOptions['limits'] = {}, allowPrivateAddress = true): void =>
  void open.push(guardOwnFetch({ allowPrivateAddress, userAgent: 'Openstraat/1 (+https://a.example/)', limits }));
const post = (address: string): Promise<Response> => fetch(address, { method: 'POST', body: '{}', redirect: 'manual' });
const codeOf = (asking: Promise<unknown>): Promise<unknown> =>
  asking.then(
    () => undefined,
    (error: { readonly cause?: { readonly code?: string } }) => error.cause?.code,
  );

it("keeps the process's own fetch from private addresses, by name, by number and by redirect", async () => {
  const server = await serve((_request, response) => void response.end('inside'));
  const { port } = new URL(server.origin);
  {
    await using _ = guardOwnFetch({ allowPrivateAddress: false, userAgent: 'test' });
    for (const address of [server.origin, `http://localhost:${port}/`, `http://[::1]:${port}/`])
      await expect(fetch(address)).rejects.toThrow('fetch failed');
    expect(await codeOf(post(`http://localhost:${port}/`))).toBe('private-address');
  }
  expect(server.asked).toEqual([]);
  expect(await (await fetch(server.origin)).text()).toBe('inside');
});

describe('a delivery', () => {
  it('says who sends it, and is no browser', async () => {
    const { origin } = await serve((request, response) => void response.end(JSON.stringify(request.headers)));
    guard();
    const headers: unknown = await (await fetch(origin, { method: 'POST', headers: { signature: 's' } })).json();
    expect(headers).toMatchObject({ 'user-agent': 'Openstraat/1 (+https://a.example/)', signature: 's' });
    expect(headers).not.toHaveProperty('sec-fetch-mode');
    expect(headers).not.toHaveProperty('accept-language');
  });

  it('ends when no answer comes, and when one only ever trickles, inside too', async () => {
    const silent = await serve(() => undefined);
    const trickling = await serve((_request, response) => {
      const timer = setInterval(() => response.write('.'), 5);
      response.on('close', () => clearInterval(timer));
    });
    guard({ totalMs: 100 });
    expect(await codeOf(post(silent.origin))).toBe('total-timeout');
    // On a busy machine its time may be over before the answer begins.
    const answered = post(trickling.origin).then((answer) => answer.text());
    await expect(answered).rejects.toThrow(/terminated|fetch failed/);
  });

  it('reads so much of an answer, and no more', async () => {
    const { origin } = await serve((request, response) => void response.end('a'.repeat(Number(request.url?.slice(1)))));
    guard();
    const { answerBytesMax } = deliveryLimits;
    expect(await (await post(`${origin}/${answerBytesMax}`)).text()).toHaveLength(answerBytesMax);
    const past = post(`${origin}/${answerBytesMax + 1}`).then((answer) => answer.text());
    await expect(past).rejects.toThrow(/terminated|fetch failed/);
  });

  it('makes so many requests, and no more, in one time for all', async () => {
    const { origin, asked } = await serve((_request, response) => void response.end());
    guard();
    const many = (count: number) =>
      codeOf(
        withinBudget(async () => {
          for (let request = 0; request < count; request += 1) await (await post(origin)).text();
        }),
      );
    const { requestsMax } = deliveryLimits;
    expect(await many(requestsMax)).toBeUndefined();
    expect(await many(requestsMax + 1)).toBe('too-many-redirects');
    expect(asked).toHaveLength(2 * requestsMax);
    expect(await codeOf(withinBudget(() => post(origin), { ...deliveryLimits, totalMs: 0 }))).toBe('total-timeout');
    // What is no delivery has a budget of its own.
    for (let request = 0; request <= requestsMax; request += 1) await (await post(origin)).text();
  });
});
