import { afterEach, expect, it } from 'vitest';
import { followedText } from '../src/cli/followed-text.ts';
import { ScriptedPeer } from '../src/federation/replica/scripted-peer.test-helper.ts';
import { eventually } from './peers/eventually.ts';
import { startSocialNode } from './peers/social-node.ts';

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one[Symbol.asyncDispose]();
});

it('a feed that leads inside, and one that fills its share of the disk, are refused, named and counted', async () => {
  const [inward, large] = [await ScriptedPeer.start(), await ScriptedPeer.start()];
  open.push(inward, large);
  const node = await startSocialNode({ pollMinutes: 0.01, replicaMebibytesMax: 1 });
  open.push(node);
  const counted = async (state: string, reason: string): Promise<number> => {
    const text = await (await fetch(`${node.url}/metrics`)).text();
    return Number(
      new RegExp(`openstraat_followed_nodes\\{state="${state}",reason="${reason}"\\} (\\d+)`).exec(text)?.[1] ?? 0,
    );
  };
  inward.put(['a', 'a']);
  await node.commands.follow({ node: inward.origin }, () => {});
  expect(await counted('current', '')).toBe(1);
  inward.spoil = (path) =>
    path.startsWith('/feed') ? { status: 302, headers: { location: 'http://localhost:9/inside' } } : undefined;
  await eventually(async () => expect(await counted('failed', 'other-origin')).toBe(1));

  large.pageSize = 1_000;
  large.put(...Array.from({ length: 3_000 }, (_, at) => [`s${at}`, 'naam '.repeat(35)] as const));
  await node.commands.follow({ node: large.origin }, () => {});
  // All of it came before anybody looked; what comes now is too much.
  large.put(['een-te-veel', 'naam']);
  await eventually(async () => expect(await counted('differs', 'replica-full')).toBe(1));
  const followed = (await node.commands.listFollowing()).find(({ origin }) => origin === large.origin);
  expect(followed).toMatchObject({ state: 'differs', things: 3_000 });
  const shown = followed && followedText(followed);
  expect(shown).toContain('paused');
  expect(shown).toContain('replicaMebibytesMax');
  expect(shown).toContain(`openstraat unfollow ${new URL(large.origin).host}`);
});
