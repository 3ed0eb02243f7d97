import { isSignatureFault, readSignature, signatureFaultOf, signDraftCavage } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { HttpClient } from '../fetching/http-client.ts';
import { fetchLimits } from '../fetching/limits.ts';
import { networkTransport } from '../fetching/network-transport.ts';
import { Recording } from '../fetching/recording.ts';
import { listen } from '../serving/http-server.ts';
import { answerCallback } from './answer-callback.ts';
import { callbackAt, callbackOnLoopback } from './callback.ts';
import { callbackLimits } from './limits.ts';
import { Mailbox } from './mailbox.ts';
import { makeSuiteActors } from './suite-actors.ts';

const never = new AbortController().signal;
const makeMailbox = (): Mailbox => new Mailbox(new Recording(fetchLimits), () => 17);
const deliver = (mailbox: Mailbox, text: string): Promise<Response> =>
  mailbox.take('node', new Request('https://suite.example/inbox', { method: 'POST', body: text }));

describe('a mailbox', () => {
  it('gives what came before, and what comes later', async () => {
    const mailbox = makeMailbox();
    await deliver(mailbox, '{"type":"Accept"}');
    const isOf = (type: string) => mailbox.waitFor(({ activity }) => activity?.['type'] === type, 60_000, never);
    expect((await isOf('Accept'))?.activity).toEqual({ type: 'Accept' });
    const later = isOf('Update');
    await deliver(mailbox, 'no JSON');
    await deliver(mailbox, '{"type":"Update"}');
    expect((await later)?.message.body.toString()).toBe('{"type":"Update"}');
  });

  it('gives up when it should, and keeps no more than it may', async () => {
    const mailbox = makeMailbox();
    const stop = new AbortController();
    const waiting = mailbox.waitFor(() => false, 60_000, stop.signal);
    stop.abort();
    expect(await waiting).toBeUndefined();
    expect(await mailbox.waitFor(() => false, 0, never)).toBeUndefined();
    for (let at = 0; at <= callbackLimits.deliveriesMax; at++) expect((await deliver(mailbox, '{}')).status).toBe(202);
    expect(mailbox.deliveries).toHaveLength(callbackLimits.deliveriesMax);
  });
});

const clientTo = (url: string) => {
  const tested = new URL(url);
  const network = networkTransport(tested, 1);
  const client = new HttpClient({
    tested,
    transport: network.send,
    userAgent: 'test',
    signal: never,
    now: Date.now,
    limits: { retryAfterMs: 1 },
  });
  return { client, [Symbol.asyncDispose]: network[Symbol.asyncDispose] };
};

describe('the callback', () => {
  it('takes what is signed, over a real connection, and the signature still holds', async () => {
    const mailbox = makeMailbox();
    let actors: ReturnType<typeof makeSuiteActors> | undefined;
    await using open = await callbackOnLoopback.open(answerCallback(() => actors, mailbox));
    actors = makeSuiteActors(open.origin, open.elsewhere, 'token');
    const { node, stranger } = actors;
    await using connection = clientTo(open.origin);
    const url = `${node.id}/inbox`;
    const body = Buffer.from('{"type":"Follow"}');
    const dateMs = Date.parse('2026-03-10T12:00:00Z');
    const headers = signDraftCavage({ method: 'POST', url, headers: {}, body }, node.key, { dateMs });
    expect((await connection.client.ask(url, { method: 'POST', body, headers })).answer?.status).toBe(202);
    const [delivery] = mailbox.deliveries;
    if (delivery === undefined) throw new Error('nothing was delivered');
    const signature = readSignature(delivery.message);
    if (isSignatureFault(signature)) throw new Error(signature.words);
    expect(signatureFaultOf(delivery.message, signature, node.publicKeyPem, dateMs)).toBeUndefined();
    expect(connection.client.recording.records[0]?.requestBody).toBe('{"type":"Follow"}');
    const elsewhere = new URL(stranger?.id ?? '');
    expect([elsewhere.origin, elsewhere.host]).toEqual([open.elsewhere, expect.not.stringMatching(new URL(url).host)]);
  });

  it('takes a body up to the limit, and no byte more', async () => {
    const mailbox = makeMailbox();
    const actors = makeSuiteActors('http://127.0.0.1', undefined, 'token');
    await using server = await listen((request) => mailbox.take(actors.node.id, request), {
      host: '127.0.0.1',
      port: 0,
      origin: undefined,
      bodyBytesMax: callbackLimits.deliveryBytesMax,
    });
    await using connection = clientTo(server.origin);
    const send = async (bytes: number) => {
      const body = Buffer.alloc(bytes, 'x');
      return (await connection.client.ask('/inbox', { method: 'POST', body })).answer?.status;
    };
    expect(await send(callbackLimits.deliveryBytesMax)).toBe(202);
    expect(await send(callbackLimits.deliveryBytesMax + 1)).toBe(413);
  });

  it('knows its own address behind a proxy', async () => {
    await using probe = await listen(() => Promise.resolve(new Response()), {
      host: '127.0.0.1',
      port: 0,
      origin: undefined,
      bodyBytesMax: 1,
    });
    const { port } = probe;
    await probe[Symbol.asyncDispose]();
    const seen: string[] = [];
    await using open = await callbackAt('https://suite.example', port).open(async (request) => {
      seen.push(request.url, request.headers.get('host') ?? '');
      return new Response('');
    });
    await using connection = clientTo(`http://127.0.0.1:${port}`);
    await connection.client.ask('/actors/node');
    expect(open.origin).toBe('https://suite.example');
    expect(seen).toEqual(['https://suite.example/actors/node', 'suite.example']);
  });
});
