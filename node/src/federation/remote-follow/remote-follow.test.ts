import { describe, expect, it } from 'vitest';
import type { Fetched } from '../fetching/fetched.ts';
import { actorList, nodeActor, shopActor } from '../posts/posts.test-helper.ts';
import { createRemoteFollow } from './create-remote-follow.ts';
import { remoteFollowLimits } from './limits.ts';
import { readAccount } from './read-account.ts';

const origin = 'https://waterveen.example';
const relation = 'http://ostatus.org/schema/1.0/subscribe';
const failure: Fetched = { ok: false, code: 'connection-refused', words: 'nothing listens there' };

const answer = (status: number, body: string): Fetched => ({
  ok: true,
  url: '',
  status,
  headers: new Map(),
  body: Buffer.from(body),
  encodedBytes: body.length,
});
const descriptor = (template: string, more = '') =>
  JSON.stringify({
    subject: more,
    links: [
      { rel: 'self', href: 'https://mastodon.example/users/anna' },
      { rel: relation, template },
    ],
  });

const make = (answers: Readonly<Record<string, Fetched>>, plainHttp = false) => {
  const asked: string[] = [];
  const moved = { ...shopActor, identifier: 'gone', place: '/places/gone', movedTo: 'https://b.example/a' } as const;
  const remoteFollow = createRemoteFollow({
    actors: actorList([nodeActor, shopActor, moved]),
    fetcher: {
      get(address) {
        asked.push(address);
        return Promise.resolve(answers[address] ?? failure);
      },
    },
    origin,
    plainHttp,
  });
  return { remoteFollow, asked };
};

const annaAt = 'https://mastodon.example/.well-known/webfinger?resource=acct%3Aanna%40mastodon.example';
const actor = `${origin}/actors/jansen`;

describe('an account', () => {
  it.each([
    ['@anna@mastodon.example', 'anna', 'mastodon.example'],
    [' anna@Mastodon.Example ', 'anna', 'mastodon.example'],
    ['acct:anna@mastodon.example:8443', 'anna', 'mastodon.example:8443'],
    ['@anna@bücher.example', 'anna', 'xn--bcher-kva.example'],
    ['https://mastodon.example/@anna', 'anna', 'mastodon.example'],
    ['https://mastodon.example/users/anna/', 'anna', 'mastodon.example'],
  ])('is read from %s', (given, name, host) => expect(readAccount(given)).toEqual({ name, host }));

  it.each([
    'anna',
    '@anna',
    'anna@',
    '@mastodon.example',
    'a b@c.example',
    'a@b/c',
    'javascript:x@y',
    'https://m.example/%zz',
  ])('is not read from %s', (given) => expect(readAccount(given)).toBeUndefined());

  it('is as long as the limit, and no longer', () => {
    const ending = '@mastodon.example';
    const name = 'a'.repeat(remoteFollowLimits.accountCharactersMax - ending.length);
    expect(readAccount(name + ending)?.name).toBe(name);
    expect(readAccount(`a${name}${ending}`)).toBeUndefined();
  });
});

describe('who follows from elsewhere', () => {
  it('is led to the page of their own server', async () => {
    const { remoteFollow, asked } = make({
      [annaAt]: answer(200, descriptor('https://mastodon.example/authorize_interaction?uri={uri}')),
    });
    expect(await remoteFollow.pageFor('@anna@mastodon.example', actor)).toEqual({
      ok: true,
      address: `https://mastodon.example/authorize_interaction?uri=${encodeURIComponent(actor)}`,
    });
    expect(asked).toEqual([annaAt]);
  });

  it.each([
    ['an account that is none', 'anna', failure, 'account-unreadable'],
    ['a server that is not there', '@anna@mastodon.example', failure, 'server-unreachable'],
    ['a server that fails', '@anna@mastodon.example', answer(500, ''), 'server-unreachable'],
    ['an account that is not there', '@anna@mastodon.example', answer(404, ''), 'account-unknown'],
    ['an answer that is no JSON', '@anna@mastodon.example', answer(200, '<html>'), 'not-offered'],
    ['no template', '@anna@mastodon.example', answer(200, '{"links":[]}'), 'not-offered'],
    [
      'a template without a gap',
      '@anna@mastodon.example',
      answer(200, descriptor('https://a.example/')),
      'not-offered',
    ],
    ['a script', '@anna@mastodon.example', answer(200, descriptor('javascript:alert({uri})')), 'not-offered'],
    ['no TLS', '@anna@mastodon.example', answer(200, descriptor('http://a.example/?{uri}')), 'not-offered'],
    ['a password', '@anna@mastodon.example', answer(200, descriptor('https://a:b@a.example/?{uri}')), 'not-offered'],
  ])('is told of %s', async (_title, account, found, reason) => {
    const { remoteFollow } = make({ [annaAt]: found });
    expect(await remoteFollow.pageFor(account, actor)).toEqual({ ok: false, reason });
  });

  it('takes answers and addresses up to the limits, and no larger', async () => {
    const template = 'https://mastodon.example/?uri={uri}';
    const room = remoteFollowLimits.answerBytesMax - descriptor(template).length;
    const led = async (text: string) => {
      const { remoteFollow } = make({ [annaAt]: answer(200, text) });
      return (await remoteFollow.pageFor('@anna@mastodon.example', actor)).ok;
    };
    expect(await led(descriptor(template, 'x'.repeat(room)))).toBe(true);
    expect(await led(descriptor(template, 'x'.repeat(room + 1)))).toBe(false);
    const length = template.length - '{uri}'.length + encodeURIComponent(actor).length;
    const padding = 'x'.repeat(remoteFollowLimits.addressCharactersMax - length - 1);
    expect(await led(descriptor(`${template}&${padding}`))).toBe(true);
    expect(await led(descriptor(`${template}&${padding}x`))).toBe(false);
  });

  it('may be asked and led without TLS only where that was allowed', async () => {
    const plain = annaAt.replace('https:', 'http:');
    const found = answer(200, descriptor('http://mastodon.example/?uri={uri}'));
    expect((await make({ [plain]: found }, true).remoteFollow.pageFor('@anna@mastodon.example', actor)).ok).toBe(true);
    expect((await make({ [plain]: found }).remoteFollow.pageFor('@anna@mastodon.example', actor)).ok).toBe(false);
  });

  it('follows a place, or the node; not one that has moved or has no actor', () => {
    const { remoteFollow } = make({});
    expect(remoteFollow.of('/places/jansen')).toEqual({ handle: '@fietsen-jansen@waterveen.example', actor });
    expect(remoteFollow.of('/')).toMatchObject({ handle: '@waterveen@waterveen.example' });
    expect(remoteFollow.of('/places/gone')).toBeUndefined();
    expect(remoteFollow.of('/places/bakker')).toBeUndefined();
  });
});
