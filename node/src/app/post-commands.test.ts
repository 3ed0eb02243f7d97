import { describe, expect, it } from 'vitest';
import { actorList, openTestPosts, shopActor } from '../federation/posts/posts.test-helper.ts';
import { createModeration } from '../federation/posts/replies/moderate-replies.ts';
import { createReadableReplies } from '../federation/posts/replies/readable-replies.ts';
import type { Reply } from '../federation/posts/replies/reply.ts';
import { ReplyStore } from '../federation/posts/replies/reply-store.ts';
import type { LogEntry } from '../log/change-log.ts';
import { toStoredText } from '../log/stored-text.ts';
import { createPostCommands } from './post-commands.ts';

const origin = 'https://waterveen.example';

const ann = {
  id: 'https://a.example/ann',
  origin: 'https://a.example',
  inbox: 'https://a.example/ann/inbox',
  sharedInbox: undefined,
  handle: 'ann@a.example',
  description: undefined,
  movedTo: undefined,
  alsoKnownAs: [],
} as const;

const openCommands = async () => {
  const node = await openTestPosts();
  const other = { ...shopActor, identifier: 'lisboa', username: 'lisboa', place: '/places/lisboa' } as const;
  node.actors.push(other);
  const places: Readonly<Record<string, object>> = {
    '/places/jansen': { id: '/places/jansen', name: { nl: 'Fietsen Jansen', en: 'Jansen Bicycles' } },
    '/places/lisboa': { id: '/places/lisboa', name: 'Fietsen Jansen', timeZone: 'Europe/Lisbon' },
  };
  const actors = actorList(node.actors);
  const replies = new ReplyStore(node.tables);
  const around = { replies, posts: node.store, actors, blocks: { isBlocked: () => false } };
  const surroundings = { ...around, readable: createReadableReplies(around) };
  const commands = createPostCommands({
    actors,
    posts: () => Promise.resolve(node.posts),
    replies: () => Promise.resolve(replies),
    moderation: () => Promise.resolve(createModeration({ ...surroundings, readActor: () => Promise.resolve(ann) })),
    log: {
      get: (id) => {
        const place = places[id];
        const text = place === undefined ? undefined : toStoredText({ ...place });
        return Promise.resolve<LogEntry>({ id, kind: 'Place', position: 1, text });
      },
    },
    settings: { origin, language: 'nl' },
  });
  /** @returns the name under which it is kept */
  const hear = async (changes: Partial<Reply>): Promise<string> => {
    const address = `${ann.id}/1`;
    const told = { kind: 'reply', post: undefined, text: 'Mag ik iets vragen?', isPublic: false, atMs: 1 } as const;
    await replies.put({ address, sender: ann.id, identifier: 'jansen', ...told, ...changes });
    return (await replies.find(address))?.id ?? '';
  };
  return { ...node, commands, hear, [Symbol.asyncDispose]: () => node[Symbol.asyncDispose]() };
};

/** A place whose key is what the node is called. */
const cafe = { ...shopActor, identifier: 'waterveen', username: 'cafe', place: '/places/waterveen' } as const;

describe('who says something', () => {
  it.each([
    [undefined, '@waterveen@waterveen.example'],
    ['jansen', '@fietsen-jansen@waterveen.example'],
    ['fietsen-jansen', '@fietsen-jansen@waterveen.example'],
    ['@fietsen-jansen@waterveen.example', '@fietsen-jansen@waterveen.example'],
    ['/places/jansen', '@fietsen-jansen@waterveen.example'],
    [`${origin}/places/jansen`, '@fietsen-jansen@waterveen.example'],
    [`${origin}/actors/jansen`, '@fietsen-jansen@waterveen.example'],
    ['jansen bicycles ', '@fietsen-jansen@waterveen.example'],
  ])('is named by %s', async (place, actor) => {
    await using node = await openCommands();
    const post = await node.commands.publishPost({
      text: 'Morgen open',
      pictures: [],
      ...(place === undefined ? {} : { place }),
    });
    expect(post).toMatchObject({ actor, language: 'nl', state: 'published', sent: true });
    expect(post.address).toBe(`${origin}/posts/${post.id}`);
    const found = await node.commands.listPosts({ limit: 10, ...(place === undefined ? {} : { place }) });
    expect(found.said).toEqual([post]);
  });

  it('is known, and one alone', async () => {
    await using node = await openCommands();
    const say = (place: string) => node.commands.publishPost({ text: 'Morgen open', pictures: [], place });
    await expect(say('bakker')).rejects.toMatchObject({ code: 'not-found' });
    await expect(say('Fietsen Jansen')).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('is not guessed where a word is the key of one and the name of another', async () => {
    await using node = await openCommands();
    node.actors.push(cafe);
    const say = async (place: string) =>
      (await node.commands.publishPost({ text: 'Morgen open', pictures: [], place })).actor;
    await expect(say('waterveen')).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('@cafe@waterveen.example') as unknown,
    });
    expect(await say('/places/waterveen')).toBe('@cafe@waterveen.example');
    expect(await say('@waterveen@waterveen.example')).toBe('@waterveen@waterveen.example');
  });

  it('is the node when nobody is named, whatever others are called', async () => {
    await using node = await openCommands();
    node.actors.push({ ...cafe, username: 'node' });
    expect(await node.commands.publishPost({ text: 'Morgen open', pictures: [] })).toMatchObject({
      actor: '@waterveen@waterveen.example',
    });
  });

  it('has a name of its own before one that another had', async () => {
    await using node = await openCommands();
    node.actors.unshift({ ...cafe, formerNames: ['jansen', 'oud'] });
    const say = async (place: string) =>
      (await node.commands.publishPost({ text: 'Morgen open', pictures: [], place })).actor;
    expect(await say('jansen')).toBe('@fietsen-jansen@waterveen.example');
    expect(await say('oud')).toBe('@cafe@waterveen.example');
  });
});

const answer = (replyTo: string) => ({ text: 'Ja', pictures: [], replyTo });

describe('an answer', () => {
  it('comes from the actor that was spoken to, whatever others are called', async () => {
    await using node = await openCommands();
    node.actors.push(cafe);
    const id = await node.hear({ identifier: 'waterveen' });
    expect(await node.commands.publishPost(answer(id))).toMatchObject({
      actor: '@cafe@waterveen.example',
      answers: { name: '@ann@a.example', public: false },
    });
    node.actors.pop();
    await expect(node.commands.publishPost(answer(id))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is for one person alone where nobody kept to whom the question was', async () => {
    await using node = await openCommands();
    const id = await node.hear({ isPublic: undefined as never });
    expect(await node.commands.publishPost(answer(id))).toMatchObject({ answers: { public: false } });
    expect((await node.store.outbox('jansen', { limit: 1 })).posts).toEqual([]);
  });

  it('is said now, or not at all', async () => {
    await using node = await openCommands();
    const id = await node.hear({});
    await expect(node.commands.publishPost({ ...answer(id), at: '2026-12-05 10:00' })).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('Leave the time out') as unknown,
    });
    expect((await node.commands.listPosts({ limit: 1 })).scheduled).toEqual([]);
  });
});

it('a time is that of the clocks at the place, unless it says otherwise', async () => {
  await using node = await openCommands();
  const at = async (place: string, time: string) =>
    (await node.commands.publishPost({ text: 'Straks', pictures: [], place, at: time })).published;
  expect(await at('jansen', '2026-12-05 10:00')).toBe('2026-12-05T09:00:00.000Z');
  expect(await at('lisboa', '2026-12-05 10:00')).toBe('2026-12-05T10:00:00.000Z');
  expect(await at('lisboa', '2026-12-05T10:00:00+01:00')).toBe('2026-12-05T09:00:00.000Z');
  await expect(at('jansen', 'morgen')).rejects.toMatchObject({ code: 'bad-request' });
});

const row = (line: number, changes: object) => ({
  line,
  mark: String(line),
  text: 'Nieuws',
  pictures: [],
  ...changes,
});

it('a row that is wrong is refused by itself, with why', async () => {
  await using node = await openCommands();
  const rows = [
    row(2, {}),
    row(3, { place: 'bakker' }),
    row(4, { at: 'ooit' }),
    row(5, { link: 'ftp://a' }),
    row(6, {}),
  ];
  const outcomes = await node.commands.takeNews({ rows });
  expect(outcomes.map(({ line, outcome }) => `${line} ${outcome}`)).toEqual([
    '2 sent',
    '3 refused',
    '4 refused',
    '5 refused',
    '6 sent',
  ]);
  for (const { outcome, message } of outcomes) expect(message === undefined).toBe(outcome === 'sent');
});

it('a post is changed and taken back by its id or its address, and a reply is forgotten', async () => {
  await using node = await openCommands();
  const { id, address } = await node.commands.publishPost({ text: 'Morgen open', pictures: [] });
  expect(await node.commands.editPost({ id: address, text: 'Toch dicht' })).toMatchObject({ id, text: 'Toch dicht' });
  expect(await node.commands.deletePost({ id })).toMatchObject({ id, state: 'deleted' });
  await expect(node.commands.deletePost({ id })).rejects.toMatchObject({ code: 'not-found' });
  await expect(node.commands.deleteReply({ id: 'x' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(node.commands.showReply({ id: 'x' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(node.commands.hideReply({ id: 'x' })).rejects.toMatchObject({ code: 'not-found' });
});
